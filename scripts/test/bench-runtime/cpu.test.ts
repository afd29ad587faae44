import { expect, test } from "vitest";
import { checkClients } from "../../bench-runtime/cpu/check.ts";
import { BASE, type BenchClient } from "../../bench-runtime/cpu/clients.ts";
import { planCalls, type Fetch, type Plan } from "../../bench-runtime/cpu/plan.ts";
import { stubFor } from "../../bench-runtime/cpu/stub.ts";
import { packageWith, pathParameter, queryParameter } from "./package.ts";

const bare = packageWith("bare", {
  getAll: ["GET /all"],
  make: ["POST /all", { required: { body: { name: "a" } } }],
});
const full = packageWith("full", {
  getAll: ["GET /all"],
  getOne: [
    "GET /all/{id}",
    {
      required: { id: "a b" },
      all: { id: "a b", deep: true, tags: ["x"] },
      parameters: [pathParameter("id"), queryParameter("deep"), queryParameter("tags")],
    },
  ],
  make: ["POST /all", { required: { body: { name: "a" } } }],
});

test("calls are planned with the package that has most to put together", () => {
  const { from, get, post, credential } = planCalls([bare, full]);
  expect(from.name).toBe("full");
  expect(get.request).toMatchObject({ method: "GET", target: "/all/a%20b?deep=true" });
  expect(post.request).toMatchObject({ method: "POST", target: "/all", body: `{"name":"a"}` });
  expect(credential).toEqual(["Authorization", "Bearer example-token"]);
});

test("lists among the arguments are left out, since libraries differ in how they write them", () => {
  const { get } = planCalls([full]);
  expect({ args: get.args, path: get.path, query: get.query }).toEqual({
    args: { id: "a b", deep: true },
    path: { id: "a b" },
    query: { deep: "true" },
  });
});

test("a package that a plain token does not sign in cannot be timed", () => {
  const { document } = full.vendor;
  const login = { ...full, vendor: { ...full.vendor, document: { ...document, "x-sdk-credentials": {} } } };
  expect(() => planCalls([login])).toThrow("no package");
});

test.each(["full", "light"] as const)(
  "a %s stub answers each call with its own example, anew each time",
  async (mode) => {
    const fetch = stubFor(planCalls([full]), mode);
    const first = await fetch(BASE);
    expect(first).not.toBe(await fetch(BASE));
    expect(first.headers.get("content-type")).toBe("application/json");
    expect(await first.json()).toEqual({ id: "getOne" });
    expect(await (await fetch(new Request(BASE, { method: "POST" }))).json()).toEqual({ id: "make" });
  },
);

/** A client that does as it should, save for what is given. */
function clientOver({ credential: [name, value] }: Plan, fetch: Fetch, wrong: Partial<Sent> = {}): BenchClient {
  const { path = "/all/a%20b?deep=true", token = value, body = `{"name":"a"}`, data } = wrong;
  const call = async (target: string, init: RequestInit): Promise<unknown> => {
    const response = await fetch(BASE + target, init);
    return data ?? response.json();
  };
  const headers = { [name]: token, "content-type": "application/json" };
  return {
    get: () => call(path, { headers: { [name]: token } }),
    post: () => call("/all", { method: "POST", headers, body }),
  };
}

interface Sent {
  readonly path: string;
  readonly token: string;
  readonly body: string;
  readonly data: unknown;
}

async function check(wrong?: Partial<Sent>): Promise<void> {
  const plan = planCalls([full]);
  const make = (plan: Plan, fetch: Fetch): Promise<Record<string, BenchClient>> =>
    Promise.resolve({ good: clientOver(plan, fetch), other: clientOver(plan, fetch, wrong) });
  await checkClients(make, plan, stubFor(plan, "full"));
}

test("clients that do as they should pass the check", async () => {
  await expect(check()).resolves.toBeUndefined();
});

test.each([
  ["another path", { path: "/all/a?deep=true" }],
  ["no query", { path: "/all/a%20b" }],
  ["another token", { token: "Bearer other" }],
  ["another body", { body: "{}" }],
  ["other data", { data: { id: "other" } }],
])("a client with %s is found before it is timed, and named", async (_, wrong) => {
  await expect(check(wrong)).rejects.toThrow(/^other: (?:getOne|make) did not do what it should/);
});

import { describe, expect, it } from "vitest";
import type { Hooks } from "../../src/diagnostics/hooks.ts";
import { httpClient } from "../../src/http.ts";
import { Appliance, signedIn, user } from "../support/appliance.ts";
import { password } from "../support/kinds.ts";
import { type Answer, replying } from "../support/replies.ts";
import { errorOf, get, makeCore } from "../support/sample.ts";
import { withOptions } from "../../src/settings.ts";

const found = { json: { id: "a" } };
const about = { service: "shop", operation: "getItem", method: "GET", path: "/items/{id}" };
const duration: unknown = expect.any(Number);

function telling(): { told: [string, unknown][]; hooks: Required<Hooks> } {
  const told: [string, unknown][] = [];
  const into = (name: string) => (facts: unknown) => told.push([name, facts]);
  return {
    told,
    hooks: {
      onAttempt: into("attempt"),
      onRetry: into("retry"),
      onSignIn: into("signIn"),
      onEnd: into("end"),
    },
  };
}

async function told(answers: readonly Answer[]): Promise<[string, unknown][]> {
  const { told: all, hooks } = telling();
  await get(makeCore({ ...replying(...answers), hooks }))
    .result()
    .catch(() => undefined);
  return all;
}

describe("hooks", () => {
  it("are told of an attempt and of the end of the call", async () => {
    expect(await told([found])).toEqual([
      ["attempt", { ...about, attempt: 1, status: 200, duration }],
      ["end", { ...about, status: 200, duration, attempts: 1 }],
    ]);
  });

  it("are told of a retry before it is waited for", async () => {
    expect(await told([{ status: 503 }, found])).toEqual([
      ["attempt", { ...about, attempt: 1, status: 503, duration }],
      ["retry", { ...about, attempt: 2, delay: 0, status: 503 }],
      ["attempt", { ...about, attempt: 2, status: 200, duration }],
      ["end", { ...about, status: 200, duration, attempts: 2 }],
    ]);
  });

  it("are told of an error status although result() does not throw it", async () => {
    const [, end] = await told([{ status: 404, json: {} }]);
    expect(end).toEqual(["end", { ...about, status: 404, duration, attempts: 1, error: expect.anything() as unknown }]);
    expect(end?.[1]).toMatchObject({ error: { name: "ApiError", status: 404 } });
  });

  it("are told of failures without a status", async () => {
    const { told: all, hooks } = telling();
    const answers = replying({ status: 503 }, () => Promise.reject(new TypeError("reset")));
    await errorOf(get(makeCore({ ...answers, hooks }), { retry: { limit: 1 } }));
    const last = all.slice(-2).map(([name, facts]) => [name, "status" in (facts as object)]);
    expect(last).toEqual([
      ["attempt", false],
      ["end", false],
    ]);
    expect(all.at(-1)?.[1]).toMatchObject({ attempts: 2, error: { name: "ConnectionError" } });
  });

  it("are told of a sign-in, and of its requests by their operations", async () => {
    const { told: all, hooks } = telling();
    await signedIn(new Appliance(), password, user, { hooks }).call();
    expect(all.filter(([name]) => name === "signIn")).toEqual([
      ["signIn", { service: "shop", kind: "password", duration }],
    ]);
    expect(all.filter(([name]) => name === "end").map(([, facts]) => (facts as typeof about).operation)).toEqual([
      "login",
      "guarded",
    ]);
  });

  it("are told of a sign-in that failed", async () => {
    const { told: all, hooks } = telling();
    const shop = new Appliance({ "POST /session": [{ status: 401, json: {} }] });
    await errorOf(signedIn(shop, password, user, { hooks }).call());
    expect(all.find(([name]) => name === "signIn")?.[1]).toMatchObject({ error: { name: "SignInError" } });
  });

  it("are told of calls of the http client", async () => {
    const { told: all, hooks } = telling();
    const http = httpClient<Record<string, never>>(makeCore({ ...replying(found), hooks }), { usual: [], other: {} });
    await (http as unknown as { GET(path: string): Promise<unknown> }).GET("/items");
    expect(all.at(-1)).toEqual([
      "end",
      { service: "shop", operation: "GET /items", method: "GET", path: "/items", status: 200, duration, attempts: 1 },
    ]);
  });

  it("are those of the core's latest options", async () => {
    const first = telling();
    const second = telling();
    await get(withOptions(makeCore({ ...replying(found), hooks: first.hooks }), { hooks: second.hooks }));
    expect(first.told).toEqual([]);
    expect(second.told).toHaveLength(2);
  });
});

describe("a hook that fails", () => {
  const boom = (): never => {
    throw new Error("boom");
  };
  it.each<[string, Hooks]>([
    ["at once", { onAttempt: boom, onRetry: boom, onEnd: boom }],
    ["later", { onAttempt: async () => boom(), onRetry: async () => boom(), onEnd: async () => boom() }],
  ])("%s, is logged and ends no call", async (_, hooks) => {
    const logged: [string, unknown][] = [];
    const logger = { error: (message: string, details?: object) => logged.push([message, details]) };
    expect(await get(makeCore({ ...replying({ status: 503 }, found), hooks, logger }))).toEqual({ id: "a" });
    await Promise.resolve();
    expect(logged).toHaveLength(4);
    expect(logged[0]).toEqual(["shop: a hook failed", { error: new Error("boom") }]);
  });

  it("does so without a logger", async () => {
    expect(await get(makeCore({ ...replying(found), hooks: { onEnd: boom } }))).toEqual({ id: "a" });
  });

  it("does not take the error's place", async () => {
    const error = await errorOf(get(makeCore({ ...replying({ status: 404, json: {} }), hooks: { onEnd: boom } })));
    expect(error).toMatchObject({ name: "ApiError", status: 404 });
  });

  it("in a sign-in does not end it", async () => {
    expect(await signedIn(new Appliance(), password, user, { hooks: { onSignIn: boom } }).call()).toEqual({ id: "a" });
  });
});

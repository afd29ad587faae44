import { once } from "node:events";
import { createServer } from "node:http";
import { startMock, type Violation } from "@vendor-sdks/mock-server";
import { describe, expect, onTestFinished, test } from "vitest";
import { kindsOf } from "../../mock/credentials.ts";
import { root } from "../../bin.ts";
import { handWrittenOf } from "../../generate/specs.ts";
import { readVendor } from "../../mock/vendor.ts";
import { printWalk } from "../../tour/print.ts";
import { planSignIn } from "../../tour/sign-in.ts";
import { walk } from "../../tour/walk.ts";

// What a vendor's own document lacks, sessions for one, is no fault of the tour.
const vendors = handWrittenOf(root).map(readVendor);
const violation: Violation = { location: ["request", "body"], severity: "Error", message: "wrong" };

async function refusingServer(): Promise<string> {
  const server = createServer((_, response) => response.writeHead(418).end("short and stout")).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no address");
  return `http://127.0.0.1:${address.port}`;
}

/** Texts under the given names in a JSON body. */
function secretsIn(body: string, names: ReadonlySet<string>): string[] {
  const found: string[] = [];
  if (body === "") return found;
  JSON.parse(body, (name, value: unknown) => {
    if (names.has(name) && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}

function raise(): never {
  throw new Error("the vendor takes no credentials");
}

describe.each(vendors)("the walk through $name", (vendor) => {
  test("begins with the sign-in, ends with the sign-out, and tells of every request", async () => {
    await using mock = await startMock(vendor.document);
    const { steps, problem } = await walk({ vendor, mock });
    expect(problem).toBeUndefined();
    expect(steps.at(0)?.call).toBe("signIn()");
    expect(steps.at(-1)?.call).toBe("close()");
    const calls = steps.slice(1, -1);
    expect(calls.length).toBeGreaterThan(0);
    for (const { call, requests } of calls) {
      expect(requests.map(({ operation }) => call.includes(`.${operation}(`))).toEqual([true]);
    }
    const told = steps.flatMap(({ requests }) => requests.map(({ method, target }) => `${method} ${target}`));
    expect(mock.requests.map(({ method, url }) => `${method} ${url}`)).toEqual(told);
  });

  test("shows no secret, be it given or answered", async () => {
    await using mock = await startMock(vendor.document);
    const walked = await walk({ vendor, mock });
    const { kind, credentials } = planSignIn(vendor) ?? raise();
    const given = Object.entries(credentials).flatMap(([name, value]) =>
      kind.fields[name]?.secret === false ? [] : [value],
    );
    const answered = walked.steps.flatMap(({ requests }) =>
      requests.flatMap(({ text }) => secretsIn(text, walked.sensitive)),
    );
    const text = printWalk({ vendor, mock }, walked);
    expect([given.length, answered.length]).not.toContain(0);
    expect([...given, ...answered].filter((secret) => text.includes(String(secret)))).toEqual([]);
  });

  test("tells the steps of a login from calls of methods", async () => {
    await using mock = await startMock(vendor.document);
    const { steps } = await walk({ vendor, mock });
    const hasLogin = kindsOf(vendor.document).some(({ login }) => login !== undefined);
    const own = steps.at(0)?.requests ?? [];
    expect(own.length > 0).toBe(hasLogin);
    expect(own.filter(({ operation }) => operation !== undefined)).toEqual([]);
  });

  test("an answer that is no success ends it with the call and the reason", async () => {
    const { problem } = await walk({ vendor, mock: { baseUrl: await refusingServer(), violations: () => [] } });
    expect(problem).toMatch(/^(?:signIn|\w+\.\w+)\(.*\): .*418/);
  });

  test("a request that the mock finds fault with ends it", async () => {
    await using mock = await startMock(vendor.document);
    const { problem } = await walk({ vendor, mock: { baseUrl: mock.baseUrl, violations: () => [violation] } });
    expect(problem).toMatch(/: the mock refuses [A-Z]+ \/\S+: request\.body: wrong$/);
  });
});

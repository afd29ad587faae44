import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { Logger, LogLevel } from "../../src/options.ts";
import { call } from "../../src/call.ts";
import { Appliance, signedIn, user } from "../support/appliance.ts";
import { password, token } from "../support/kinds.ts";
import { type Answer, replying } from "../support/replies.ts";
import { errorOf, get, getItem, makeCore, post, service } from "../support/sample.ts";
import type { Given } from "../support/sample.ts";
import { withOptions } from "../../src/settings.ts";

interface Line {
  readonly level: string;
  readonly message: string;
  readonly details: Details | undefined;
}
interface Details {
  readonly error?: Error;
  readonly request?: { readonly headers: Record<string, string>; readonly body: string };
  readonly response?: { readonly headers: Record<string, string>; readonly body: string };
}

const found = { json: { id: "a" } };

function logging(logLevel?: LogLevel): { lines: Line[]; options: Given; at(level: string): string[] } {
  const lines: Line[] = [];
  const into =
    (level: string) =>
    (message: string, details?: object): void =>
      void lines.push({ level, message, details });
  const logger = { debug: into("debug"), info: into("info"), warn: into("warn"), error: into("error") };
  return {
    lines,
    options: { logger, logLevel },
    at: (level) => lines.filter((each) => each.level === level).map(({ message }) => message),
  };
}

async function logOf(
  answers: readonly Answer[],
  run: (core: ReturnType<typeof makeCore>) => Promise<unknown>,
  own = service,
): Promise<Line[]> {
  const log = logging("debug");
  await run(makeCore({ service: own, ...replying(...answers), ...log.options })).catch(() => undefined);
  return log.lines;
}

describe("the level", () => {
  const provoke = async (level: LogLevel | undefined): Promise<string[]> => {
    const log = logging(level);
    const answers = replying({ status: 503 }, { status: 202, json: { id: "a" } });
    const onEnd = (): never => {
      throw new Error("no");
    };
    await get(makeCore({ ...answers, ...log.options, hooks: { onEnd } }));
    return log.lines.map((line) => line.level);
  };

  it.each<[LogLevel | undefined, string[]]>([
    ["debug", ["info", "error", "warn", "debug"]],
    ["info", ["info", "error", "warn"]],
    ["warn", ["error", "warn"]],
    [undefined, ["error", "warn"]],
    ["error", ["error"]],
    ["off", []],
  ])("%s lets through what is at least as grave", async (level, expected) => {
    expect(await provoke(level)).toEqual(expected);
  });

  it("may be changed by withOptions(), and the logger stays", async () => {
    const log = logging();
    const core = makeCore({ ...replying(found), ...log.options });
    await get(withOptions(core, { logLevel: "debug" }));
    await get(core);
    expect(log.at("debug")).toHaveLength(1);
  });
});

describe("at debug a call", () => {
  it("is one line: method, address, status, duration, attempts", async () => {
    const [, line] = await logOf([{ status: 503 }, found], (core) => get(core));
    expect(line?.message).toMatch(
      /^shop: getItem \(GET http:\/\/shop\.test\/items\/a\) answered 200 after \d+ ms, 2 attempts$/,
    );
  });

  it("that got no answer says why", async () => {
    const log = logging("debug");
    const fetch = (): Promise<never> => Promise.reject(new TypeError("gone"));
    await errorOf(get(makeCore({ fetch, ...log.options }), { retry: { limit: 0 } }));
    expect(log.at("debug")[0]).toMatch(/failed after \d+ ms, 1 attempt: ConnectionError: getItem got no answer/);
  });

  it("that is aborted while it waits to try again says so, and is no deviation", async () => {
    const controller = new AbortController();
    const log = logging("debug");
    const hooks = { onRetry: () => queueMicrotask(() => controller.abort()) };
    const answers = replying({ status: 429, headers: { "retry-after": "30" } });
    await errorOf(get(makeCore({ ...answers, ...log.options, hooks }), { signal: controller.signal }));
    expect(log.at("warn")).toEqual([]);
    expect(log.at("debug")[0]).toMatch(/answered 429 after \d+ ms, 1 attempt: AbortError: getItem was aborted$/);
  });

  it("that was never sent is told with the path template", async () => {
    const [line] = await logOf([found], (core) => call(core, getItem, { id: ".." }, undefined));
    expect(line?.message).toMatch(/^shop: getItem \(GET \/items\/\{id\}\) failed after \d+ ms, 0 attempts: Conf/);
    expect(line?.details?.request).toBeUndefined();
  });

  it("has the headers and bodies of both ways", async () => {
    const [line] = await logOf([{ status: 201, json: { id: "a" }, headers: { "x-request-id": "r1" } }], (core) =>
      post(core, { name: "b" }),
    );
    expect(line?.details?.request).toMatchObject({ headers: { accept: "application/json" }, body: '{"name":"b"}' });
    expect(line?.details?.response).toMatchObject({ headers: { "x-request-id": "r1" }, body: '{"id":"a"}' });
  });

  it("whose body goes to the caller unread has none", async () => {
    const [line] = await logOf([found], (core) => get(core).asResponse());
    expect(line?.details?.response?.body).toBe("");
  });
});

describe("at info", () => {
  it("a retry says what came before it", async () => {
    const log = logging("info");
    const core = makeCore({ ...replying({ status: 503 }, found), ...log.options });
    await get(core);
    expect(log.at("info")).toEqual(["shop: getItem answered 503; attempt 2 in 0 ms"]);
  });

  it("a sign-in says its kind", async () => {
    const log = logging("info");
    await signedIn(new Appliance(), password, user, log.options).call();
    expect(log.at("info")).toEqual([expect.stringMatching(/^shop: signed in with credentials of the kind password/)]);
  });

  it("a token that is taken as it is, is no sign-in", async () => {
    const log = logging("info");
    const shop = new Appliance();
    shop.alive.add("t");
    await signedIn(shop, token, { token: "t" }, log.options).call();
    expect(log.lines).toEqual([]);
  });
});

describe("at warn", () => {
  const json = "application/json";
  const page = { "content-type": "text/html" };
  it.each<[string, Answer, string]>([
    ["a success that the spec does not name", { status: 202, json: {} }, "getItem answered 202, which"],
    ["an error that it does not name", { status: 418, json: {} }, `getItem answered 418 with ${json}, which`],
    [
      "an error of another type",
      { status: 404, text: "<p>", headers: page },
      "getItem answered 404 with text/html, which",
    ],
    ["a success of another type", { text: "<p>", headers: page }, "getItem answered 200, but without a valid body"],
  ])("there is %s", async (_, answer, expected) => {
    const log = logging();
    await get(makeCore({ ...replying(answer), ...log.options }))
      .result()
      .catch(() => undefined);
    expect(log.lines.map(({ level }) => level)).toEqual(["warn"]);
    expect(log.lines[0]?.message).toContain(expected);
  });

  it("there is a sign-in that failed", async () => {
    const log = logging();
    const shop = new Appliance({ "POST /session": [{ status: 403, json: {} }] });
    await errorOf(signedIn(shop, password, user, log.options).call());
    expect(log.at("warn")).toEqual([
      expect.stringContaining("could not sign in with credentials of the kind password"),
    ]);
    expect(log.lines[0]?.details?.error).toMatchObject({ name: "SignInError" });
  });

  it("there is nothing of an answer that the spec declares", async () => {
    const log = logging();
    await get(makeCore({ ...replying({ status: 404, json: {} }), ...log.options })).result();
    expect(log.lines).toEqual([]);
  });
});

function fails(): never {
  throw new Error("disk full");
}

it.each<[string, Logger]>([
  ["throws", { debug: fails }],
  ["rejects later", { debug: () => Promise.reject(new Error("disk full")) as never }],
  ["throws when it is asked for its method", Object.defineProperty({}, "debug", { get: fails })],
])("a logger that %s ends neither the call nor the process", async (_, logger) => {
  expect(await get(makeCore({ ...replying(found), logger, logLevel: "debug" }))).toEqual({ id: "a" });
  // A rejection that nobody hears would fail the run.
  await setImmediate();
});

it("a logger need not have every method", async () => {
  expect(await post(makeCore({ ...replying({ status: 201, ...found }), logger: {}, logLevel: "debug" }), {})).toEqual({
    id: "a",
  });
});

import { Console } from "node:console";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { call } from "../src/call.ts";
import { Client } from "../src/client.ts";
import { signInByOneOf } from "../src/credentials/sign-in-by-one-of.ts";
import { diagnosticsFor } from "../src/diagnostics/diagnostics.ts";
import { httpClient } from "../src/http.ts";
import type { Core } from "../src/core.ts";
import { exportSession } from "../src/credentials/resume.ts";
import { withOptions } from "../src/settings.ts";
import { Appliance, signedIn } from "./support/appliance.ts";
import { guarded, password } from "./support/kinds.ts";
import { byCursor, list } from "./support/list.ts";
import { type Answer, replying } from "./support/replies.ts";
import { errorOf, get, makeCore, service } from "./support/sample.ts";

const canaries = ["canary-password", "canary-header", "canary-call", "canary-body", "session-token-1"];
const given = { username: "ops", password: "canary-password" };
const headers = { Authorization: "Bearer canary-header", "x-own": "canary-header" };
const options = { headers: { "x-call": "canary-call" } };

/** All that a person or a logger might make of a value. */
function shown(value: unknown): string {
  let printed = "";
  const stream = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  new Console(stream).log(value, [value], { value });
  return [
    inspect(value),
    // Of an error, getters are how a program reads the body.
    inspect(value, { depth: 20, showHidden: true, getters: !(value instanceof Error) }),
    JSON.stringify(value),
    JSON.stringify({ value }),
    printed,
    value instanceof Error ? String(value.stack) + value.message + String(value) : "",
  ].join("\n");
}

function expectNone(value: unknown): void {
  const text = shown(value);
  // Of a text with a canary only its surroundings: a report is not to be searched for it.
  const found = canaries.map((canary) => text.indexOf(canary)).filter((index) => index >= 0);
  expect(found.map((index) => text.slice(Math.max(0, index - 60), index + 30))).toEqual([]);
}

class Groups extends Client {
  readonly items: { readonly core: Core } = { core: this.core };
}

const shop = (): Appliance => new Appliance();

describe("no secret is shown by", () => {
  it("a core, before and after it is used, and its clones", async () => {
    const { core, call: guardedCall } = signedIn(shop(), password, given, { headers });
    expectNone(core);
    await guardedCall(options);
    expectNone(core);
    expectNone(withOptions(core, { headers: { "x-more": "canary-header" } }));
    expect(shown(core)).toContain("shop.test");
  });

  it("a client and its groups", async () => {
    const client = new Groups(signedIn(shop(), password, given, { headers }).core);
    await client.signIn();
    expectNone(client);
    expectNone(client.items);
  });

  it("a sign-in and a session", async () => {
    const signIn = signInByOneOf([password], given);
    expectNone(signIn);
    const { core } = signedIn(shop(), password, given);
    await core.session?.held(true);
    expect(core.session).toBeDefined();
    expectNone(core.session);
  });

  it("a call, pending and settled, with its pages", async () => {
    const { core } = signedIn(shop(), password, given, { headers });
    const pending = call(core, guarded, { id: "a" }, options);
    expectNone(pending);
    await pending;
    expectNone(pending);
    const pages = replying({ json: { items: [1], next: "canary-body" } });
    const walk = list(makeCore({ ...pages, headers }), byCursor, {}, options);
    expectNone(walk);
    const iterator = walk.pages()[Symbol.asyncIterator]();
    await iterator.next();
    expectNone(walk);
    expectNone(iterator);
  });

  it("openapi-fetch's client, and what watches", async () => {
    const core = makeCore({ ...replying({ json: {} }), headers, hooks: {} });
    expectNone(httpClient(core, { usual: [], other: {} }));
    expectNone(core.observer);
    expectNone(diagnosticsFor({})(service, { logger: {} }));
  });
});

describe("no secret is shown by an error", () => {
  const body = { message: "canary-password", token: "canary-body", deep: { token: "session-token-1" } };
  const secretHeaders = { "set-cookie": "canary-body", "x-echo": "session-token-1" };
  const reset = (): Promise<never> => Promise.reject(new TypeError("fetch failed"));

  it.each<[string, string, Answer]>([
    ["of the API", "ApiError", { status: 404, json: body, headers: secretHeaders }],
    ["of the API, undeclared", "ApiError", { status: 418, text: "canary-body", headers: secretHeaders }],
    ["of want of rights", "ApiError", { status: 403, json: body, headers: secretHeaders }],
    ["of reading", "ParseError", { text: '{"token":"canary-body"', headers: secretHeaders }],
    ["of reading HTML", "ParseError", { text: "<p>session-token-1</p>", headers: { "content-type": "text/html" } }],
    ["of the connection", "ConnectionError", reset],
    ["of a redirect", "ConnectionError", { status: 302, headers: { location: "ftp://canary-body" } }],
  ])("%s", async (_, name, answer) => {
    const appliance = new Appliance({ "GET /items/a": [answer] });
    const setup = signedIn(appliance, password, given, { headers, retry: { limit: 0 } });
    const error = await errorOf(setup.call(options));
    expect(error.name).toBe(name);
    expectNone(error);
  });

  it.each<[string, Answer]>([
    ["that is refused", { status: 401, json: body, headers: secretHeaders }],
    ["that is no JSON", { text: "canary-body canary-password" }],
    ["without a token", { json: { other: "canary-body" } }],
    ["that is cut", reset],
  ])("of a sign-in %s", async (_, answer) => {
    const appliance = new Appliance({ "POST /session": [answer] });
    const error = await errorOf(signedIn(appliance, password, given, { headers, retry: { limit: 0 } }).call(options));
    expectNone(error);
    expectNone(error.cause);
  });

  it("of the time, an abort, and the arguments", async () => {
    const core = makeCore({ ...replying(() => undefined), headers });
    expectNone(await errorOf(get(core, { ...options, timeout: 5, retry: { limit: 0 } })));
    expectNone(await errorOf(get(core, { ...options, signal: AbortSignal.abort() })));
    expectNone(await errorOf(call(core, guarded, { id: "", "canary?": 1 }, options)));
  });

  it("of credentials that fit no kind, or that no header can hold", async () => {
    const wrong = (): unknown => signedIn(shop(), password, { ...given, unknown: "canary-password" });
    expect(wrong).toThrow(/fit no kind/);
    expectNone(await errorOf((async () => wrong())()));
    const appliance = new Appliance({ "POST /session": [{ json: { token: "canary-body\n" } }] });
    expectNone(await errorOf(signedIn(appliance, password, given).call()));
  });
});

it("an exported session is what is meant to be read, and shows what it holds", async () => {
  const { core } = signedIn(shop(), password, given);
  expect(shown(await exportSession(core))).toContain("session-token-1");
});

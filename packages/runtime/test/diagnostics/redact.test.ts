import { describe, expect, it } from "vitest";
import { call } from "../../src/call.ts";
import { hold } from "../../src/credentials/held.ts";
import { diagnosticsFor } from "../../src/diagnostics/diagnostics.ts";
import { maskOf, redactBody, redactHeaders, redactUrl } from "../../src/diagnostics/redact.ts";
import type { Secrecy } from "../../src/diagnostics/secrets.ts";
import { Exchange } from "../../src/exchange.ts";
import { form } from "../../src/styles.ts";
import { Appliance, signedIn, user } from "../support/appliance.ts";
import { basic, password, token } from "../support/kinds.ts";
import { replying } from "../support/replies.ts";
import { createItem, getItem, makeCore } from "../support/sample.ts";
import type { Given } from "../support/sample.ts";

const secrecy: Secrecy = { credentials: ["x-session", "k"], sensitive: ["pin", "sessionId", "keys"] };
const extras = [diagnosticsFor(secrecy)];
const json = "application/json";
const same = (text: string): string => text;

function maskFor(
  args: Record<string, unknown>,
  secrets: readonly string[] = [],
  headers: HeadersInit = {},
): ReturnType<typeof maskOf> {
  const exchange = new Exchange(makeCore({}), getItem, args, undefined);
  const held = hold(token, Object.fromEntries(secrets.entries()), {}, 0);
  return maskOf(Object.assign(exchange, { held, headers: new Headers(headers) }), secrecy);
}

describe("a JSON body", () => {
  it("is shown without what is sensitive, by name, at any depth, in lists and maps", () => {
    const body = { pin: "1", list: [{ sessionId: "2" }, { a: { pin: { deep: "3" } } }], keys: { any: "4" }, id: "5" };
    expect(redactBody(JSON.stringify(body), json, secrecy, same)).toBe(
      '{"pin":"***","list":[{"sessionId":"***"},{"a":{"pin":"***"}}],"keys":"***","id":"5"}',
    );
  });

  it("is shown without known secrets, escaped ones and names included", () => {
    const mask = maskFor({}, ['se"cret']);
    expect(redactBody(JSON.stringify({ 'se"cret': 1, note: 'my se"cret!' }), json, secrecy, mask)).toBe(
      '{"***":1,"note":"my ***!"}',
    );
  });

  it("keeps long integers as they came", () => {
    expect(redactBody('{"id":9007199254740993}', json, secrecy, same)).toContain("9007199254740993");
  });

  it("keeps a property called __proto__", () => {
    expect(redactBody('{"__proto__":{"pin":"1"}}', json, secrecy, same)).toBe('{"__proto__":{"pin":"***"}}');
  });

  it("is cut where it is long, and not even parsed where it is huge", () => {
    const long = redactBody(JSON.stringify("x".repeat(5_000)), json, secrecy, same);
    expect(long.length).toBeLessThan(2_100);
    expect(long).toContain("… [application/json, 5002 characters]");
    expect(redactBody(`"${"x".repeat(1_000_000)}"`, json, secrecy, same)).toBe(
      "[application/json, 1000002 characters]",
    );
  });

  it("is cut after it is redacted, so that no half of a secret is left", () => {
    const mask = maskFor({}, ["canary-canary"]);
    for (let length = 1_980; length < 2_005; length++) {
      expect(redactBody(JSON.stringify("x".repeat(length) + "canary-canary"), json, secrecy, mask)).not.toContain(
        "can",
      );
    }
  });
});

it.each([
  ["<p>pin</p>", "text/html", "[text/html, 10 characters]"],
  ["{pin", json, "[application/json, 4 characters, no valid JSON]"],
  ["pin=1", "application/x-www-form-urlencoded", "[application/x-www-form-urlencoded, 5 characters]"],
  ["pin", "", "[no content type, 3 characters]"],
  ['{"pin":"1"}', "text/plain", '{"pin":"***"}'],
  [new FormData(), "", "[FormData]"],
  [new Blob(["pin"]), "", "[Blob]"],
  [undefined, "", ""],
  ["", json, ""],
])("of a body %s of the type %s there is %s", (body, type, shown) => {
  expect(redactBody(body, type, secrecy, same)).toBe(shown);
});

describe("headers", () => {
  it.each(["authorization", "cookie", "set-cookie", "proxy-authorization", "x-session", "X-Api-Key", "x-csrf-token"])(
    "hide %s",
    (name) => {
      expect(redactHeaders(new Headers({ [name]: "v" }), secrecy, same)).toEqual({ [name.toLowerCase()]: "***" });
    },
  );

  it("show the others, without known secrets", () => {
    const mask = maskFor({}, ["hunter22"]);
    expect(redactHeaders(new Headers({ "x-request-id": "r1", "x-echo": "I am hunter22" }), secrecy, mask)).toEqual({
      "x-request-id": "r1",
      "x-echo": "I am ***",
    });
  });
});

describe("a URL", () => {
  it("hides parameters of credentials and those that are sensitive", () => {
    const url = "http://shop.test/items?k=1&pin=2&a=3&p%69n=4";
    expect(redactUrl(url, secrecy, same)).toBe("http://shop.test/items?k=***&pin=***&a=3&p%69n=***");
  });

  it("hides a path parameter that is sensitive, and known secrets in their encoded form", () => {
    const mask = maskFor({ sessionId: "s/1" }, ["a b"]);
    expect(redactUrl("http://shop.test/sessions/s%2F1?q=a%20b", secrecy, mask)).toBe(
      "http://shop.test/sessions/***?q=***",
    );
  });

  it("may have a percent sign that encodes nothing", () => {
    expect(redactUrl("http://shop.test/?%=1", secrecy, same)).toBe("http://shop.test/?%=1");
  });
});

it("a credential in a header of the user's own is hidden where it is echoed", () => {
  const mask = maskFor({}, [], { authorization: "Bearer my-own-token" });
  expect(mask("you sent my-own-token")).toBe("you sent ***");
});

it("of two secrets the longer one goes first", () => {
  expect(maskFor({}, ["abc", "abcdef"])("abcdef")).toBe("***");
});

describe("what a logger gets at debug", () => {
  const canaries = ["hunter22", "session-token-1", "canary-pin", "canary-key", "canary-header"];

  async function logged(run: (options: Given) => Promise<unknown>): Promise<string> {
    const lines: unknown[] = [];
    const into = (...all: unknown[]): void => void lines.push(all);
    await run({ logger: { debug: into, info: into, warn: into, error: into }, logLevel: "debug" });
    return JSON.stringify(lines);
  }
  const free = (text: string): void => {
    expect(text.length).toBeGreaterThan(100);
    for (const canary of canaries) expect(text).not.toContain(canary);
    expect(text).not.toContain(btoa("ops:hunter22"));
  };

  it("of a sign-in, its calls and its end holds no secret", async () => {
    const echo = { json: { id: "session-token-1", echo: "hunter22" } };
    const shop = new Appliance({ "GET /items/a": [{ ...echo, headers: { "x-echo": "session-token-1" } }] });
    free(
      await logged(async (options) => {
        const { core, call: guarded } = signedIn(shop, password, user, { extras, ...options });
        await guarded();
        await core.close();
      }),
    );
  });

  it.each([
    ["a token", token, { token: "canary-key" }],
    ["a name and a password", basic, { ...user, via: "basic" }],
  ])("of a call with %s holds none, in whatever way it is echoed", async (_, kind, given) => {
    const secret = "token" in given ? given.token : given.password;
    const echo = { status: 418, json: { message: `no ${secret}` }, headers: { "x-echo": secret } };
    free(
      await logged((options) =>
        signedIn(replying(echo), kind, given, { extras, ...options })
          .call()
          .result()
          .catch(() => undefined),
      ),
    );
  });

  it("of an answer that quotes what is sensitive in the body sent holds none", async () => {
    const reply = { status: 400, json: { message: "canary-pin is too short" } };
    free(
      await logged((options) =>
        call(
          makeCore({ extras, ...replying(reply), ...options }),
          createItem,
          { body: [{ pin: "canary-pin" }] },
          undefined,
        )
          .result()
          .catch(() => undefined),
      ),
    );
  });

  it("of a call with sensitive arguments and headers holds none, and the call is sent as it is", async () => {
    const { fetch, sent } = replying({ status: 201, json: { sessionId: "canary-key", list: [{ pin: "canary-pin" }] } });
    const operation = { ...createItem, query: { pin: form } };
    const body = { pin: "canary-pin", nested: [{ pin: "canary-pin" }] };
    const headers = { Authorization: "Bearer canary-header" };
    let data: unknown;
    free(
      await logged(async (options) => {
        const core = makeCore({ extras, fetch, headers, ...options });
        data = await call(core, operation, { body, pin: "canary-pin" }, undefined);
      }),
    );
    expect(data).toEqual({ sessionId: "canary-key", list: [{ pin: "canary-pin" }] });
    expect(body.nested).toEqual([{ pin: "canary-pin" }]);
    expect(sent[0]?.body).toBe(JSON.stringify(body));
  });
});

import { describe, expect, it } from "vitest";
import { hold } from "../../src/credentials/held.ts";
import type { Kind } from "../../src/credentials/kind.ts";
import { type Secrecy, secretsOf } from "../../src/diagnostics/secrets.ts";
import { Exchange } from "../../src/exchange.ts";
import { basic, withCode } from "../support/kinds.ts";
import { getItem, makeCore } from "../support/sample.ts";

const secrecy: Secrecy = { credentials: ["x-key"], sensitive: ["pin"] };

function secretsWith(kind: Kind, given: object, kept: object = given): string[] {
  const exchange = new Exchange(makeCore({}), getItem, { id: "a" }, undefined);
  const held = hold(kind, given as Record<string, unknown>, kept as Record<string, unknown>, 0);
  return secretsOf(Object.assign(exchange, { held }), secrecy);
}

describe("secret are", () => {
  it("all fields but those that the kind calls public", () => {
    const user = { username: "operator-1", password: "hunter22", code: "1" };
    expect(secretsWith(withCode, user, {})).toEqual(["hunter22", "1"]);
    expect(secretsWith(basic, { username: "operator-1", password: "pw", via: "basic" })).toEqual(["pw"]);
  });

  it("no switches, and no fields that were left out", () => {
    expect(secretsWith(withCode, { password: undefined, code: true }, {})).toEqual([]);
  });

  it("what was kept of a sign-in beside what it was made with, unless it is a plain word", () => {
    expect(secretsWith(withCode, { password: "pw" }, { token: "12345678", id: "me" })).toEqual(["12345678", "pw"]);
    expect(secretsWith(withCode, {}, { token: undefined })).toEqual([]);
  });

  it("the values of a session that was taken up, whatever the kind", () => {
    expect(secretsWith(basic, {}, { password: "a-long-password" })).toEqual(["a-long-password"]);
  });
});

it("a call without credentials has no secrets", () => {
  expect(secretsSent({ id: "a" })).toEqual([]);
});

function secretsSent(args: object, headers: HeadersInit = {}): string[] {
  const exchange = new Exchange(makeCore({}), getItem, args as Record<string, unknown>, undefined);
  return secretsOf(Object.assign(exchange, { headers: new Headers(headers) }), secrecy);
}

describe("secret of what is sent are", () => {
  it("the headers that carry credentials, and the tokens in them, unless these are plain words", () => {
    expect(secretsSent({}, { authorization: "Basic b3BzOnB3", "x-key": "k ey", accept: "text/plain" })).toEqual([
      "Basic%20b3BzOnB3",
      "Basic b3BzOnB3",
      "b3BzOnB3",
      "k%20ey",
      "k ey",
    ]);
  });

  it("what is sensitive in the arguments, at any depth, beside and in lists", () => {
    const body = [{ pin: "first" }, { deep: { pin: ["second", { any: "third" }] }, id: "plain" }];
    expect(secretsSent({ body, "query.pin": "fourth" }).sort()).toEqual(["first", "fourth", "second", "third"]);
  });

  it("not what is beside it, and of bytes nothing is looked at", () => {
    expect(secretsSent({ pin: undefined, body: { pin: 5, data: new Uint8Array(8) } })).toEqual([]);
  });

  it("found where arguments go in a circle, and where a text has half of a character", () => {
    const body: Record<string, unknown> = { pin: "half \ud83d" };
    body["body"] = body;
    expect(secretsSent({ body })).toContain("half \ud83d");
  });
});

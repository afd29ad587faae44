import { describe, expect, it } from "vitest";
import { hold } from "../../src/credentials/held.ts";
import type { Kind } from "../../src/credentials/kind.ts";
import { secretsOf } from "../../src/diagnostics/secrets.ts";
import { Exchange } from "../../src/exchange.ts";
import { basic, withCode } from "../support/kinds.ts";
import { getItem, makeCore } from "../support/sample.ts";

function secretsWith(kind: Kind, given: object, kept: object = given): string[] {
  const exchange = new Exchange(makeCore({}), getItem, { id: "a" }, undefined);
  const held = hold(kind, given as Record<string, unknown>, kept as Record<string, unknown>, 0);
  return secretsOf(Object.assign(exchange, { held }));
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
    expect(secretsWith(withCode, { password: "pw" }, { token: "12345678", id: "me" })).toEqual(["pw", "12345678"]);
    expect(secretsWith(withCode, {}, { token: undefined })).toEqual([]);
  });

  it("the values of a session that was taken up, whatever the kind", () => {
    expect(secretsWith(basic, {}, { password: "a long password" })).toEqual(["a long password"]);
  });
});

it("a call without credentials has no secrets", () => {
  expect(secretsOf(new Exchange(makeCore({}), getItem, { id: "a" }, undefined))).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { chooseKind } from "../../src/credentials/choose.ts";
import type { ExportedSession } from "../../src/core.ts";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { basic, password, token, withCode } from "../support/kinds.ts";

const kinds = [token, basic, password, withCode];
const choose = (given: object, session?: ExportedSession): string =>
  chooseKind("shop", kinds, given as Record<string, unknown>, session).name;

describe("the kind of credentials", () => {
  it.each([
    [{ token: "t" }, "token"],
    [{ token: () => "t" }, "token"],
    [{ username: "u", password: "p" }, "password"],
    [{ username: "u", password: "p", domain: "d" }, "password"],
    [{ username: "u", password: "p", code: "1" }, "withCode"],
    [{ username: "u", password: "p", via: "basic" }, "basic"],
    [{ username: "u", password: "p", via: undefined, token: undefined }, "password"],
  ])("that %j fits", (given, name) => {
    expect(choose(given)).toBe(name);
  });

  it.each([
    [{}],
    [{ username: "u" }],
    [{ username: "u", password: "p", token: "t" }],
    [{ token: "t", domain: "d" }],
    [{ username: "u", password: "p", via: "other" }],
    [{ toString: "x" }],
  ])("that %j fits is none: the error lists the kinds and quotes no value", (given) => {
    expect(() => choose(given)).toThrow(ConfigurationError);
    expect(() => choose(given)).toThrow(
      /token \(token\); basic \(username, password, via\); password \(username, password, domain\?\)/,
    );
  });

  it("is the session's own where nothing is given beside a session", () => {
    const session = { service: "shop", origin: "http://shop.test", kind: "withCode", values: {} };
    expect(choose({}, session)).toBe("withCode");
    expect(choose({ username: "u", password: "p" }, session)).toBe("password");
    expect(() => choose({}, { ...session, kind: "gone" })).toThrow(ConfigurationError);
  });

  it("is not that of a session which is null, as a file may hold it", () => {
    expect(() => choose({}, null as never)).toThrow(ConfigurationError);
  });

  it("is not told by a value, so no error holds one", () => {
    expect(() => choose({ username: "u", password: "hunter2", token: "t0ken" })).toThrow(/^(?!.*(hunter2|t0ken))/s);
  });
});

import { describe, expect, it } from "vitest";
import { type Fields, fieldsOf } from "../../src/credentials/fields.ts";
import type { Kind } from "../../src/credentials/kind.ts";
import { errorOf } from "../support/sample.ts";
import { password, token, withCode, withFactor } from "../support/kinds.ts";

const user = { username: "ops", password: "hunter22" };
function fields(kind: Kind, given: object): Fields & { all(): Promise<unknown> } {
  const made = fieldsOf("shop", kind, given as Record<string, unknown>);
  const all = (): Promise<unknown> => made.ask(Object.keys(kind.fields), {});
  return Object.assign(made, { all });
}

describe("the values of fields", () => {
  it("are what was given, with defaults for the rest", async () => {
    expect(await fields(password, user).all()).toEqual({ ...user, domain: "LOCAL" });
  });

  it("are asked of functions, once a sign-in", async () => {
    let asked = 0;
    const given = fields(password, { username: "ops", password: async () => `secret ${++asked}` });
    expect(await given.all()).toMatchObject({ password: "secret 1" });
    expect(await given.all()).toMatchObject({ password: "secret 2" });
  });

  it("are asked only for the fields that are wanted", async () => {
    let asked = 0;
    const given = fields(withFactor, { ...user, code: () => `${++asked}` });
    await given.ask(["username", "password"], {});
    expect(asked).toBe(0);
    expect(await given.ask(["code"], { username: "ops" })).toEqual({ username: "ops", code: "1" });
  });

  it.each(["", undefined, 5])("that a function gives must be texts: %j", async (value) => {
    const error = await errorOf(fields(token, { token: () => value }).all());
    expect(error.message).toContain('"token" is missing or empty');
  });

  it.each([
    ["password", { username: "ops", password: undefined }],
    ["password", { username: "ops", password: "" }],
    ["domain", { ...user, domain: "" }],
  ])("that are needed and missing, or given and empty, are named: %s", async (name, given) => {
    const error = await errorOf(fields(password, given).all());
    expect(error).toMatchObject({
      name: "ConfigurationError",
      message: `Of the credentials "${name}" is missing or empty`,
    });
  });

  it("pass on what a function throws", async () => {
    const given = fields(token, { token: () => Promise.reject(new Error("vault is sealed")) });
    expect(await errorOf(given.all())).toEqual(new Error("vault is sealed"));
  });
});

describe("a one-time value", () => {
  it("given as text is never used twice, and the error does not quote it", async () => {
    const given = fields(withCode, { ...user, code: "246810" });
    expect(await given.all()).toMatchObject({ code: "246810" });
    const error = await errorOf(given.all());
    expect(error.message).toContain('"code" is used up');
    expect(error.message).not.toContain("246810");
  });

  it("given as a function is asked for anew", async () => {
    let code = 1;
    const given = fields(withCode, { ...user, code: () => `code ${code++}` });
    await given.all();
    expect(await given.all()).toMatchObject({ code: "code 2" });
  });
});

describe("signing in once more could work", () => {
  it.each<[string, Kind, object, boolean]>([
    ["with a name and a password", password, user, true],
    ["not with a token, which would be the same", token, { token: "t" }, false],
    ["with a function that gives a token", token, { token: () => "t" }, true],
    ["not without any field", password, {}, false],
  ])("%s", (_, kind, given, renewable) => {
    expect(fields(kind, given).isRenewable()).toBe(renewable);
  });

  it("until a one-time text is used up", async () => {
    const given = fields(withCode, { ...user, code: "1" });
    expect(given.isRenewable()).toBe(true);
    await given.all();
    expect(given.isRenewable()).toBe(false);
  });
});

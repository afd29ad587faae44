import { describe, expect, test } from "vitest";
import { exampleAuthorization, exampleFields, kindsOf, type Field } from "../../mock/credentials.ts";

const kind = (fields: Readonly<Record<string, Field>>) => ({ name: "kind", fields, authorize: {} });

describe("example values for credentials", () => {
  test("a field is made up from its name, unless the spec says what it may be", () => {
    const fields = {
      username: { secret: false },
      via: { const: "web" },
      cert: { const: true },
      realm: { default: "LOCAL" },
      way: { enum: ["mail", "app"] },
    };
    expect(exampleFields(kind(fields))).toEqual({
      username: "example-username",
      via: "web",
      cert: true,
      realm: "LOCAL",
      way: "mail",
    });
  });

  test("an optional field is given when it is asked for", () => {
    const fields = { token: {}, code: { optional: true, once: true }, realm: { optional: true } };
    expect(exampleFields(kind(fields))).toEqual({ token: "example-token" });
    expect(exampleFields(kind(fields), ["code"])).toEqual({ token: "example-token", code: "example-code" });
  });

  test("kinds come in the order of the document, each with its name", () => {
    const document = {
      "x-sdk-credentials": { token: { fields: {}, authorize: {} }, key: { fields: {}, authorize: {} } },
    };
    expect(kindsOf(document).map(({ name }) => name)).toEqual(["token", "key"]);
    expect(kindsOf({})).toEqual([]);
  });

  test("kinds that a document does not describe are those that its security requirements make", () => {
    const flows = { clientCredentials: { tokenUrl: "https://login.example.com/", scopes: {} } };
    const document = {
      paths: { "/a": { get: { security: [{ key: [] }, { client: [] }] } } },
      components: {
        securitySchemes: { key: { type: "apiKey", in: "header", name: "X" }, client: { type: "oauth2", flows } },
      },
    };
    const found = kindsOf(document).map(({ name, login }) => `${name} ${login?.tokenUrl}`);
    expect(found.toSorted().slice(0, 3)).toEqual([
      "accessToken undefined",
      "apiKey undefined",
      "client https://login.example.com/",
    ]);
  });

  test.each([
    ["$field.token", "example-1"],
    ["Token {$field.token}", "Token example-1"],
    ["{$session.type} {$session.value}", "example-type example-value"],
    ["$session.value", "example-value"],
    ["literal", "literal"],
  ])("%s becomes %s", (expression, value) => {
    expect(exampleAuthorization(expression, { token: "example-1" })).toBe(value);
  });

  test("an object is filled field by field", () => {
    const pair = { username: "$field.username", password: "$field.password" };
    expect(exampleAuthorization(pair, { username: "u", password: "p" })).toEqual({ username: "u", password: "p" });
  });
});

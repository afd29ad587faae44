import { describe, expect, it } from "vitest";
import { authorizationFor } from "../../src/openapi/authorization.ts";
import { evaluate } from "../../src/openapi/expression.ts";
import { specOf } from "../../src/openapi/spec.ts";

describe("an expression", () => {
  const scope = {
    field: { name: "ops", absent: undefined },
    session: { token: "t" },
    answer: { headers: new Headers({ "x-token": "h" }), body: { data: [{ id: 7, none: null }] } },
  };

  it.each([
    ["$field.name", "ops"],
    ["$field.absent", undefined],
    ["$session.token", "t"],
    ["$response.header.X-Token", "h"],
    ["$response.body#/data/0/id", 7],
    ["$response.body#/data/0/none", undefined],
    ["Bearer {$session.token}", "Bearer t"],
    ["{$field.name}/{$field.absent}", undefined],
    ["as it is", "as it is"],
    [true, true],
  ])("%j stands for %j", (value, found) => {
    expect(evaluate(value, scope)).toBe(found);
  });

  it("that finds nothing leaves out its property", () => {
    expect(evaluate({ a: "$field.name", b: "$field.absent", c: 1 }, scope)).toStrictEqual({ a: "ops", c: 1 });
  });

  it("with an unknown root is an error", () => {
    expect(() => evaluate("$request.body#/a", scope)).toThrow("is no expression");
  });
});

describe("credentials on a request", () => {
  const spec = specOf({
    paths: {
      "/a": {
        get: {
          operationId: "get",
          security: [{ Basic: [] }, { Header: [], Query: [] }, { Cookie: [] }, { Bearer: [] }],
        },
      },
    },
    components: {
      securitySchemes: {
        Basic: { type: "http", scheme: "basic" },
        Bearer: { type: "oauth2" },
        Header: { type: "apiKey", in: "header", name: "X-Key" },
        Query: { type: "apiKey", in: "query", name: "key" },
        Cookie: { type: "apiKey", in: "cookie", name: "sid" },
      },
    },
  });
  const operation = spec.operations.get("get");
  if (operation === undefined) throw new Error("no operation");
  const authorize = (values: Record<string, unknown>): unknown => authorizationFor(spec, operation, values, {});
  const none = { headers: {}, query: [], cookie: [] };

  it("are those of the first alternative that is fed whole", () => {
    const fed = { Bearer: "b", Query: "a b", Cookie: "c d" };
    expect(authorize({ ...fed, Header: "h" })).toEqual({ ...none, headers: { "x-key": "h" }, query: ["key=a%20b"] });
    expect(authorize(fed)).toEqual({ ...none, cookie: ["sid=c%20d"] });
    expect(authorize({ Bearer: "b" })).toEqual({ ...none, headers: { authorization: "Bearer b" } });
    expect(authorize({ Query: "q" })).toBeUndefined();
  });

  it("are UTF-8 where they are a name and a password", () => {
    const header = `Basic ${Buffer.from("jörg:€", "utf8").toString("base64")}`;
    const values = { Basic: { username: "jörg", password: "€" } };
    expect(authorize(values)).toEqual({ ...none, headers: { authorization: header } });
  });
});

import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../generate/load/json.ts";
import { exampleFields, type Kind } from "../../mock/credentials.ts";
import { exampleRequest, type ExampleRequest } from "../../mock/request.ts";
import { SCHEMES, vendorWith } from "./vendors.ts";

const ids = (extra: JsonObject): JsonObject => ({ name: "ids", in: "query", schema: { type: "array" }, ...extra });

function requestWith(required: JsonObject, parameters: readonly JsonObject[], path = "/things"): ExampleRequest {
  const vendor = vendorWith({ getThings: [`GET ${path}`, { required, parameters }] });
  return exampleRequest(vendor, vendor.operations[0] ?? raise());
}

function authorizedBy(authorize: JsonObject, security: readonly JsonObject[]): ExampleRequest {
  const vendor = vendorWith({ getThings: ["GET /things", { security }] }, SCHEMES);
  const kind: Kind = { name: "token", fields: { token: {} }, authorize };
  return exampleRequest(vendor, vendor.operations[0] ?? raise(), { kind, fields: exampleFields(kind) });
}

function raise(): never {
  throw new Error("no operation");
}

describe("the request of an example", () => {
  test("path parameters are encoded as one segment", () => {
    const { target } = requestWith({ id: "a/b c" }, [{ name: "id", in: "path" }], "/things/{id}/parts");
    expect(target).toBe("/things/a%2Fb%20c/parts");
  });

  test.each([
    [{}, "ids=a%20b&ids=c"],
    [{ explode: false }, "ids=a%20b,c"],
    [{ style: "spaceDelimited" }, "ids=a%20b%20c"],
    [{ style: "pipeDelimited", explode: false }, "ids=a%20b%7Cc"],
  ])("a list with %j is written as %s", (extra, query) => {
    expect(requestWith({ ids: ["a b", "c"] }, [ids(extra)]).target).toBe(`/things?${query}`);
  });

  test("a parameter that is not needed is left out", () => {
    expect(requestWith({}, [ids({})]).target).toBe("/things");
  });

  test("a name that stands in two places is told apart by its argument", () => {
    const parameters = [
      { name: "id", in: "path" },
      { name: "id", in: "query" },
      { name: "id", in: "header" },
    ];
    const { target, headers } = requestWith({ id: "p", "query.id": "q", "header.id": "h" }, parameters, "/things/{id}");
    expect(target).toBe("/things/p?id=q");
    expect(headers).toEqual({ id: "h" });
  });

  test("a body is sent as JSON", () => {
    const request = requestWith({ body: { name: "x" } }, []);
    expect(request).toMatchObject({ body: '{"name":"x"}', headers: { "content-type": "application/json" } });
  });

  test.each([
    [{ key: "$field.token" }, { "X-Key": "example-token" }],
    [{ cookie: "$field.token" }, { Cookie: "sid=example-token" }],
    [{ bearer: "$field.token" }, { Authorization: "Bearer example-token" }],
    [{ oauth: "$field.token" }, { Authorization: "Bearer example-token" }],
    [{ basic: { username: "u", password: "$field.token" } }, { Authorization: `Basic ${btoa("u:example-token")}` }],
  ])("credentials by %j go into headers", (authorize, headers) => {
    expect(authorizedBy(authorize, [{ [Object.keys(authorize)[0] ?? ""]: [] }]).headers).toEqual(headers);
  });

  test("a key in the query is added to the query", () => {
    expect(authorizedBy({ queryKey: "$field.token" }, [{ queryKey: [] }]).target).toBe("/things?key=example-token");
  });

  test("only the first alternative that the kind feeds whole is used", () => {
    const { headers } = authorizedBy({ key: "$field.token", bearer: "$field.token" }, [
      { key: [], basic: [] },
      { bearer: [] },
      { key: [] },
    ]);
    expect(headers).toEqual({ Authorization: "Bearer example-token" });
  });
});

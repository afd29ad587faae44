import { describe, expect, it } from "vitest";
import { type Parts, problemsOf } from "./shop.ts";

const limit = { name: "limit", in: "query", schema: { type: "integer", minimum: 1, maximum: 500 } };
const id = { name: "id", in: "path", required: true, schema: { type: "string" } };

describe("an argument", () => {
  it("that fits its parameter's schema passes", async () => {
    expect(await problemsOf({ parameters: [limit, id] }, { id: "a", limit: 500 })).toEqual([]);
  });

  it("over the limit is named with what was expected", async () => {
    expect(await problemsOf({ parameters: [limit] }, { limit: 501 })).toEqual(["/limit: at most 500"]);
  });

  it("of the wrong type is told by the names of types alone", async () => {
    expect(await problemsOf({ parameters: [limit] }, { limit: "secret" })).toEqual(["/limit: integer (not string)"]);
  });

  it("that is required and missing, or null, is a problem", async () => {
    expect(await problemsOf({ parameters: [id] }, {})).toEqual(["/id: a value, as it is required"]);
    expect(await problemsOf({ parameters: [id] }, { id: null })).toEqual(["/id: a value, as it is required"]);
  });

  it("that is optional may be absent, undefined or null, none of which is sent", async () => {
    for (const args of [{}, { limit: undefined }, { limit: null }]) {
      expect(await problemsOf({ parameters: [limit] }, args)).toEqual([]);
    }
  });

  it("is found by a pointer down to an item of a list", async () => {
    const roles = { name: "roles", in: "query", schema: { type: "array", items: { enum: ["reader", "writer"] } } };
    expect(await problemsOf({ parameters: [roles] }, { roles: ["reader", "owner"] })).toEqual([
      '/roles/1: one of "reader", "writer"',
    ]);
  });

  it("that is a Date is no text, since a URL would hold it in a form of its own", async () => {
    const since = { name: "since", in: "query", schema: { type: "string", format: "date-time" } };
    expect(await problemsOf({ parameters: [since] }, { since: new Date(0) })).toEqual(["/since: string (not object)"]);
  });
});

describe("a parameter", () => {
  it("is found behind a reference", async () => {
    const parts = { parameters: [{ $ref: "#/components/parameters/limit" }], components: { parameters: { limit } } };
    expect(await problemsOf(parts, { limit: 0 })).toEqual(["/limit: at least 1"]);
  });

  it("of the path holds for its operations, unless they have their own", async () => {
    const own = { ...limit, schema: { type: "integer", maximum: 10 } };
    expect(await problemsOf({ shared: [limit] }, { limit: 501 })).toEqual(["/limit: at most 500"]);
    expect(await problemsOf({ shared: [limit], parameters: [own] }, { limit: 11 })).toEqual(["/limit: at most 10"]);
  });

  it("of a header is the same in any case", async () => {
    const header = (name: string, pattern: string): object => ({
      name,
      in: "header",
      schema: { type: "string", pattern },
    });
    const parts = { shared: [header("X-Trace", "^a")], parameters: [header("x-trace", "^b")] };
    expect(await problemsOf(parts, { "x-trace": "b" })).toEqual([]);
  });

  it("whose name stands in several places has its place in front, as the argument has", async () => {
    const parameters = [
      id,
      { name: "id", in: "query", schema: { type: "integer" } },
      { name: "id", in: "header", schema: { type: "boolean" } },
      { name: "body", in: "query", schema: { type: "integer" } },
    ];
    const args = { id: 1, "query.id": "a", "header.id": "b", "query.body": "c" };
    expect(await problemsOf({ parameters }, args)).toEqual([
      "/id: string (not number)",
      "/query.id: integer (not string)",
      "/header.id: boolean (not string)",
      "/query.body: integer (not string)",
    ]);
  });

  it("of a cookie is an argument as any other", async () => {
    const cookie = { name: "view", in: "cookie", required: true, schema: { type: "string" } };
    expect(await problemsOf({ parameters: [cookie] }, {})).toEqual(["/view: a value, as it is required"]);
  });

  it("that travels as JSON has its schema a step deeper", async () => {
    const schema = { type: "object", properties: { at: { type: "string", format: "date-time" } } };
    const where = { name: "where", in: "query", content: { "application/json": { schema } } };
    expect(await problemsOf({ parameters: [where] }, { where: { at: new Date(0) } })).toEqual([]);
    expect(await problemsOf({ parameters: [where] }, { where: { at: "now" } })).toEqual([
      "/where/at: a text of the format date-time",
    ]);
  });

  it("with a slash in its name is escaped in the pointer", async () => {
    const odd = { name: "a/b~c", in: "query", schema: { type: "string" } };
    expect(await problemsOf({ parameters: [odd] }, { "a/b~c": 1 })).toEqual(["/a~1b~0c: string (not number)"]);
  });
});

describe("a body", () => {
  it("of a text is not held against the schema of what is written in it", async () => {
    for (const bodyType of ["application/xml", "text/plain"]) {
      expect(await problemsOf({ body: { type: "object" }, bodyType }, { body: "<a/>" })).toEqual([]);
    }
  });

  it("of parts is not held against the schema of a file, which names none", async () => {
    const parts: Parts = { body: { type: "string", format: "binary" }, bodyType: "multipart/form-data" };
    expect(await problemsOf(parts, { body: { file: new Blob(["content"]) } })).toEqual([]);
  });

  const named = { type: "object", required: ["name"], properties: { name: { type: "string" } } };

  it("that is required and missing is a problem, an optional one is not", async () => {
    expect(await problemsOf({ body: named }, {})).toEqual(["/body: a value, as it is required"]);
    expect(await problemsOf({ body: named, bodyRequired: false }, {})).toEqual([]);
  });

  it("that is null is sent as such, and checked", async () => {
    expect(await problemsOf({ body: named }, { body: null })).toEqual(["/body: object (not null)"]);
  });

  it("is checked as JSON writes it: undefined fields are absent, dates are texts", async () => {
    const dated = { ...named, properties: { name: { type: "string" }, at: { type: "string", format: "date-time" } } };
    expect(await problemsOf({ body: dated }, { body: { name: "a", at: new Date(0) } })).toEqual([]);
    expect(await problemsOf({ body: named }, { body: { name: undefined } })).toEqual([
      "/body/name: a value, as it is required",
    ]);
  });

  it("that is a text is checked as one", async () => {
    const parts: Parts = { body: { type: "string", maxLength: 1 }, bodyType: "text/plain" };
    expect(await problemsOf(parts, { body: "ab" })).toEqual(["/body: at most 1 character"]);
  });

  it("of any other media type is only asked for", async () => {
    const parts: Parts = { body: { type: "string" }, bodyType: "application/octet-stream" };
    expect(await problemsOf(parts, { body: new Uint8Array(1) })).toEqual([]);
    expect(await problemsOf(parts, {})).toEqual(["/body: a value, as it is required"]);
  });

  it("is found behind a reference", async () => {
    const requestBodies = { named: { required: true, content: { "application/json": { schema: named } } } };
    const document = {
      paths: { "/a": { post: { operationId: "use", requestBody: { $ref: "#/components/requestBodies/named" } } } },
    };
    const { createValidator } = await import("../../src/validation.ts");
    const validator = createValidator("shop", { ...document, components: { requestBodies } });
    await expect(validator.request!("use", { body: {} })).rejects.toMatchObject({
      problems: [{ pointer: "/body/name" }],
    });
  });

  it("that has no end is refused, without an error of another kind", async () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    expect(await problemsOf({ body: { type: "object" } }, { body: circle })).toHaveLength(1);
  });
});

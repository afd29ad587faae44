import { describe, expect, it } from "vitest";
import { createValidator } from "../../src/validation.ts";
import { answerProblems, dataProblems } from "./shop.ts";

const key = {
  type: "object",
  required: ["id", "secret"],
  properties: { id: { type: "string", readOnly: true }, secret: { type: "string", writeOnly: true } },
};
const components = { schemas: { key } };

describe("an answer", () => {
  it("of a wrong type is reported where it is", async () => {
    const schema = { type: "object", properties: { users: { type: "array", items: key } } };
    expect(await dataProblems(schema, { users: [{ id: "a" }, { id: 2 }] })).toEqual([
      "/users/1/id: string (not number)",
    ]);
  });

  it("has to hold what is required, readOnly properties too, but no writeOnly ones", async () => {
    expect(await dataProblems(key, { id: "a" })).toEqual([]);
    expect(await dataProblems(key, {})).toEqual(["/id: a value, as it is required"]);
    const extended = { allOf: [{ $ref: "#/components/schemas/key" }, { required: ["secret"] }] };
    expect(await dataProblems(extended, { id: "a" }, components)).toEqual([]);
  });

  it("may hold a writeOnly property in whichever form", async () => {
    expect(await dataProblems(key, { id: "a", secret: null })).toEqual([]);
  });

  it("may hold values that an enum does not know, of the types that it knows", async () => {
    expect(await dataProblems({ type: "string", enum: ["a"] }, "b")).toEqual([]);
    expect(await dataProblems({ type: "string", enum: ["a"] }, 1)).toEqual([": string (not number)"]);
    expect(await dataProblems({ enum: ["a", null] }, null)).toEqual([]);
    expect(await dataProblems({ enum: ["a", null] }, 1)).toEqual([": string or null (not number)"]);
  });

  it("may hold fields that the schema does not know, even where it rules them out", async () => {
    const closed = { type: "object", properties: {}, additionalProperties: false, unevaluatedProperties: false };
    expect(await dataProblems(closed, { more: 1 })).toEqual([]);
    const typed = { type: "object", additionalProperties: { type: "string" } };
    expect(await dataProblems(typed, { more: 1 })).toEqual(["/more: string (not number)"]);
  });

  it("may fit several alternatives of a oneOf, since open enums make more of them fit", async () => {
    const schema = {
      anyOf: [{ required: ["kind"] }],
      oneOf: ["a", "b"].map((kind) => ({ properties: { kind: { enum: [kind] } } })),
    };
    expect(await dataProblems(schema, { kind: "a" })).toEqual([]);
    expect(await dataProblems(schema, {})).toEqual(["/kind: a value, as it is required"]);
    expect(await dataProblems({ oneOf: [{ type: "string" }, { type: "null" }] }, 1)).toEqual([
      ": string or null (not number)",
    ]);
    expect(await dataProblems(schema, { kind: 1 })).toEqual([": one of the 2 alternatives of the spec"]);
  });

  it("is not held against formats and conditions", async () => {
    const schema = { type: "string", format: "date-time", not: { enum: ["soon"] } };
    expect(await dataProblems(schema, "soon")).toEqual([]);
  });

  it("may hold bigints for integers", async () => {
    const schema = { type: "object", properties: { size: { type: "integer", "x-sdk-bigint": true } } };
    expect(await dataProblems(schema, { size: 9007199254740993n })).toEqual([]);
  });

  it("may hold names like __proto__, which are fields as any other", async () => {
    const data: unknown = JSON.parse('{"__proto__": {"id": 1}, "constructor": 2}');
    expect(await dataProblems(key, data)).toEqual(["/id: a value, as it is required"]);
  });

  it("whose names are broken Unicode is reported rather than an error of the engine", async () => {
    const schema = { type: "object", additionalProperties: { type: "string" } };
    expect(await dataProblems(schema, { "\ud800": 1 })).toHaveLength(1);
  });

  it("with a problem in each of many items is told of a hundred", async () => {
    const many = Array.from({ length: 1000 }, () => 1);
    expect(await dataProblems({ items: { type: "string" } }, many)).toHaveLength(100);
  });
});

describe("the schema of an answer", () => {
  const content = (type: string, mediaType = "application/json"): object => ({
    content: { [mediaType]: { schema: { type } } },
  });
  const responses = {
    200: content("string"),
    "4XX": content("integer"),
    404: {
      content: { "application/json": { schema: { type: "boolean" } }, "text/plain": { schema: { maxLength: 1 } } },
    },
    500: { $ref: "#/components/responses/broken" },
    default: content("null"),
  };
  const parts = { responses, components: { responses: { broken: content("array") } } };

  it.each([
    [200, "string"],
    [207, "string"],
    [404, "boolean"],
    [422, "integer"],
    [500, "array"],
    [503, "null"],
  ])("of %i is the one that the spec declares for it", async (status, type) => {
    expect(await answerProblems(parts, { status, data: {} })).toEqual([`: ${type} (not object)`]);
  });

  it("is chosen by the media type", async () => {
    expect(await answerProblems(parts, { status: 404, mediaType: "text/plain", data: "no" })).toEqual([
      ": at most 1 character",
    ]);
  });

  it("is that of the very media type where several are JSON", async () => {
    const { content: plain } = content("null") as { content: object };
    const { content: detailed } = content("array", "application/problem+json") as { content: object };
    const several = { responses: { 400: { content: { ...plain, ...detailed } } } };
    expect(await answerProblems(several, { status: 400, mediaType: "application/problem+json", data: {} })).toEqual([
      ": array (not object)",
    ]);
  });

  it("is that of JSON where JSON came under another name", async () => {
    expect(await answerProblems(parts, { status: 404, mediaType: "text/plain", data: {} })).toEqual([
      ": boolean (not object)",
    ]);
  });

  it("stands for successes too where there is a default alone", async () => {
    expect(await answerProblems({ responses: { default: content("null") } }, { data: 1 })).toEqual([
      ": null (not number)",
    ]);
  });

  it("may be missing: then anything goes", async () => {
    expect(await answerProblems({ responses: { 204: {} } }, { status: 204, data: undefined })).toEqual([]);
    expect(await answerProblems({ responses: { 204: {} } }, { status: 500, data: {} })).toEqual([]);
  });
});

it("an answer is held to its own rules where the document has one object for it and for the body", async () => {
  const one = { type: "string", enum: ["a"] };
  const content = { "application/json": { schema: one } };
  const post = { operationId: "use", requestBody: { content }, responses: { 200: { content } } };
  const validator = createValidator("shop", { paths: { "/things": { post } } }, { responses: "error" });
  await validator.request!("use", { body: "a" });
  expect(() => validator.response!("use", 200, "application/json", "b", () => undefined)).not.toThrow();
});

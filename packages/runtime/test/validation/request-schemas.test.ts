import { describe, expect, it } from "vitest";
import { bodyProblems } from "./shop.ts";

const user = {
  type: "object",
  required: ["id", "name"],
  properties: { id: { type: "string", readOnly: true }, name: { type: "string" } },
};
const components = { schemas: { user, id: { type: "string", readOnly: true } } };
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

describe("what OpenAPI 3.0 says in words of its own", () => {
  it("lets null be where a schema is nullable, and where its enum forgets it", async () => {
    const schema = { type: "string", nullable: true, enum: ["a"] };
    const properties = { name: schema, at: { type: "string", nullable: true, format: "date-time" } };
    expect(await bodyProblems({ properties }, { name: null, at: null })).toEqual([]);
    expect(await bodyProblems({ properties }, { name: 1 })).not.toEqual([]);
  });

  it("makes a bound exclusive", async () => {
    const schema = { type: "integer", minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false };
    expect(await bodyProblems(schema, 9)).toEqual([]);
    expect(await bodyProblems(schema, 1)).toEqual(["/body: more than 1"]);
  });
});

describe("a readOnly property", () => {
  it("is refused in a request, even though it is required", async () => {
    expect(await bodyProblems(user, { id: "1", name: "a" })).toEqual(["/body/id: nothing, as it is read-only"]);
  });

  it("is not demanded of a request", async () => {
    expect(await bodyProblems(user, { name: "a" })).toEqual([]);
  });

  it("is known as such where another part of an allOf says so", async () => {
    const demanding = { type: "object", required: ["id", "name"] };
    const schema = {
      allOf: [ref("user"), demanding, { properties: { size: { readOnly: true } }, required: ["size"] }],
    };
    expect(await bodyProblems(schema, { name: "a" }, components)).toEqual([]);
    expect(await bodyProblems(schema, { name: "a", size: 1 }, components)).toEqual([
      "/body/size: nothing, as it is read-only",
    ]);
  });

  it("is known as such behind a reference", async () => {
    const schema = { type: "object", properties: { id: ref("id"), other: { allOf: [ref("id")] } } };
    expect(await bodyProblems(schema, { id: "1", other: "2" }, components)).toEqual([
      "/body/id: nothing, as it is read-only",
      "/body/other: nothing, as it is read-only",
    ]);
  });

  it.each([
    { branch: "then", body: { name: "a" } },
    { branch: "else", body: {} },
  ])("is known as such where the $branch of a condition says so", async ({ branch, body }) => {
    const condition = { if: { required: ["name"] }, [branch]: { properties: { id: { readOnly: true } } } };
    const schema = { type: "object", required: ["id"], ...condition };
    expect(await bodyProblems(schema, body)).toEqual([]);
    expect(await bodyProblems(schema, { ...body, id: "1" })).toEqual(["/body/id: nothing, as it is read-only"]);
  });

  it("that is writeOnly at once is neither", async () => {
    const both = { type: "object", properties: { id: { type: "string", readOnly: true, writeOnly: true } } };
    expect(await bodyProblems(both, { id: "1" })).toEqual([]);
  });

  it("hides nothing of the same name elsewhere", async () => {
    const schema = { type: "object", properties: { owner: ref("user"), id: { type: "string" } }, required: ["id"] };
    expect(await bodyProblems(schema, { owner: { name: "a" } }, components)).toEqual([
      "/body/id: a value, as it is required",
    ]);
    const copy = { allOf: [ref("user"), { properties: { name: { readOnly: true } } }] };
    const both = { type: "object", properties: { copy, owner: ref("user") } };
    expect(await bodyProblems(both, { copy: {}, owner: {} }, components)).toEqual([
      "/body/owner/name: a value, as it is required",
    ]);
  });
});

describe("a request", () => {
  it("may hold no value beside those of an enum", async () => {
    expect(await bodyProblems({ enum: ["a", null] }, "b")).toEqual(['/body: one of "a", null']);
    expect(await bodyProblems({ enum: ["a", null] }, null)).toEqual([]);
  });

  it("may hold null only where the schema says so", async () => {
    expect(await bodyProblems({ type: ["string", "null"] }, null)).toEqual([]);
    expect(await bodyProblems({ type: "string" }, null)).toEqual(["/body: string (not null)"]);
    expect(await bodyProblems({ anyOf: [ref("user"), { type: "null" }] }, null, components)).toEqual([]);
  });

  it("is held against the formats date-time, uuid and uri, and no other", async () => {
    for (const format of ["date-time", "uuid", "uri"]) {
      expect(await bodyProblems({ type: "string", format }, "x y")).toEqual([`/body: a text of the format ${format}`]);
    }
    expect(await bodyProblems({ type: "string", format: "email" }, "x y")).toEqual([]);
    expect(await bodyProblems({ type: "string", format: "uuid" }, "6f9619ff-8b86-4011-b42d-00cf4fc964ff")).toEqual([]);
  });

  it("may hold bigints for integers, within the schema's limits", async () => {
    const schema = { type: "integer", format: "int64", "x-sdk-bigint": true, minimum: 0 };
    expect(await bodyProblems(schema, 9007199254740993n)).toEqual([]);
    expect(await bodyProblems(schema, -1n)).toEqual(["/body: at least 0"]);
    expect(await bodyProblems({ type: "string" }, 1n)).toEqual(["/body: string (not number)"]);
  });

  it("may hold further fields unless the schema rules them out", async () => {
    expect(await bodyProblems({ type: "object", properties: {} }, { more: 1 })).toEqual([]);
    const closed = { type: "object", properties: {}, additionalProperties: false };
    expect(await bodyProblems(closed, { more: 1 })).toEqual(["/body/more: nothing, as the spec knows no such part"]);
  });

  it("is held against conditions as the schema says, those on readOnly properties too", async () => {
    expect(await bodyProblems({ ...user, not: { required: ["id"] } }, { name: "ops" })).toEqual([]);
    const schema = { ...user, not: { required: ["name"], properties: { name: { const: "root" } } } };
    expect(await bodyProblems(schema, { name: "ops" })).toEqual([]);
    expect(await bodyProblems(schema, { name: "root" })).toEqual(["/body: something that the spec does not rule out"]);
  });

  it("is checked in all its parts, each problem once", async () => {
    const schema = { type: "array", items: { allOf: [ref("user"), ref("user")] }, maxItems: 1 };
    expect(await bodyProblems(schema, [{ name: 1 }, {}], components)).toEqual([
      "/body: at most 1 item",
      "/body/0/name: string (not number)",
      "/body/1/name: a value, as it is required",
    ]);
  });
});

describe("of alternatives", () => {
  it("the one of the value's type is what the problem is told of", async () => {
    const schema = { anyOf: [ref("user"), { type: "null" }] };
    expect(await bodyProblems(schema, { name: 1 }, components)).toEqual(["/body/name: string (not number)"]);
  });

  it("all types are named where none is the value's", async () => {
    const schema = { anyOf: [{ type: "string" }, { type: ["integer", "null"] }] };
    expect(await bodyProblems(schema, true)).toEqual(["/body: string or integer or null (not boolean)"]);
  });

  it("the number is told where several could be meant", async () => {
    const schema = { anyOf: [{ required: ["a"] }, { required: ["b"] }] };
    expect(await bodyProblems(schema, {})).toEqual(["/body: one of the 2 alternatives of the spec"]);
  });

  it("no two may fit where the schema says exactly one", async () => {
    const schema = { oneOf: [{ required: ["a"] }, { required: ["b"] }] };
    expect(await bodyProblems(schema, { a: 1 })).toEqual([]);
    expect(await bodyProblems(schema, { a: 1, b: 1 })).toEqual(["/body: what fits one alternative of the spec alone"]);
  });
});

it("schemas that refer to themselves are followed as far as the value goes", async () => {
  const tree = {
    type: "object",
    properties: { name: { type: "string" }, children: { type: "array", items: ref("tree") } },
  };
  const value = { name: "a", children: [{ name: "b", children: [{ name: 3 }] }] };
  expect(await bodyProblems(ref("tree"), value, { schemas: { tree } })).toEqual([
    "/body/children/0/children/0/name: string (not number)",
  ]);
});

it("names that need escapes, in the schema and in the value, lead to the right place", async () => {
  const schema = {
    type: "object",
    properties: { "a/b c#%": { type: "object", additionalProperties: { maximum: 1 } } },
  };
  expect(await bodyProblems(schema, { "a/b c#%": { "~é": 2 } })).toEqual(["/body/a~1b c#%/~0é: at most 1"]);
});

it("names of fields are checked where the schema speaks of them", async () => {
  expect(await bodyProblems({ propertyNames: { maxLength: 1 } }, { a: 1, bb: 1 })).toEqual([
    "/body/bb: at most 1 character",
  ]);
});

it("a pattern of another flavour is passed over, and the rest of its schema checked", async () => {
  const schema = {
    type: "object",
    patternProperties: { "\\-": { type: "string" } },
    properties: { a: { pattern: "\\-", maxLength: 1 } },
  };
  expect(await bodyProblems(schema, { a: "bb" })).toEqual(["/body/a: at most 1 character"]);
});

it.each([
  [{ pattern: "^a" }, "b", "a text that matches ^a"],
  [{ minLength: 2 }, "b", "at least 2 characters"],
  [{ const: 1 }, 2, "1"],
  [{ exclusiveMinimum: 1 }, 1, "more than 1"],
  [{ exclusiveMaximum: 1 }, 1, "less than 1"],
  [{ multipleOf: 2 }, 3, "a multiple of 2"],
  [{ type: "integer" }, 1.5, "integer (not number)"],
  [{ minItems: 1 }, [], "at least 1 item"],
  [{ uniqueItems: true }, [1, 1], "no item twice"],
  [{ contains: { const: 1 } }, [2, 3], 'what "contains" demands in the spec'],
  [{ minProperties: 1 }, {}, "at least 1 field"],
  [{ maxProperties: 0 }, { a: 1 }, "at most 0 fields"],
])("%j is checked", async (schema, value, expected) => {
  expect(await bodyProblems(schema, value)).toEqual([`/body: ${expected}`]);
});

import { describe, expect, it, test } from "vitest";
import { createSchemaChecker } from "@vendor-sdks/mock-server";
import { plain } from "../../src/properties/values/plain.ts";
import { many } from "./tiny.ts";

const user = {
  type: "object",
  required: ["name"],
  properties: {
    id: { type: "string", readOnly: true },
    name: { type: "string", minLength: 1 },
    note: { type: ["string", "null"] },
  },
};
const schemas = {
  Cat: { type: "object", required: ["kind"], properties: { kind: { const: "Cat" }, lives: { type: "integer" } } },
  Dog: { type: "object", required: ["kind"], properties: { kind: { const: "Dog" }, barks: { type: "boolean" } } },
  Tree: {
    type: "object",
    required: ["label"],
    properties: {
      label: { type: "string" },
      children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
    },
  },
};

describe("whatever is made fits its schema:", () => {
  it.each<[string, unknown]>([
    ["texts with bounds", { type: "string", minLength: 2, maxLength: 5 }],
    ["texts of a pattern", { type: "string", pattern: "^[a-c]{2}-\\d+$" }],
    ["texts of a pattern that refers back", { type: "string", pattern: "^(a|b)\\1$" }],
    ...["date-time", "date", "time", "email", "uuid", "uri", "ipv4", "ipv6", "hostname", "duration"].map(
      (format): [string, unknown] => [`texts of the format ${format}`, { type: "string", format }],
    ),
    ["numbers with bounds", { type: "number", exclusiveMinimum: 0, maximum: 1 }],
    ["multiples", { type: "number", multipleOf: 0.1, minimum: -1, maximum: 1 }],
    ["integers of 32 bits", { type: "integer", format: "int32" }],
    [
      "lists without repetition",
      { type: "array", items: { type: "integer", minimum: 0, maximum: 9 }, uniqueItems: true, maxItems: 3 },
    ],
    ["tuples", { type: "array", prefixItems: [{ type: "string" }, { type: "integer" }], items: false, minItems: 2 }],
    ["maps", { type: "object", additionalProperties: { type: "integer" }, minProperties: 1, maxProperties: 2 }],
    [
      "maps with named keys",
      { type: "object", propertyNames: { enum: ["a", "b"] }, additionalProperties: { type: "boolean" } },
    ],
    [
      "keys of a pattern",
      { type: "object", patternProperties: { "^x-": { type: "integer" } }, additionalProperties: false },
    ],
    [
      "what oneOf allows",
      {
        oneOf: [
          { type: "integer", multipleOf: 2 },
          { type: "integer", multipleOf: 3 },
        ],
      },
    ],
    ["what not leaves", { type: "integer", minimum: 0, maximum: 3, not: { enum: [0, 2] } }],
    [
      "parts together",
      { allOf: [user, { type: "object", properties: { age: { type: "integer" } }, required: ["age"] }] },
    ],
    [
      "a discriminator's branches",
      {
        oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
        discriminator: { propertyName: "kind" },
      },
    ],
    ["what contains itself", { $ref: "#/components/schemas/Tree" }],
    ["nothing in particular", {}],
  ])("%s", (_, schema) => {
    const checker = createSchemaChecker({ openapi: "3.1.0", components: { schemas } });
    for (const value of many(schema, schemas)) expect(checker.problems(schema, plain(value), "request")).toEqual([]);
  });
});

test("texts are of the least and the greatest length, and hold reserved, astral and combining characters", () => {
  const texts = many({ type: "string", minLength: 1, maxLength: 8 }).map(String);
  const lengths = texts.map((text) => Array.from(text).length);
  expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([1, 8]);
  const all = texts.join("");
  for (const character of "/?#%&+,;=:@ \"'`") expect(all).toContain(character);
  expect(all).toMatch(/\p{Mn}/u);
  expect(all).toMatch(/[\u{10000}-\u{10FFFF}]/u);
});

test("a text without bounds is sometimes empty and sometimes long", () => {
  const lengths = many({ type: "string" }).map((text) => String(text).length);
  expect(lengths).toContain(0);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(1000);
});

test("numbers stand on their bounds, and none is a negative zero", () => {
  const numbers = many({ type: "number", minimum: -5, maximum: 7.5 });
  expect(numbers).toContain(-5);
  expect(numbers).toContain(7.5);
  expect(numbers).toContain(0);
  expect(numbers.some((value) => Object.is(value, -0))).toBe(false);
});

test("an integer that the spec types as a bigint reaches both ends of its 64 bits", () => {
  const numbers = many({ type: "integer", format: "int64", "x-sdk-bigint": true });
  expect(numbers).toContain(2n ** 63n - 1n);
  expect(numbers).toContain(-(2n ** 63n));
});

test("lists are empty, of one and long", () => {
  const lengths = many({ type: "array", items: { type: "boolean" } }).map((list) => (list as unknown[]).length);
  expect(lengths).toEqual(expect.arrayContaining([0, 1]));
  expect(Math.max(...lengths)).toBeGreaterThan(20);
});

test("what is optional is absent, null and given; what is read-only is never there", () => {
  const users = many(user) as { readonly note?: unknown }[];
  expect(users.some((each) => !("note" in each))).toBe(true);
  expect(users.some(({ note }) => note === null)).toBe(true);
  expect(users.some(({ note }) => typeof note === "string")).toBe(true);
  expect(users.some((each) => "id" in each)).toBe(false);
});

test("every alternative is taken", () => {
  const kinds = many({ anyOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] }).map(
    (value) => typeof value,
  );
  expect(new Set(kinds)).toEqual(new Set(["string", "number", "object"]));
});

test("what OpenAPI 3.0 calls nullable is null at times, though its enum forgets it", () => {
  const values = many({ type: "string", enum: ["a"], nullable: true }, {}, "3.0.3");
  expect(new Set(values)).toEqual(new Set(["a", null]));
});

test("a schema that allows nothing is an error", () => {
  expect(() => many({ type: "string", minLength: 3, maxLength: 2 })).toThrow("No value could be made for the schema");
});

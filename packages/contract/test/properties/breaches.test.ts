import * as fc from "fast-check";
import { expect, test } from "vitest";
import { arbitrariesOf } from "./tiny.ts";

const broken = (schema: unknown): Record<string, unknown> => {
  const { found } = arbitrariesOf().breaches(schema);
  return Object.fromEntries(
    found.map(({ word, place, values }) => [[word, ...place].join(" "), fc.sample(values, { seed: 1, numRuns: 1 })[0]]),
  );
};

test("every constraint of a schema is broken once, in its place", () => {
  const schema = {
    type: "object",
    required: ["name"],
    additionalProperties: false,
    properties: {
      id: { type: "integer", readOnly: true },
      name: { type: "string", minLength: 2, maxLength: 4 },
      tags: { type: "array", minItems: 1, maxItems: 2, uniqueItems: true, items: { enum: ["a", "b", "c"] } },
      size: { type: "integer", minimum: 1, exclusiveMaximum: 9, multipleOf: 2 },
      at: { type: "string", format: "date-time" },
      code: { type: "string", pattern: "^\\d+$" },
    },
  };
  const words = [
    "type",
    "required name",
    "readOnly id",
    "additionalProperties unknown",
    ...["type", "minLength", "maxLength"].map((word) => `${word} name`),
    ...["type", "minItems", "maxItems", "uniqueItems"].map((word) => `${word} tags`),
    "enum tags 0",
    ...["type", "minimum", "exclusiveMaximum", "multipleOf"].map((word) => `${word} size`),
    ...["type", "format date-time"].map((word) => `${word} at`),
    ...["type", "pattern"].map((word) => `${word} code`),
  ];
  expect(Object.keys(broken(schema)).sort()).toEqual(words.sort());
});

test("all but the broken constraint is kept", () => {
  const schema = { type: "object", required: ["a", "b"], properties: { a: { type: "integer" }, b: { const: "x" } } };
  const found = broken(schema);
  expect(found["const b"]).toMatchObject({ a: expect.any(Number) as number });
  expect(found["required a"]).toEqual({ b: "x" });
});

test("words that speak of a value as a whole are broken as well", () => {
  const found = broken({
    type: "object",
    properties: { a: { type: "integer" }, b: { type: "integer" } },
    dependentRequired: { a: ["b"] },
  });
  expect(found["dependentRequired"]).not.toHaveProperty("b");
  expect(broken({ oneOf: [{ type: "integer" }, { type: "number" }] })).toHaveProperty("oneOf");
  expect(broken({ type: "integer", not: { const: 3 } })).toHaveProperty("not");
});

test("what another alternative allows is told as not broken", () => {
  const { found, unbroken } = arbitrariesOf().breaches({
    anyOf: [{ type: "string", maxLength: 1 }, { type: "string" }],
  });
  expect(found.map(({ word }) => word)).toEqual(["type"]);
  expect(unbroken).toEqual(["maxLength at /"]);
});

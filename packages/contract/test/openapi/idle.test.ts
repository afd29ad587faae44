import { createSchemaChecker } from "@vendor-sdks/mock-server";
import { expect, test } from "vitest";
import { idleness } from "../../src/openapi/idle.ts";
import type { JsonObject } from "../../src/openapi/json.ts";

const checker = createSchemaChecker({ openapi: "3.1.0" });
const reasonFor = (keyword: string, schema: JsonObject): string | undefined => idleness(checker, schema, keyword);
const alternatives = { oneOf: [{ type: "object" }, { type: "object" }] };

test.each<[keyword: string, schema: JsonObject, reason: RegExp]>([
  ["discriminator", { discriminator: { propertyName: "kind" } }, /none beside it/],
  ["discriminator", { ...alternatives, discriminator: { propertyName: "kind", defaultMapping: "B" } }, /its default/],
  ["minLength", { minLength: 0 }, /nothing is shorter/],
  ["maxLength", { type: "integer", maxLength: 3 }, /another type than integer/],
  ["uniqueItems", { uniqueItems: true, maxItems: 1 }, /so short a list/],
  ["propertyNames", { propertyNames: { type: "string", description: "A name." } }, /allows every text/],
  ["propertyNames", { propertyNames: true }, /allows every text/],
  ["maximum", { enum: [1, 2], maximum: 2 }, /listed beside it all keep to it/],
])("%s forbids nothing in %j", (keyword, schema, reason) => {
  expect(reasonFor(keyword, schema)).toMatch(reason);
});

test.each<[keyword: string, schema: JsonObject]>([
  ["discriminator", { ...alternatives, discriminator: { propertyName: "kind" } }],
  ["minLength", { minLength: 1 }],
  ["maxLength", { type: ["integer", "string"], maxLength: 3 }],
  ["maximum", { enum: [1, 2], maximum: 1 }],
  ["enum", { enum: [1, 2] }],
  ["propertyNames", { propertyNames: { type: "string", maxLength: 3 } }],
  ["propertyNames", { propertyNames: { type: "integer" } }],
  ["propertyNames", { propertyNames: false }],
  ["uniqueItems", { uniqueItems: true, maxItems: 2 }],
])("%s forbids something in %j", (keyword, schema) => {
  expect(reasonFor(keyword, schema)).toBeUndefined();
});

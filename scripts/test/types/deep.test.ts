import { expect, test } from "vitest";

import type { JsonObject } from "../../generate/load/json.ts";
import { declare, ref } from "./documents.ts";

const text = { type: "string" };

/** How deep schemas may lie in one another. */
const DEPTH = 400;

function nest(wrap: (schema: JsonObject) => JsonObject): JsonObject {
  let schema: JsonObject = text;
  for (let depth = 0; depth < DEPTH; depth++) schema = wrap(schema);
  return schema;
}

test.each<[string, (schema: JsonObject) => JsonObject]>([
  ["objects", (schema) => ({ properties: { a: schema } })],
  ["lists", (schema) => ({ type: "array", items: schema })],
  ["choices", (schema) => ({ anyOf: [schema, { type: "integer" }] })],
  ["compositions", (schema) => ({ allOf: [schema, { properties: { a: text } }] })],
])("%s may lie deep in one another", (_, wrap) => {
  expect(declare({ schemas: { Deep: nest(wrap) } })).toContain("string");
});

test("a long chain of references and of parents ends", () => {
  const names = Array.from({ length: 1000 }, (_, index) => `S${index}`);
  const aliases = names.map((name, index) => [name, index === 0 ? text : ref(`S${index - 1}`)] as const);
  expect(declare({ schemas: Object.fromEntries(aliases.toReversed()) })).toContain("export type S999 = S998;");
  const heirs = names.map((name, index) => {
    const own = { properties: { [`p${index}`]: text } };
    return [name, index === 0 ? own : { allOf: [ref(`S${index - 1}`), own] }] as const;
  });
  expect(declare({ schemas: Object.fromEntries(heirs.toReversed()) })).toContain("S999 extends S998 {");
});

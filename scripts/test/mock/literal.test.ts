import { expect, test } from "vitest";
import { literal } from "../../mock/literal.ts";

test.each([
  [{ id: "x", "query.id": 1, nested: { a: [true, null] } }, '{ id: "x", "query.id": 1, nested: { a: [true, null] } }'],
  [{}, "{}"],
  [[], "[]"],
  ['say "no"\n', String.raw`"say \"no\"\n"`],
  [JSON.parse('{"__proto__": 1}') as unknown, '{ ["__proto__"]: 1 }'],
])("%j is written as TypeScript", (value, text) => {
  expect(literal(value)).toBe(text);
});

import { createSchemaChecker } from "@vendor-sdks/mock-server";
import { expect, it } from "vitest";
import type { JsonObject } from "../../src/openapi/json.ts";
import { variantsOf } from "../../src/variants/vary.ts";

function variants(schema: JsonObject, value: unknown): Map<string, unknown> {
  const document = { openapi: "3.1.0", components: { schemas: { Thing: schema } } };
  const reading = { document, checker: createSchemaChecker(document), direction: "response" } as const;
  const place = { pointer: "", schema: { $ref: "#/components/schemas/Thing" } };
  return new Map(variantsOf(reading, place, value).map((variant) => [variant.what, variant.value]));
}

it("puts null wherever it may be, from the innermost places outwards", () => {
  const owner = { type: ["object", "null"], properties: { name: { type: ["string", "null"] } } };
  const found = variants(
    { type: "object", properties: { owner, id: { type: "string" } } },
    { owner: { name: "a" }, id: "1" },
  );
  expect(found.get("null where it may be")).toEqual({ owner: { name: null }, id: "1" });
  expect(found.get("null where it may be, layer 2")).toEqual({ owner: null, id: "1" });
  expect([...found.keys()]).not.toContain("null where it may be, layer 3");
});

it("finds null among alternatives", () => {
  const reference = { anyOf: [{ type: "object", properties: { id: { type: "string" } } }, { type: "null" }] };
  const found = variants({ type: "object", properties: { reference } }, { reference: { id: "1" } });
  expect(found.get("null where it may be")).toEqual({ reference: null });
});

it("leaves out what is optional, and nothing that is required", () => {
  const inner = { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "string" } } };
  const found = variants({ type: "object", required: ["inner"], properties: { inner } }, { inner: { a: "1", b: "2" } });
  expect(found.get("nothing optional")).toEqual({ inner: { a: "1" } });
});

it("adds unknown fields to every object, whatever they are called", () => {
  const inner = { type: "object", properties: { a: { type: "string" } } };
  const found = variants({ type: "object", properties: { inner } }, { inner: { a: "1" } });
  const names = ["__proto__", "constructor", "toString", "hasOwnProperty", "unknown"];
  expect(Object.keys((found.get("unknown fields") as { readonly inner: object }).inner)).toEqual(
    expect.arrayContaining(names),
  );
  expect(Object.keys(found.get("unknown fields, layer 2") as object)).toEqual(
    expect.arrayContaining(["inner", ...names]),
  );
});

it("gives members of maps such names and values as the map has", () => {
  const found = variants({ type: "object", additionalProperties: { type: "integer" } }, { one: 1 });
  expect(found.get("unknown fields")).toMatchObject({ one: 1, constructor: 1, unknown: 1 });
});

it("gives maps no names that they forbid", () => {
  const map = { type: "object", additionalProperties: { type: "integer" } };
  const named = variants({ ...map, propertyNames: { pattern: "^[a-z]+$" } }, { one: 1 }).get("unknown fields");
  expect(Object.keys(named as object)).toEqual(["one", "constructor", "then", "unknown"]);
  expect(variants({ ...map, propertyNames: { enum: ["one"] } }, { one: 1 }).has("unknown fields")).toBe(false);
});

it("has values that enums do not list, of the same type", () => {
  const kind = { type: "string", enum: ["small"] };
  const level = { type: "integer", enum: [1, 2] };
  const found = variants({ type: "object", properties: { kind, level } }, { kind: "small", level: 1 });
  expect(found.get("unknown values of enums")).toEqual({ kind: "NotListedYet", level: 3 });
});

it("stays within what the schema allows with numbers, texts and lists", () => {
  const cost = { type: "integer", minimum: 0, maximum: 65_535 };
  const id = { type: "string", pattern: "^[0-9]+$" };
  const ids = { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true };
  const found = variants(
    { type: "object", required: ["cost", "id", "ids"], properties: { cost, id, ids } },
    { cost: 1, id: "1", ids: ["a"] },
  );
  expect(found.get("the number 0")).toEqual({ cost: 0, id: "1", ids: ["a"] });
  expect(found.get("long texts")).toMatchObject({ cost: 1, id: "1", ids: [expect.stringMatching(/^long long/)] });
  const other = ["the number 0.1", `the number ${Number.MAX_SAFE_INTEGER}`, "empty lists and objects", "long lists"];
  expect([...found.keys()].filter((what) => other.includes(what))).toEqual([]);
});

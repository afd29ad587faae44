import { describe, expect, test } from "vitest";

import { declare, ref, typeOf } from "./documents.ts";

const text = { type: "string" };
const number = { type: "integer" };

describe("names that are required", () => {
  test("and described nowhere are there, of a type that is not known", () => {
    expect(typeOf({ type: "object", required: ["a", "b"], properties: { b: text } })).toBe(
      "{\n  b: string;\n  a: unknown;\n}",
    );
    expect(typeOf({ type: "object", required: ["a"], additionalProperties: number })).toBe(
      "{\n  a: number;\n  [key: string]: number;\n}",
    );
  });

  test("and described in a choice or behind a reference are not said again", () => {
    const others = { other: { anyOf: [{ properties: { a: text } }] } };
    expect(typeOf({ type: "object", required: ["a"], oneOf: [{ properties: { a: text } }] })).not.toContain("unknown");
    expect(typeOf({ allOf: [ref("other")], type: "object", required: ["a"] }, others)).not.toContain("unknown");
  });
});

describe("conditions", () => {
  test("describe properties that may be there", () => {
    const schema = {
      type: "object",
      properties: { kind: text },
      if: { properties: { kind: { const: "a" } } },
      then: { required: ["size"], properties: { kind: text, size: number } },
      else: { properties: { size: text } },
      dependentSchemas: { kind: { properties: { note: text } } },
    };
    expect(typeOf(schema)).toBe("{\n  kind?: string;\n  size?: number | string;\n  note?: string;\n}");
  });
});

describe("all that has no name", () => {
  test("is of the type that patterns and additionalProperties give together", () => {
    const schema = { type: "object", patternProperties: { "^x-": text }, additionalProperties: number };
    expect(typeOf(schema)).toBe("{\n  [key: string]: string | number;\n}");
    expect(typeOf({ ...schema, additionalProperties: false })).toBe("{\n  [key: string]: string;\n}");
  });

  test("is what unevaluatedProperties says where additionalProperties says nothing", () => {
    expect(typeOf({ type: "object", unevaluatedProperties: text })).toBe("{\n  [key: string]: string;\n}");
    expect(typeOf({ type: "object", unevaluatedProperties: false })).toBe("{\n  [key: string]: never;\n}");
  });
});

describe("choices beside properties", () => {
  test("are joined with them, whatever only requires something left out", () => {
    const schema = { type: "object", properties: { id: text }, required: ["id"] };
    const choice = { oneOf: [{ properties: { a: text } }, { properties: { b: number } }] };
    expect(typeOf({ ...schema, ...choice })).toBe(
      "{\n  id: string;\n} & (\n  | {\n      a?: string;\n    }\n  | {\n      b?: number;\n    })",
    );
    expect(typeOf({ ...schema, anyOf: [{ required: ["id"] }, { required: ["x"] }] })).toBe("{\n  id: string;\n}");
  });
});

test.each(["__proto__", "constructor", "a b", "1.5", "-1", "été", 'q"', "n\nl", "100%", "a/b~c", "#/x", ""])(
  "a property may be called %j",
  (name) => {
    const plain = /^[a-z_]+$/u.test(name);
    const properties = Object.fromEntries([[name, text]]);
    expect(typeOf({ properties })).toBe(`{\n  ${plain ? name : JSON.stringify(name)}?: string;\n}`);
  },
);

test("a change of one schema changes its own lines alone", () => {
  const schemas = { A: { properties: { x: text } }, B: { properties: { a: ref("A") } }, C: { allOf: [ref("A")] } };
  const before = declare({ schemas }).split("\n");
  const after = declare({ schemas: { ...schemas, A: { properties: { x: text, y: text } } } }).split("\n");
  expect(after.filter((line) => !before.includes(line))).toEqual(["  y?: string;"]);
  const added = declare({ schemas: { ...schemas, Bb: text } }).split("\n");
  expect(added.filter((line) => !before.includes(line))).toEqual(["export type Bb = string;"]);
  expect(before.filter((line) => !added.includes(line))).toEqual([]);
});

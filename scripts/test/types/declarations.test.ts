import { describe, expect, test } from "vitest";

import type { JsonObject } from "../../generate/load/json.ts";
import { splitSchemas } from "../../generate/types/split.ts";
import { declare, documentOf, printerFor, ref, typeOf } from "./documents.ts";

const text = { type: "string" };

describe("types of schemas", () => {
  test.each<[string, unknown, string]>([
    ["a string", text, "string"],
    ["an integer", { type: "integer", format: "int32" }, "number"],
    ["an int64", { type: "integer", format: "int64" }, "number"],
    ["an int64 that is wanted exactly", { type: "integer", format: "int64", "x-sdk-bigint": true }, "bigint"],
    ["a boolean", { type: "boolean" }, "boolean"],
    ["bytes, which in JSON are a text", { type: "string", format: "binary" }, "string"],
    ["null", { type: "null" }, "null"],
    ["anything", {}, "unknown"],
    ["true", true, "unknown"],
    ["false", false, "never"],
    ["a nullable string", { type: ["string", "null"] }, "string | null"],
    ["null said first", { type: ["null", "string"] }, "string | null"],
    ["nullable as 3.0 says it", { type: "string", nullable: true }, "string | null"],
    ["nullable bytes", { type: ["string", "null"], format: "binary" }, "string | null"],
    ["several types", { type: ["string", "integer", "null"] }, "string | number | null"],
    ["a list", { type: "array", items: text }, "string[]"],
    ["a list of lists", { type: "array", items: { type: "array", items: text } }, "string[][]"],
    ["a list of anything", { type: "array" }, "unknown[]"],
    ["a list of nullables", { type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
    ["a nullable list", { type: ["array", "null"], items: text }, "string[] | null"],
    [
      "a tuple",
      { type: "array", prefixItems: [text, { type: "integer" }], items: false, minItems: 2 },
      "[string, number]",
    ],
    [
      "a list whose first items are known",
      { prefixItems: [text], items: { type: "integer" } },
      "[string?, ...number[]]",
    ],
    ["a tuple whose end may lack", { prefixItems: [text, text], items: false, minItems: 1 }, "[string, string?]"],
    ["a tuple that may go on", { prefixItems: [text], minItems: 1 }, "[string, ...unknown[]]"],
    ["a tuple that is cut short", { prefixItems: [text, text], minItems: 1, maxItems: 1 }, "[string]"],
    ["a tuple as older drafts say it", { items: [text], additionalItems: false, minItems: 1 }, "[string]"],
    ["a tuple of choices", { prefixItems: [{ type: ["string", "null"] }], items: false }, "[(string | null)?]"],
    ["a list of tuples", { type: "array", items: { prefixItems: [text], items: false, minItems: 1 } }, "[string][]"],
    ["a list that holds nothing", { type: "array", items: false }, "never[]"],
    ["what nothing fits", { not: {} }, "never"],
    ["what is not something", { type: "string", not: { const: "a" } }, "string"],
    ["bytes by media type", { type: "string", contentMediaType: "image/png" }, "string"],
    ["bytes as text", { type: "string", contentMediaType: "image/png", contentEncoding: "base64" }, "string"],
    ["base64", { type: "string", format: "byte" }, "string"],
    ["a text of a media type", { type: "string", contentMediaType: "application/json" }, "string"],
    ["null and nothing else", { enum: [null] }, "null"],
    [
      "an object constant",
      { const: { a: [1, null], "b c": {} } },
      '{\n  a: [1, null];\n  "b c": { [key: string]: never };\n}',
    ],
    ["a constant", { const: "a" }, '"a"'],
    ["a nullable constant list", { enum: [["a", 1], null] }, '["a", 1] | null'],
    ["a free-form object", { type: "object" }, "{\n  [key: string]: unknown;\n}"],
    ["a map", { type: "object", additionalProperties: text }, "{\n  [key: string]: string;\n}"],
    ["a nullable map", { type: ["object", "null"], additionalProperties: text }, "{ [key: string]: string } | null"],
    ["an object without any field", { type: "object", additionalProperties: false }, "{\n  [key: string]: never;\n}"],
  ])("%s", (_, schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });

  test("an enum is open in answers and closed in requests", () => {
    const schemas = { kind: { type: "string", enum: ["A", "B"] } };
    expect(declare({ schemas, sent: ["kind"], received: ["kind"] })).toBe(
      'export type Kind = "A" | "B" | (string & {});\n\nexport type KindInput = "A" | "B";\n',
    );
  });

  test("an enum of numbers is open to numbers, one of both to both", () => {
    expect(typeOf({ type: "integer", enum: [1, -2] })).toBe("1 | -2 | (number & {})");
    expect(typeOf({ enum: ["a", 1, true, null] })).toBe('"a" | 1 | true | (string & {}) | (number & {}) | null');
  });

  test("a nullable enum is nullable whether null is among its values or its types", () => {
    expect(typeOf({ type: ["string", "null"], enum: ["a"] })).toBe('"a" | (string & {}) | null');
    expect(typeOf({ type: "string", enum: ["a", null] })).toBe('"a" | (string & {}) | null');
  });

  test("a list of enums puts the members in parentheses", () => {
    expect(typeOf({ type: "array", items: { enum: ["a"] } })).toBe('("a" | (string & {}))[]');
  });

  test("a union too long for a line gets a line for each member", () => {
    const values = ["a", "b", "c"].map((letter) => letter.repeat(40));
    expect(typeOf({ enum: values })).toBe(`${values.map((value) => `| "${value}"\n  `).join("")}| (string & {})`);
    expect(typeOf({ properties: { x: { type: "array", items: { enum: values } } } })).toBe(
      `{\n  x?: (\n${values.map((value) => `    | "${value}"\n`).join("")}    | (string & {})\n  )[];\n}`,
    );
  });

  test("literals are escaped", () => {
    expect(typeOf({ const: 'a"\u2028\u202E\n' })).toBe('"a\\"\\u2028\\u202E\\n"');
  });

  test("references are plain names", () => {
    const others = { "some.thing": { type: "object", properties: { a: text } } };
    expect(typeOf({ type: "array", items: ref("some.thing") }, others)).toBe("SomeThing[]");
    expect(typeOf({ anyOf: [ref("some.thing"), { type: "null" }] }, others)).toBe("SomeThing | null");
    expect(typeOf({ $ref: "#/components/schemas/some.thing", description: "Said beside." }, others)).toBe("SomeThing");
  });
});

describe("objects", () => {
  test("are interfaces, with the properties in the order of the spec", () => {
    const schema = {
      type: "object",
      required: ["b"],
      properties: { b: text, a: { type: "integer" }, "x-y": text, "1": text },
    };
    expect(declare({ schemas: { thing: schema }, received: ["thing"] })).toBe(
      'export interface Thing {\n  1?: string;\n  b: string;\n  a?: number;\n  "x-y"?: string;\n}\n',
    );
  });

  test("take undefined for an optional property where a request carries them", () => {
    const schemas = { asked: { properties: { a: text, b: {}, c: { type: ["string", "null"] } } } };
    const type = "  a?: string | undefined;\n  b?: unknown;\n  c?: string | null | undefined;\n";
    expect(declare({ schemas, sent: ["asked"] })).toBe(`export interface Asked {\n${type}}\n`);
    expect(declare({ schemas, sent: ["asked"], received: ["asked"] })).toBe(`export interface Asked {\n${type}}\n`);
    expect(declare({ schemas, received: ["asked"] })).toContain("  a?: string;\n");
  });

  test("nest", () => {
    const inner = { type: ["object", "null"], properties: { x: text } };
    expect(typeOf({ properties: { a: inner, list: { type: "array", items: { properties: { y: text } } } } })).toBe(
      "{\n  a?: {\n    x?: string;\n  } | null;\n  list?: {\n    y?: string;\n  }[];\n}",
    );
  });

  test("have an index signature only if the spec gives one, wide enough for the properties beside it", () => {
    expect(typeOf({ properties: { a: text }, additionalProperties: true })).toBe(
      "{\n  a?: string;\n  [key: string]: unknown;\n}",
    );
    expect(typeOf({ properties: { a: { type: "integer" } }, additionalProperties: text })).toBe(
      "{\n  a?: number;\n  [key: string]: string | number | undefined;\n}",
    );
    expect(typeOf({ properties: { a: text }, additionalProperties: false })).toBe("{\n  a?: string;\n}");
  });

  test("may have a property called __proto__", () => {
    expect(typeOf(JSON.parse('{"properties":{"__proto__":{"type":"string"}}}'))).toBe("{\n  __proto__?: string;\n}");
  });
});

describe("compositions", () => {
  const base = { type: "object", properties: { id: text, note: text }, required: ["id"] };
  const other = { type: "object", properties: { size: { type: "integer" } } };
  const declared = (tested: unknown, more: JsonObject = {}): string => {
    const all = declare({ schemas: { base, other, tested, ...more }, received: ["tested"] });
    return all.slice(all.indexOf("export", all.indexOf("Tested") - 20)).trim();
  };

  test("of objects extend them", () => {
    const tested = { allOf: [ref("base"), ref("other"), { properties: { x: text }, required: ["x"] }] };
    expect(declared(tested)).toBe("export interface Tested extends Base, Other {\n  x: string;\n}");
  });

  test("of objects alone need no body", () => {
    expect(declared({ allOf: [ref("base"), ref("other")] })).toBe("export interface Tested extends Base, Other {}");
  });

  test("with own properties beside the allOf extend as well", () => {
    expect(declared({ type: "object", allOf: [ref("base")], properties: { x: text } })).toBe(
      "export interface Tested extends Base {\n  x?: string;\n}",
    );
  });

  test("of one reference are that type", () => {
    expect(declared({ allOf: [ref("base")], description: "The base." })).toBe("export type Tested = Base;");
    expect(declared({ type: "object", nullable: true, allOf: [ref("base")] })).toBe(
      "export type Tested = Base | null;",
    );
  });

  test("may require what a part has as optional", () => {
    expect(declared({ allOf: [ref("base")], required: ["note", "id", "unknown"] })).toBe(
      "export interface Tested extends Base {\n  note: string;\n}",
    );
  });

  test("that give a property another type are intersections", () => {
    expect(declared({ allOf: [ref("base"), { properties: { note: { type: "integer" } } }] })).toBe(
      "export type Tested = Base & {\n  note?: number;\n};",
    );
  });

  test("that give a property one of its literals extend all the same", () => {
    expect(declared({ allOf: [ref("base"), { properties: { note: { const: "x" } } }] })).toBe(
      'export interface Tested extends Base {\n  note?: "x";\n}',
    );
  });

  test("of what is no object are intersections", () => {
    const more = { choice: { oneOf: [ref("base"), ref("other")] } };
    expect(declared({ allOf: [ref("choice"), { properties: { x: text } }] }, more)).toBe(
      "export type Tested = Choice & {\n  x?: string;\n};",
    );
  });

  test("whose parts describe the same object become one", () => {
    expect(declared({ allOf: [{ properties: { a: text } }, { properties: { b: text }, required: ["a"] }] })).toBe(
      "export interface Tested {\n  a: string;\n  b?: string;\n}",
    );
  });

  test("keep properties that stand beside a choice", () => {
    const tested = { type: "object", properties: { x: text }, oneOf: [ref("base"), ref("other")] };
    expect(declared(tested)).toBe("export type Tested = {\n  x?: string;\n} & (Base | Other);");
  });

  test("whose choice is about required properties alone are the object", () => {
    const tested = {
      type: "object",
      properties: { x: text, y: text },
      anyOf: [{ required: ["x"] }, { required: ["y"] }],
    };
    expect(declared(tested)).toBe("export interface Tested {\n  x?: string;\n  y?: string;\n}");
  });

  test("that lead back to themselves end there", () => {
    const more = { back: { allOf: [ref("tested"), { properties: { b: text } }] } };
    const all = declare({ schemas: { tested: { allOf: [ref("back"), { properties: { t: text } }] }, ...more } });
    expect(all).toBe("export type Back = Tested & {\n  b?: string;\n};\n\nexport type Tested = {\n  t?: string;\n};\n");
    expect(declared({ anyOf: [ref("tested"), { type: "string" }] })).toBe("export type Tested = unknown;");
  });
});

describe("doc comments", () => {
  test("hold the description and what the type cannot show", () => {
    const size = {
      type: "integer",
      format: "int64",
      description: "Size of it, in MiB.",
      minimum: 1,
      maximum: 100,
      default: 5,
      examples: [7],
      deprecated: true,
    };
    expect(typeOf({ properties: { size } })).toBe(
      `{\n  /**\n   * Size of it, in MiB.\n   *\n   * Format: int64. Range: 1 to 100.\n   *\n   * @default 5\n   * @example 7\n   * @deprecated\n   */\n  size?: number;\n}`,
    );
  });

  test.each([
    [{ minimum: 0 }, "Range: at least 0."],
    [{ exclusiveMinimum: 0, maximum: 9 }, "Range: more than 0, at most 9."],
    [{ maximum: 9, exclusiveMaximum: true }, "Range: less than 9."],
    [{ minLength: 1, maxLength: 8, pattern: "^a*/$" }, "Length: 1 to 8. Pattern: `^a*\\/$`."],
    [{ minItems: 1, uniqueItems: true }, "Items: at least 1. No item twice."],
    [{ multipleOf: 0.5 }, "Multiple of: 0.5."],
  ])("say %j in words", (limits, words) => {
    expect(typeOf({ properties: { x: { type: "string", ...limits } } })).toContain(`  /** ${words} */\n`);
  });

  test("cannot be closed by the spec", () => {
    const schemas = { a: { type: "string", description: "x */ alert(1) /*", example: "*/" } };
    expect(declare({ schemas })).toBe(
      '/**\n * x *\\/ alert(1) /*\n *\n * @example "*\\/"\n */\nexport type A = string;\n',
    );
  });

  test("leave long examples out", () => {
    expect(declare({ schemas: { a: { type: "string", example: "x".repeat(300) } } })).toBe("export type A = string;\n");
  });
});

describe("the printer", () => {
  const document = documentOf({ schemas: { kind: { enum: ["a"] }, other: text }, sent: ["kind"], received: ["kind"] });
  const split = splitSchemas(document);
  const printer = printerFor(split);

  test("prints any schema of the document for a direction", () => {
    const schema = {
      type: "object",
      properties: { kind: { enum: ["x"] }, list: { type: "array", items: ref("KindInput") } },
    };
    expect(printer.print(schema, "input", 2)).toBe(
      '{\n    kind?: "x" | undefined;\n    list?: KindInput[] | undefined;\n  }',
    );
    expect(printer.print(ref("Kind"), "output")).toBe("Kind");
    expect(printer.mentions(schema, "input")).toEqual(["KindInput"]);
  });

  test("begins no type with a line break", () => {
    const values = ["a", "b", "c"].map((letter) => letter.repeat(40));
    expect(printer.print({ enum: values }, "input")).toBe(values.map((value) => `"${value}"`).join("\n  | "));
  });

  test("gives the same text whatever the order of the schemas and paths", () => {
    const reversed = documentOf({
      schemas: { other: text, kind: { enum: ["a"] } },
      sent: ["kind"],
      received: ["kind"],
    });
    const paths = Object.fromEntries(Object.entries(reversed["paths"] as JsonObject).toReversed());
    const again = printerFor(splitSchemas({ ...reversed, paths }));
    expect(again.declarations()).toBe(printer.declarations());
    expect(again.paths()).toBe(printer.paths());
  });
});

import { describe, expect, it } from "vitest";
import { createSchemaChecker, createValueMaker, type Wanted } from "../../src/index.ts";

const SCHEMAS = {
  Node: {
    type: "object",
    required: ["id"],
    properties: { id: { type: "integer" }, next: { $ref: "#/components/schemas/Node" } },
  },
  Cat: {
    type: "object",
    required: ["kind", "lives"],
    properties: { kind: { type: "string" }, lives: { type: "integer", minimum: 9 } },
  },
  Dog: {
    type: "object",
    required: ["kind", "tricks"],
    properties: { kind: { type: "string" }, tricks: { type: "array", items: { type: "string" } } },
  },
};

function make(schema: unknown, wanted: Partial<Wanted> = {}, openapi = "3.1.0"): unknown {
  const document = { openapi, components: { schemas: SCHEMAS } };
  const checker = createSchemaChecker(document);
  return createValueMaker(document, checker).make(schema, { direction: "request", ...wanted });
}

describe("a value that is made", () => {
  it.each([
    ["a constant", { const: 4 }, 4],
    ["the first of an enum that is not null", { enum: [null, "a", "b"] }, "a"],
    ["an integer in its bounds", { type: "integer", exclusiveMinimum: 10, multipleOf: 4 }, 12],
    ["a number below zero", { type: "number", maximum: -2 }, -2],
    ["a text of a format", { type: "string", format: "date-time" }, "2030-01-02T03:04:05Z"],
    ["a text of a length", { type: "string", minLength: 10 }, "examplexxx"],
    [
      "a text that matches",
      { type: "string", pattern: "^[A-Z]{3}-\\d{2}$" },
      expect.stringMatching(/^[A-Z]{3}-\d{2}$/),
    ],
    [
      "a text that matches a pattern which refers back",
      { type: "string", pattern: "^((?:ab|[(]d))-\\1$" },
      expect.stringMatching(/^(ab-ab|\(d-\(d)$/),
    ],
    ["different items", { type: "array", uniqueItems: true, minItems: 3, items: { type: "integer" } }, [1, 2, 3]],
    [
      "a tuple",
      { type: "array", prefixItems: [{ type: "integer" }, { type: "boolean" }], items: false, minItems: 2 },
      [1, false],
    ],
    ["a map", { type: "object", additionalProperties: { type: "integer" } }, { example: 1 }],
    ["what all parts say", { allOf: [{ type: "integer", minimum: 3 }, { maximum: 3 }] }, 3],
    ["one alternative and no other", { oneOf: [{ type: "integer" }, { type: "integer", minimum: 5 }] }, 1],
    ["a recursion that ends", { $ref: "#/components/schemas/Node" }, { id: 1 }],
    ["an example that fits", { type: "string", examples: ["given"] }, "given"],
    ["no example that does not fit", { type: "string", example: 4 }, "example"],
  ])("is %s", (_, schema, value) => {
    expect(make(schema)).toEqual(value);
  });

  it("names the branch that a discriminator tells", () => {
    const mapping = { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" };
    const oneOf = [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }];
    expect(make({ oneOf, discriminator: { propertyName: "kind", mapping } })).toEqual({ kind: "cat", lives: 9 });
  });

  it("leaves out what belongs to the other direction, and what is optional where that is asked for", () => {
    const schema = {
      type: "object",
      required: ["id", "name"],
      properties: {
        id: { type: "string", readOnly: true },
        name: { type: "string" },
        key: { type: "string", writeOnly: true },
      },
    };
    expect(make(schema)).toEqual({ name: "example", key: "example" });
    expect(make(schema, { extent: "required" })).toEqual({ name: "example" });
    expect(make(schema, { direction: "response" })).toEqual({ id: "example", name: "example" });
  });

  it("understands the words of OpenAPI 3.0", () => {
    expect(make({ type: "integer", minimum: 1, exclusiveMinimum: true }, {}, "3.0.3")).toBe(2);
    expect(make({ type: "string", nullable: true, enum: ["a"] }, {}, "3.0.3")).toBe("a");
  });

  it("is always the same", () => {
    const schema = { type: "string", pattern: "^\\w{8}\\d+$" };
    expect(make(schema)).toBe(make(schema));
  });

  it("is refused with what stands against it where there is none", () => {
    expect(() => make({ type: "string", minLength: 3, maxLength: 2 })).toThrow(/No value could be made/);
    expect(() => make(false)).toThrow("it allows none");
    expect(() => make({ type: "string", pattern: "^(?<a>[0-9]{9})\\k<a>$" })).toThrow("must match pattern");
  });
});

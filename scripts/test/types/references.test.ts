import { describe, expect, test } from "vitest";

import type { JsonObject } from "../../generate/load/json.ts";
import { splitSchemas } from "../../generate/types/split.ts";
import { declare, json, printerFor, ref, typeOf } from "./documents.ts";

const text = { type: "string" };

function declarations(document: JsonObject): string {
  return printerFor(splitSchemas(document)).declarations().replaceAll("export ", "");
}

describe("references", () => {
  test("lead into the middle of a schema, which then has a name of its own", () => {
    const schemas = {
      Owner: { properties: { address: { properties: { street: text } } } },
      Shop: { properties: { at: { $ref: "#/components/schemas/Owner/properties/address" } } },
      Local: { $defs: { "a b": { enum: [1] } }, $ref: "#/components/schemas/Local/$defs/a%20b" },
    };
    const made = declare({ schemas });
    expect(made).toContain("export interface OwnerPropertiesAddress {\n  street?: string;\n}");
    expect(made).toContain("at?: OwnerPropertiesAddress;");
    expect(made).toContain("export type LocalDefsAB = 1 | (number & {});");
    expect(made).toContain("export type Local = LocalDefsAB;");
  });

  test("lead into a path, whatever is encoded in it", () => {
    const paths = { "/x/{id}": { get: { responses: { 200: json({ properties: { a: text } }) } } } };
    const target = "#/paths/~1x~1%7Bid%7D/get/responses/200/content/application~1json/schema";
    expect(declarations({ paths, components: { schemas: { Same: { $ref: target } } } })).toBe(
      "interface PathsXIdGetResponses200ContentApplicationJsonSchema {\n  a?: string;\n}\n\n" +
        "type Same = PathsXIdGetResponses200ContentApplicationJsonSchema;\n",
    );
  });

  test("lead to schemas that are true or false", () => {
    const schemas = { Anything: true, Nothing: false, Both: { properties: { a: ref("Anything"), n: ref("Nothing") } } };
    expect(declare({ schemas })).toBe(
      "export type Anything = unknown;\n\nexport interface Both {\n  a?: Anything;\n  n?: Nothing;\n}\n\nexport type Nothing = never;\n",
    );
  });

  test("are left alone in data that only looks like them", () => {
    const data = { $ref: "#/nowhere", properties: { $ref: "#/nowhere" } };
    const schema = { type: "object", default: data, examples: [data], const: data, "x-more": data };
    expect(typeOf(schema)).toContain('$ref: "#/nowhere";');
    expect(typeOf({ properties: { $ref: text } })).toBe("{\n  $ref?: string;\n}");
  });

  test("count with what stands beside them, except in OpenAPI 3.0", () => {
    const schemas = {
      Base: { properties: { a: text } },
      More: { ...ref("Base"), nullable: true, properties: { b: text }, description: "Kept." },
    };
    expect(declarations({ openapi: "3.1.0", components: { schemas } })).toContain(
      "/** Kept. */\ntype More = (Base & {\n  b?: string;\n}) | null;",
    );
    expect(declarations({ openapi: "3.0.3", components: { schemas } })).toContain("/** Kept. */\ntype More = Base;");
  });

  test("beside which a property is readOnly hide it, except in OpenAPI 3.0", () => {
    const schemas = { Id: text, Thing: { properties: { id: { ...ref("Id"), readOnly: true } } } };
    const paths = { "/t": { put: { requestBody: json(ref("Thing")), responses: { 200: json(ref("Thing")) } } } };
    expect(declarations({ openapi: "3.1.0", paths, components: { schemas } })).toContain("ThingInput");
    expect(declarations({ openapi: "3.0.3", paths, components: { schemas } })).not.toContain("ThingInput");
  });

  test("that branch again and again are each followed once", () => {
    const twice = (name: string): JsonObject => ({ allOf: [ref(name), ref(name)] });
    const levels = Array.from({ length: 40 }, (_, index): [string, JsonObject] => [
      `L${index}`,
      twice(`L${index + 1}`),
    ]);
    const schemas = {
      ...Object.fromEntries(levels),
      L40: { properties: { a: text } },
      Top: { ...twice("L0"), required: ["z"] },
    };
    expect(declare({ schemas })).toContain("export type L39 = L40;");
  });
});

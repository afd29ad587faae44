import { createSchemaChecker } from "@vendor-sdks/mock-server";
import { expect, it } from "vitest";
import { faultsOf } from "../../src/openapi/faults.ts";
import type { JsonObject } from "../../src/openapi/json.ts";
import { specOf } from "../../src/openapi/spec.ts";
import { createViolator } from "../../src/openapi/violation.ts";

function faults(operation: JsonObject, args: JsonObject): (readonly [string, string, JsonObject])[] {
  const spec = specOf({
    paths: { "/things/{id}": { post: { operationId: "make", ...operation } } },
    components: {
      schemas: {
        Thing: {
          type: "object",
          required: ["name", "made"],
          properties: {
            name: { type: ["string", "null"] },
            kind: { $ref: "#/components/schemas/Kind" },
            note: {},
            made: { type: "string", readOnly: true },
          },
        },
        Kind: { type: "string", enum: ["small", "large"] },
      },
    },
  });
  const described = spec.operations.get("make");
  if (described === undefined) throw new Error("no operation");
  return faultsOf(spec, createViolator(spec.document, createSchemaChecker(spec.document)), described, args).map(
    (fault) => [fault.what, fault.part, fault.args],
  );
}

it("plants a fault in everything that parameters are restricted by", () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[0-9]+$" } },
    { name: "limit", in: "query", schema: { type: "integer" } },
    { name: "ids", in: "query", required: true, schema: { type: "array", items: { type: "string", format: "uuid" } } },
    { name: "filter", in: "query", schema: { type: "string" } },
    { name: "x-trace", in: "header", required: true, schema: { type: "string" } },
  ];
  const args = { id: "1", limit: 2, ids: ["a"], filter: "f", "x-trace": "t" };
  expect(faults({ parameters }, args)).toEqual([
    ['with "not what is wanted" for the path parameter "id"', "path", { ...args, id: "not what is wanted" }],
    ['with "not what is wanted" for the query parameter "limit"', "query", { ...args, limit: "not what is wanted" }],
    ['without the query parameter "ids"', "query", { id: "1", limit: 2, filter: "f", "x-trace": "t" }],
    ['with "not what is wanted" for the query parameter "ids"', "query", { ...args, ids: "not what is wanted" }],
    ['without the header parameter "x-trace"', "header", { id: "1", limit: 2, ids: ["a"], filter: "f" }],
  ]);
});

const schema = { $ref: "#/components/schemas/Thing" };
const thing = { name: "n", kind: "small" };

it("plants a fault in everything that a body is restricted by, but for what is only read", () => {
  const requestBody = { required: true, content: { "application/json": { schema } } };
  expect(faults({ requestBody }, { body: thing })).toEqual([
    ["without its body", "body", {}],
    ["with the body 12.5", "body", { body: 12.5 }],
    ['without "name" in its body', "body", { body: { kind: "small" } }],
    ['with 12.5 for "name" in its body', "body", { body: { ...thing, name: 12.5 } }],
    ['with 12.5 for "kind" in its body', "body", { body: { ...thing, kind: 12.5 } }],
  ]);
});

it("plants faults in the first row of a list", () => {
  const requestBody = { content: { "application/json": { schema: { type: "array", items: schema } } } };
  expect(faults({ requestBody }, { body: [thing, thing] }).map(([, , { body }]) => body)).toEqual([
    12.5,
    [{ kind: "small" }, thing],
    [{ ...thing, name: 12.5 }, thing],
    [{ ...thing, kind: 12.5 }, thing],
  ]);
});

it("finds no fault where everything is allowed", () => {
  const requestBody = { content: { "application/json": { schema: {} } } };
  expect(faults({ requestBody }, { body: { any: "thing" } })).toEqual([]);
});

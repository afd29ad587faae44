import { createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import { expect, it } from "vitest";
import { faultsOf, type Faults } from "../../src/openapi/faults.ts";
import type { JsonObject } from "../../src/openapi/json.ts";
import { specOf } from "../../src/openapi/spec.ts";

function faults(operation: JsonObject, args: JsonObject, others: JsonObject = {}): Faults {
  const document = {
    openapi: "3.1.0",
    paths: { "/things/{id}": { post: { operationId: "make", ...operation } }, ...others },
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
  };
  const spec = specOf(document);
  const described = spec.operations.get("make");
  if (described === undefined) throw new Error("no operation");
  const checker = createSchemaChecker(document);
  const planting = { document, checker, maker: createValueMaker(document, checker), direction: "request" } as const;
  return faultsOf(planting, spec, described, args);
}

function told({ faults: found }: Faults): (readonly [string, unknown])[] {
  return found.map(({ what, args, text }) => [what, text ?? args]);
}

it("plants a fault in everything that parameters are restricted by", () => {
  const parameters = [
    { name: "id", in: "path", required: true, schema: { type: "string", pattern: "^[0-9]+$" } },
    { name: "limit", in: "query", schema: { type: "integer", maximum: 500 } },
    { name: "ids", in: "query", required: true, schema: { type: "array", items: { type: "string", format: "uuid" } } },
    { name: "filter", in: "query", schema: { type: "string" } },
    { name: "x-trace", in: "header", required: true, schema: { type: "string", maxLength: 3 } },
    { name: "theme", in: "cookie", schema: { type: "string", enum: ["dark"] } },
  ];
  const id = "123e4567-e89b-42d3-a456-426614174000";
  const args = { id: "1", limit: 2, ids: [id], filter: "f", "x-trace": "t", theme: "dark" };
  const { ids: _, ...withoutIds } = args;
  const { "x-trace": __, ...withoutTrace } = args;
  const wrong = "not what is wanted";
  expect(told(faults({ parameters }, args))).toEqual([
    ['without the query parameter "ids"', withoutIds],
    ['without the header parameter "x-trace"', withoutTrace],
    ['with the path parameter "id" against "pattern"', { ...args, id: wrong }],
    ['with the query parameter "limit" against "type"', { ...args, limit: 12.5 }],
    ['with the query parameter "limit" against "maximum"', { ...args, limit: 501 }],
    ['with the query parameter "ids" at /0 against "format"', { ...args, ids: [wrong] }],
    ['with the header parameter "x-trace" against "maxLength"', { ...args, "x-trace": "txxx" }],
    ['with the cookie parameter "theme" against "enum"', { ...args, theme: wrong }],
  ]);
});

it("says which constraints of parameters no text can break", () => {
  const parameters = [{ name: "filter", in: "query", schema: { type: "string" } }];
  const { unplanted } = faults({ parameters }, { filter: "f" });
  expect(unplanted).toEqual([
    {
      part: "query",
      pointer: "/parameters/query/filter",
      constraint: "type",
      reason: "what breaks it cannot be written where it has to travel",
      isVoid: true,
    },
  ]);
});

const schema = { $ref: "#/components/schemas/Thing" };
const thing = { name: "n", kind: "small" };

it("plants a fault in everything that a body is restricted by, but for what is only read", () => {
  const requestBody = { required: true, content: { "application/json": { schema } } };
  expect(told(faults({ requestBody }, { body: thing }))).toEqual([
    ["without its body", {}],
    ["with a body of another media type", { body: thing }],
    ['with its body against "type"', { body: 12.5 }],
    ['with its body against "required name"', { body: { kind: "small" } }],
    ['with its body at /name against "type"', { body: { ...thing, name: 12.5 } }],
    ['with its body at /kind against "type"', { body: { ...thing, kind: 12.5 } }],
    ['with its body at /kind against "enum"', { body: { ...thing, kind: "not what is wanted" } }],
    ['with its body at /made against "readOnly"', { body: { ...thing, made: "planted" } }],
    ["with a body that is no JSON", '{"planted": '],
  ]);
});

it("plants faults in lists, maps, parts and alternatives, wherever they are", () => {
  const nested = {
    type: "object",
    properties: {
      list: { type: "array", minItems: 1, uniqueItems: true, items: { type: "integer", minimum: 1 } },
      map: { type: "object", additionalProperties: { type: "string", maxLength: 2 } },
      part: { allOf: [{ required: ["a"] }, { properties: { a: { type: "boolean" } }, additionalProperties: false }] },
      either: {
        oneOf: [
          { type: "string", pattern: "^a" },
          { type: "integer", multipleOf: 5 },
        ],
      },
    },
  };
  const requestBody = { content: { "application/json": { schema: nested } } };
  const { faults: found, unplanted } = faults({ requestBody }, { body: {} });
  expect(unplanted).toEqual([]);
  const planted = found.flatMap(({ planted: each }) =>
    each === undefined ? [] : [`${each.at.join("/")} ${each.constraint}`],
  );
  expect(planted).toEqual([
    " type",
    "list type",
    "list minItems",
    "list uniqueItems",
    "list/0 type",
    "list/0 minimum",
    "map type",
    "map/example type",
    "map/example maxLength",
    "part required a",
    "part additionalProperties",
    "part/a type",
    "either oneOf",
    "either type",
    "either pattern",
    "either type",
    "either multipleOf",
  ]);
});

it("says that a constraint has no canary, and why", () => {
  const properties = { a: { allOf: [{ type: "string" }, { enum: [1] }] }, b: { type: "integer", not: { const: "x" } } };
  const requestBody = { content: { "application/json": { schema: { type: "object", properties } } } };
  const { unplanted } = faults({ requestBody }, { body: {} });
  expect(unplanted.map(({ pointer, constraint, reason, isVoid }) => [pointer, constraint, reason, isVoid])).toEqual([
    ["/body/application/json/properties/a/allOf/0", "type", "no sound value has anything at /a", false],
    ["/body/application/json/properties/a/allOf/1", "enum", "no sound value has anything at /a", false],
    ["/body/application/json/properties/b", "not", "nothing was found that it forbids at /b", false],
  ]);
});

it("finds no fault where everything is allowed, but in what is no JSON", () => {
  const requestBody = { content: { "application/json": { schema: {} } } };
  expect(told(faults({ requestBody }, { body: { any: "thing" } }))).toEqual([
    ["with a body of another media type", { body: { any: "thing" } }],
    ["with a body that is no JSON", '{"planted": '],
  ]);
});

it("plants nothing in a path that would be another operation's", () => {
  const parameters = [{ name: "id", in: "path", required: true, schema: { type: "integer" } }];
  const others = { "/things/{id}.{form}": { post: { operationId: "show" } } };
  expect(told(faults({ parameters }, { id: 1 }, others))).toEqual([
    ['with the path parameter "id" against "type"', { id: "not what is wanted" }],
  ]);
});

it.each([
  ["no items", { type: "array", uniqueItems: true }, []],
  ["no item at all", { type: "array", uniqueItems: true, maxItems: 0, items: { type: "string" } }, []],
  ["listed items", { type: "array", uniqueItems: true, items: { enum: ["a", "b"] } }, []],
])("plants what stands twice in a list of %s, too", (_, schema, list) => {
  const body = { content: { "application/json": { schema: { properties: { list: schema } } } } };
  const { unplanted } = faults({ requestBody: body }, { id: "1", body: { list } });
  expect(unplanted.filter(({ isVoid }) => !isVoid)).toEqual([]);
});

it("plants lines where a text has to be one", () => {
  const body = { content: { "application/json": { schema: { type: "string", pattern: "^[^\\r\\n]*$" } } } };
  expect(faults({ requestBody: body }, { id: "1", body: "one" }).unplanted).toEqual([]);
});

it.each([{ pattern: "^[a-z]+$" }, { maxLength: 64 }])(
  "plants a name that an object must not have: %j",
  (propertyNames) => {
    const body = { content: { "application/json": { schema: { type: "object", propertyNames } } } };
    expect(faults({ requestBody: body }, { id: "1", body: { name: 1 } }).unplanted).toEqual([]);
  },
);

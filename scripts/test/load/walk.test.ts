import { expect, test } from "vitest";

import { operationsOf, parametersOf, walkReachableSchemas, walkSpec } from "../../generate/load/walk.ts";
import type { SpecNode } from "../../generate/load/walk.ts";

function visited(document: Readonly<Record<string, unknown>>): string[] {
  const nodes: string[] = [];
  walkSpec(document, { node: ({ kind, pointer }) => void nodes.push(`${kind} ${pointer}`) });
  return nodes;
}

test("every object is visited as what it is, in the order of the text, and data is not", () => {
  const document = {
    info: { title: "T" },
    paths: {
      "x-note": { get: {} },
      "/a": {
        get: {
          parameters: [{ schema: { default: { properties: { a: {} } } } }],
          responses: {
            200: { content: { "text/plain": { schema: { properties: { a: true, b: {} } }, example: {} } } },
          },
        },
      },
    },
  };
  expect(visited(document)).toEqual([
    "document ",
    "info /info",
    "paths /paths",
    "pathItem /paths/~1a",
    "operation /paths/~1a/get",
    "parameter /paths/~1a/get/parameters/0",
    "schema /paths/~1a/get/parameters/0/schema",
    "responses /paths/~1a/get/responses",
    "response /paths/~1a/get/responses/200",
    "mediaType /paths/~1a/get/responses/200/content/text~1plain",
    "schema /paths/~1a/get/responses/200/content/text~1plain/schema",
    "schema /paths/~1a/get/responses/200/content/text~1plain/schema/properties/b",
  ]);
});

test("what stands beside a reference is visited in schemas and path items only", () => {
  const document = {
    components: {
      schemas: { A: { $ref: "#/b", properties: { b: {} } } },
      responses: { R: { $ref: "#/r", content: { "text/plain": {} } } },
      pathItems: { P: { $ref: "#/p", get: {} } },
    },
  };
  expect(visited(document)).toEqual([
    "document ",
    "components /components",
    "schema /components/schemas/A",
    "schema /components/schemas/A/properties/b",
    "response /components/responses/R",
    "pathItem /components/pathItems/P",
    "operation /components/pathItems/P/get",
  ]);
});

test("a value that contains itself ends the way down", () => {
  const schema: Record<string, unknown> = { type: "array" };
  schema["items"] = { properties: { again: schema } };
  expect(visited({ components: { schemas: { A: schema, B: schema } } })).toEqual([
    "document ",
    "components /components",
    "schema /components/schemas/A",
    "schema /components/schemas/A/items",
    "schema /components/schemas/B",
    "schema /components/schemas/B/items",
  ]);
});

test("schemas are reached through references, each place once, also in circles", () => {
  const document = {
    start: { properties: { a: { $ref: "#/components/schemas/A" }, again: { $ref: "#/components/schemas/A" } } },
    components: {
      schemas: {
        A: { $ref: "#/components/schemas/B", description: "beside" },
        B: { items: { $ref: "#/components/schemas/B" }, not: { $ref: "#/nowhere" } },
        C: {},
      },
    },
  };
  const reached: SpecNode[] = [];
  const start: SpecNode = { kind: "schema", value: document.start, pointer: "/start" };
  walkReachableSchemas(document, start, (node) => reached.push(node));
  expect(reached.map(({ pointer }) => pointer)).toEqual([
    "/start",
    "/start/properties/a",
    "/start/properties/again",
    "/components/schemas/A",
    "/components/schemas/B",
    "/components/schemas/B/items",
    "/components/schemas/B/not",
  ]);
});

test("operations are found by method and path, behind references and in additionalOperations too", () => {
  const document = {
    paths: {
      "/a": { summary: "a", post: { operationId: "p" }, get: { operationId: "g" }, trace: 5 },
      "/b": { $ref: "#/components/pathItems/B" },
      "/c": { $ref: "#/nowhere" },
      "x-d": { get: {} },
    },
    components: { pathItems: { B: { query: {}, additionalOperations: { COPY: {} } } } },
  };
  expect(operationsOf(document).map(({ method, path, pointer }) => [method, path, pointer])).toEqual([
    ["post", "/a", "/paths/~1a/post"],
    ["get", "/a", "/paths/~1a/get"],
    ["query", "/b", "/components/pathItems/B/query"],
    ["COPY", "/b", "/components/pathItems/B/additionalOperations/COPY"],
  ]);
});

test("an operation's parameters are its own and those of its path that it does not replace", () => {
  const document = {
    paths: {
      "/a/{x}": {
        parameters: [
          { name: "x", in: "path", required: true },
          { name: "X-Id", in: "header" },
          { name: "q", in: "query" },
        ],
        get: {
          parameters: [
            { $ref: "#/components/parameters/Q" },
            { name: "x-id", in: "header", required: true },
            { name: "x", in: "query" },
            { $ref: "#/nowhere" },
            { in: "query" },
          ],
        },
      },
    },
    components: { parameters: { Q: { name: "q", in: "query", description: "own" } } },
  };
  const [operation] = operationsOf(document);
  if (operation === undefined) throw new Error("an operation is expected");
  expect(
    parametersOf(document, operation).map(({ name, in: place, required, pointer }) => [place, name, required, pointer]),
  ).toEqual([
    ["path", "x", true, "/paths/~1a~1{x}/parameters/0"],
    ["query", "q", false, "/paths/~1a~1{x}/get/parameters/0"],
    ["header", "x-id", true, "/paths/~1a~1{x}/get/parameters/1"],
    ["query", "x", false, "/paths/~1a~1{x}/get/parameters/2"],
  ]);
});

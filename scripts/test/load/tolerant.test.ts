import { expect, test } from "vitest";

import { resolvePointer } from "../../generate/load/pointer.ts";
import { HEAD, loadFiles, placedProblems } from "./helpers.ts";
import type { LoadedSpec } from "../../generate/load/load.ts";

const tolerant = (text: string): LoadedSpec => loadFiles({ "openapi.yaml": HEAD + text }, { tolerant: true });

const ANSWERS = "responses: { 204: { description: ok } }";

test("what is broken is left out in its smallest part, and each part is listed where it stands", () => {
  const spec = tolerant(`paths:
  /a:
    get:
      operationId: a
      parameters:
        - { name: no, in: query, schema: { type: strin } }
        - { name: q, in: query, schema: { type: string } }
        - { name: neither, in: nowhere, schema: {} }
      responses:
        200: { description: ok, content: { application/json: { schema: { properties: { b: { type: strin } } } } } }
        404: { $ref: "#/components/responses/Gone" }
        500: 5
    put:
      operationId: b
      parameters: [{ name: no, in: query, required: true, schema: { type: strin } }]
      ${ANSWERS}
    post:
      operationId: c
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Gone" } } } }
      ${ANSWERS}
  /b: 5
`);
  expect(placedProblems(spec)).toEqual([
    "openapi.yaml:14:9 left-out",
    "openapi.yaml:23:3 left-out",
    "openapi.yaml:10:28 left-out",
    "openapi.yaml:13:16 left-out",
    "openapi.yaml:21:63 left-out",
    "openapi.yaml:9:43 left-out",
    "openapi.yaml:12:93 left-out",
    "openapi.yaml:17:69 left-out",
  ]);
  expect(spec.diagnostics[0]?.message).toBe(
    "The response at #/paths/~1a/get/responses/500 is left out. This must be an object, and is a number",
  );
  expect(spec.document["paths"]).toMatchObject({
    "/a": {
      get: { parameters: [{ name: "q" }], responses: { 200: { description: "ok" } } },
      post: { requestBody: { content: { "application/json": { schema: {} } } } },
    },
  });
  expect(Object.keys(resolvePointer(spec.document, "/paths/~1a") as object)).toEqual(["get", "post"]);
});

test("what needed the part that is left out is left out as well", () => {
  const spec = tolerant(`components:
  parameters: { P: { name: p, in: nowhere, schema: {} } }
  securitySchemes: { Odd: { type: odd }, Key: { type: apiKey, in: header, name: X } }
paths:
  /a:
    get: { operationId: a, parameters: [{ $ref: "#/components/parameters/P" }], ${ANSWERS} }
    put: { operationId: b, security: [{ Odd: [] }], ${ANSWERS} }
    post: { operationId: c, security: [{ Odd: [] }, { Key: [] }], ${ANSWERS} }
`);
  expect(spec.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(spec.document["paths"]).toEqual({
    "/a": { post: { operationId: "c", security: [{ Key: [] }], responses: { 204: { description: "ok" } } } },
  });
});

test("a schema that is broken allows anything; where that would say more than before, its keyword goes", () => {
  const spec = tolerant(`components:
  schemas:
    A: { type: object, properties: { a: { type: strin }, b: { type: string } } }
    B: { type: string, not: { type: strin } }
    C: { required: 5 }
`);
  expect(resolvePointer(spec.document, "/components/schemas")).toEqual({
    A: { type: "object", properties: { a: {}, b: { type: "string" } } },
    B: { type: "string" },
    C: {},
  });
});

test("what cannot go without making the rest untrue stays an error", () => {
  const spec = tolerant(`security: [{ None: [] }]
paths: { /a: { get: { operationId: a, ${ANSWERS} } } }
`);
  expect(spec.diagnostics).toMatchObject([{ severity: "error", code: "unknown-security-scheme" }]);
  expect(tolerant("paths: [").diagnostics).toMatchObject([{ severity: "error", code: "syntax-error" }]);
});

test("what Swagger has no upgrade for is left out before it is upgraded", () => {
  const text = `swagger: "2.0"
info: { title: Things, version: "1" }
parameters: { Odd: { in: query, name: odd, required: true, type: array, items: {}, collectionFormat: tsv } }
definitions: { A: { properties: 5 } }
paths:
  /a:
    get:
      operationId: a
      parameters:
        - { in: query, name: q, type: array, items: { type: string }, collectionFormat: tsv }
        - { in: query, name: kept, type: string }
        - 5
      ${ANSWERS}
    put: { operationId: b, parameters: [{ $ref: "#/parameters/Odd" }], ${ANSWERS} }
    post: { operationId: c, consumes: json, ${ANSWERS} }
    patch: { operationId: d, parameters: [{ in: body, name: b, schema: { $ref: "#/definitions/A" } }], ${ANSWERS} }
`;
  expect(loadFiles({ "openapi.yaml": text }).diagnostics.every(({ severity }) => severity === "error")).toBe(true);
  const spec = loadFiles({ "openapi.yaml": text }, { tolerant: true });
  expect(placedProblems(spec).sort()).toEqual([
    "openapi.yaml:10:71 left-out",
    "openapi.yaml:12:11 left-out",
    "openapi.yaml:14:43 left-out",
    "openapi.yaml:15:29 left-out",
    "openapi.yaml:3:84 left-out",
    "openapi.yaml:4:21 left-out",
  ]);
  expect(spec.document["paths"]).toMatchObject({
    "/a": {
      get: { parameters: [{ name: "kept" }] },
      patch: { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } } },
    },
  });
  expect(Object.keys(resolvePointer(spec.document, "/paths/~1a") as object)).toEqual(["get", "patch"]);
  expect(resolvePointer(spec.document, "/components/schemas/A")).toEqual({});
});

test("a Swagger document of which nothing can be left out stays one that is refused", () => {
  const spec = loadFiles({ "openapi.yaml": 'swagger: "2.0"\ninfo: {}\nconsumes: 5\npaths: {}\n' }, { tolerant: true });
  expect(spec.diagnostics).toMatchObject([{ severity: "error", code: "wrong-type", pointer: "/consumes" }]);
});

test("what other files would hold is left out where it is referred to", () => {
  const spec = loadFiles(
    {
      "openapi.yaml": `${HEAD}paths: { /a: { $ref: gone.yaml }, /b: { $ref: b.yaml } }\n`,
      "b.yaml": `get: { operationId: b, responses: { 200: { $ref: gone.yaml }, 204: { description: ok } } }\n`,
    },
    { tolerant: true },
  );
  expect(placedProblems(spec)).toEqual(["openapi.yaml:3:16 left-out", "b.yaml:1:44 left-out"]);
  expect(spec.document["paths"]).toEqual({
    "/b": { get: { operationId: "b", responses: { 204: { description: "ok" } } } },
  });
});

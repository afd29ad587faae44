import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

import { loadSpec } from "../../generate/load/load.ts";
import { resolvePointer } from "../../generate/load/pointer.ts";
import { folderOf, HEAD, loadFiles, placedProblems } from "./helpers.ts";

const answer = (ref: string): string =>
  `{ description: ok, content: { application/json: { schema: { $ref: "${ref}" } } } }`;

test("what other files hold becomes components, in YAML and JSON alike, and references lead there", () => {
  const { document, diagnostics, files } = loadFiles({
    "openapi.yaml": `${HEAD}paths:
  /a: { get: { operationId: a, responses: { 200: ${answer("schemas/pet.yaml")} } } }
  /b: { get: { operationId: b, responses: { 200: ${answer("./all.json#/defs/Owner%20Type")} } } }
`,
    "schemas/pet.yaml": `properties: { owner: { $ref: "../all.json#/defs/Owner Type" }, parent: { $ref: pet.yaml } }\n`,
    "all.json": JSON.stringify({ defs: { "Owner Type": { properties: { tag: { $ref: "#/defs/Tag" } } }, Tag: {} } }),
  });
  expect(diagnostics).toEqual([]);
  expect(files.map((file) => file.split("/").slice(-1)[0])).toEqual(["openapi.yaml", "pet.yaml", "all.json"]);
  expect(document["components"]).toEqual({
    schemas: {
      pet: {
        properties: {
          owner: { $ref: "#/components/schemas/Owner_Type" },
          parent: { $ref: "#/components/schemas/pet" },
        },
      },
      Owner_Type: { properties: { tag: { $ref: "#/components/schemas/Tag" } } },
      Tag: {},
    },
  });
});

test("a component that only refers to a file keeps its name, for all who refer to that file", () => {
  const { document, diagnostics } = loadFiles({
    "openapi.yaml": `${HEAD}components:
  schemas:
    Animal: { $ref: pet.yaml }
    Zoo: { items: { $ref: index.yaml#/pet } }
`,
    "pet.yaml": "type: object\n",
    "index.yaml": "pet: { $ref: pet.yaml }\n",
  });
  expect(diagnostics).toEqual([]);
  expect(document["components"]).toEqual({
    schemas: { Animal: { type: "object" }, Zoo: { items: { $ref: "#/components/schemas/Animal" } } },
  });
});

test("names that are taken get their file in front, whatever else there is", () => {
  const { document } = loadFiles({
    "openapi.yaml": `${HEAD}components:
  schemas:
    Pet: { type: string }
    All: { anyOf: [{ $ref: dogs.yaml#/Pet }, { $ref: cats.yaml#/Pet }, { $ref: "birds/index.yaml" }] }
`,
    "dogs.yaml": "Pet: { type: object }\n",
    "cats.yaml": "Pet: { type: array }\n",
    "birds/index.yaml": "type: number\n",
  });
  expect(Object.keys(document["components"] as object)).toEqual(["schemas"]);
  expect(resolvePointer(document, "/components/schemas")).toEqual({
    Pet: { type: "string" },
    All: {
      anyOf: [
        { $ref: "#/components/schemas/dogs_Pet" },
        { $ref: "#/components/schemas/cats_Pet" },
        { $ref: "#/components/schemas/birds" },
      ],
    },
    dogs_Pet: { type: "object" },
    cats_Pet: { type: "array" },
    birds: { type: "number" },
  });
});

test("parameters, responses, bodies and whole paths may stand in other files", () => {
  const { document, diagnostics } = loadFiles({
    "openapi.yaml": `${HEAD}paths:
  /a/{id}: { $ref: paths.yaml#/one, summary: mine }
  /b/{id}: { $ref: "paths.yaml#/two" }
`,
    "paths.yaml": `one:
  summary: theirs
  parameters: [{ $ref: "#/id" }]
  get: { operationId: a, responses: { 404: { $ref: "responses/missing.yaml" } } }
two: { $ref: "#/three" }
three:
  parameters: [{ $ref: "#/id" }]
  put:
    operationId: b
    requestBody: { $ref: "#/body" }
    responses: { 204: { description: done } }
id: { name: id, in: path, required: true, schema: { type: string } }
body: { content: { application/json: { schema: {} } } }
`,
    "responses/missing.yaml": "description: gone\n",
  });
  expect(diagnostics).toEqual([]);
  expect(document["paths"]).toMatchObject({
    "/a/{id}": { summary: "mine", get: { responses: { 404: { $ref: "#/components/responses/missing" } } } },
    "/b/{id}": { put: { requestBody: { $ref: "#/components/requestBodies/body" } } },
  });
  expect(Object.keys(document["components"] as object).sort()).toEqual(["parameters", "requestBodies", "responses"]);
});

test("what goes wrong in another file is placed there", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}paths: { /a: { $ref: paths/a.yaml } }\n`,
    "paths/a.yaml": `get:
  operationId: a
  parameters:
    - { name: q, in: nowhere, schema: {} }
  responses:
    200:
      description: ok
      content: { application/json: { schema: { $ref: "b.json#/B" } } }
`,
    "paths/b.json": '{\n  "B": {\n    "type": "strin",\n    "items": { "$ref": "#/C" }\n  }\n}\n',
  });
  expect(placedProblems(spec)).toEqual([
    "paths/a.yaml:4:18 invalid-value",
    "paths/b.json:4:16 unknown-reference",
    "paths/b.json:3:5 invalid-value",
  ]);
});

test("a pointer that another file does not have is not looked for in the first one", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}components: { schemas: { A: { items: { $ref: b.yaml#/B } }, C: {} } }\n`,
    "b.yaml": 'B: { items: { $ref: "#/components/schemas/C" } }\n',
  });
  expect(placedProblems(spec)).toEqual(["b.yaml:1:15 unknown-reference"]);
});

test("references in circles across files are none that matter; those that only lead to each other are", () => {
  const circle = loadFiles({
    "openapi.yaml": `${HEAD}components: { schemas: { A: { $ref: a.yaml } } }\n`,
    "a.yaml": "properties: { b: { $ref: b.yaml } }\n",
    "b.yaml": "properties: { a: { $ref: a.yaml }, top: { $ref: 'openapi.yaml#/components/schemas/A' } }\n",
  });
  expect(circle.diagnostics).toEqual([]);
  expect(resolvePointer(circle.document, "/components/schemas/b")).toEqual({
    properties: { a: { $ref: "#/components/schemas/A" }, top: { $ref: "#/components/schemas/A" } },
  });
  const empty = loadFiles({
    "openapi.yaml": `${HEAD}components: { schemas: { A: { items: { $ref: a.yaml } } } }\n`,
    "a.yaml": "$ref: b.yaml\n",
    "b.yaml": "$ref: a.yaml\n",
  });
  expect(placedProblems(empty).join()).toMatch(/^[ab]\.yaml:1:1 reference-cycle/);
});

test("nothing is fetched, and no file outside of the folder is read", () => {
  const refs = [
    "https://example.com/a.yaml",
    "//example.com/a.yaml",
    "file:///etc/passwd",
    "/etc/passwd",
    "../outside.yaml",
    "%2e%2e/outside.yaml",
    "a/../../outside.yaml",
    "link.yaml",
    "linked/outside.yaml",
  ];
  const folder = folderOf({
    "outside.yaml": "type: string\n",
    "in/openapi.yaml": `${HEAD}components:\n  schemas:\n${refs.map((ref, index) => `    A${index}: { $ref: "${ref}" }\n`).join("")}`,
  });
  symlinkSync(join(folder, "outside.yaml"), join(folder, "in/link.yaml"));
  symlinkSync(folder, join(folder, "in/linked"));
  const spec = loadSpec(join(folder, "in/openapi.yaml"));
  expect(placedProblems(spec)).toEqual(refs.map((_, index) => `openapi.yaml:${index + 5}:11 external-reference`));
  expect(spec.files).toHaveLength(1);
  const wider = loadSpec(join(folder, "in/openapi.yaml"), { root: folder });
  expect(wider.diagnostics).toHaveLength(4);
  expect(wider.files).toHaveLength(2);
});

test("a file that is missing or broken is named where it is referred to", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}components: { schemas: { A: { $ref: a.yaml }, B: { $ref: b.json }, C: { $ref: d } } }\n`,
    "b.json": "{ no }",
    "d/x.yaml": "",
  });
  expect(placedProblems(spec)).toEqual([
    "b.json:1:3 syntax-error",
    "d:1:1 unreadable-file",
    "openapi.yaml:3:31 unreadable-file",
    "openapi.yaml:3:52 unreadable-file",
    "openapi.yaml:3:73 unreadable-file",
  ]);
});

test("parts are found by $anchor, $id and $self too", () => {
  const { document, diagnostics } = loadFiles({
    "openapi.yaml": `openapi: 3.2.0
$self: https://example.com/api/openapi
info: { title: T, version: "1" }
components:
  schemas:
    A: { $anchor: first, type: string }
    B: { items: { $ref: "#first" } }
    C: { items: { $ref: "https://example.com/schemas/tree" } }
    D: { $id: https://example.com/schemas/tree, $defs: { leaf: {} }, items: { $ref: "#/$defs/leaf" } }
    E: { items: { $ref: "openapi#/components/schemas/A" } }
    F: { items: { $ref: "other.yaml#deep" } }
`,
    "other.yaml": "x: { y: { $anchor: deep, type: number } }\n",
  });
  expect(diagnostics).toEqual([]);
  expect(resolvePointer(document, "/components/schemas")).toMatchObject({
    B: { items: { $ref: "#/components/schemas/A" } },
    C: { items: { $ref: "#/components/schemas/D" } },
    D: { items: { $ref: "#/components/schemas/D/$defs/leaf" } },
    E: { items: { $ref: "#/components/schemas/A" } },
    F: { items: { $ref: "#/components/schemas/y" } },
  });
});

test("the schemas of a discriminator may stand in other files", () => {
  const { document, diagnostics } = loadFiles({
    "openapi.yaml": `${HEAD}components: { schemas: { A: { $ref: a.yaml#/components/schemas/A } } }\n`,
    "a.yaml": `components:
  schemas:
    A: { discriminator: { propertyName: t, mapping: { b: b.yaml, c: C, d: "#/components/schemas/C", e: E } } }
    C: {}
`,
    "b.yaml": "type: object\n",
  });
  expect(diagnostics).toEqual([]);
  expect(resolvePointer(document, "/components/schemas/A/discriminator/mapping")).toEqual({
    b: "#/components/schemas/b",
    c: "#/components/schemas/C",
    d: "#/components/schemas/C",
    e: "E",
  });
});

test("references where OpenAPI has none are read, and warned of", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}paths: { $ref: paths.yaml }
components: { schemas: { $ref: schemas.yaml } }
`,
    "paths.yaml": "/a: { get: { $ref: get.yaml } }\n",
    "get.yaml": `operationId: a\nresponses: { 200: ${answer("schemas.yaml#/A")} }\n`,
    "schemas.yaml": "A: { properties: { b: { $ref: '#/B' } } }\nB: {}\n",
  });
  expect(placedProblems(spec)).toEqual([
    "openapi.yaml:3:10 misplaced-reference",
    "paths.yaml:1:14 misplaced-reference",
    "openapi.yaml:4:26 misplaced-reference",
  ]);
  expect(spec.document["paths"]).toMatchObject({ "/a": { get: { operationId: "a" } } });
});

test("what looks like a reference in data, or stands in an extension, is no reference", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}x-more: { $ref: absent.yaml }
components:
  schemas: { A: { example: { $ref: absent.yaml }, x-a: { $ref: absent.yaml }, enum: [{ $ref: absent.yaml }] } }
`,
  });
  expect(spec.diagnostics).toEqual([]);
});

test("what stands beside the reference of a path counts too", () => {
  const { document, diagnostics } = loadFiles({
    "openapi.yaml": `${HEAD}paths:
  /a/{id}:
    $ref: "#/components/pathItems/A"
    parameters: [{ name: id, in: path, required: true, schema: {} }]
components:
  pathItems: { A: { get: { operationId: a, responses: { 204: { description: ok } } } } }
`,
  });
  expect(diagnostics).toEqual([]);
  expect(document["paths"]).toMatchObject({ "/a/{id}": { parameters: [{ name: "id" }], get: { operationId: "a" } } });
});

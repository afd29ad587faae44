import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";

import { expect, test, vi } from "vitest";
import { runNode } from "../../corpus/process.ts";
import { runSpec } from "../../corpus/run.ts";
import { formatSpec, summary } from "../../corpus/table.ts";
import { folderWith } from "../support/folder.ts";

// A package is compiled and its suite is run.
vi.setConfig({ testTimeout: 60_000 });

test("a spec that cannot be generated from is refused, with the code of each problem", async () => {
  const folder = folderWith({
    "a.yaml": "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: []\ncomponents: []\n",
  });
  const report = await runSpec(folder, "a.yaml", { keep: undefined });
  expect(report).toMatchObject({ outcome: "refused", errors: ["wrong-type", "wrong-type"] });
  expect(report.diagnostics).toContain("a.yaml:3:");
  const line = stripVTControlCharacters(formatSpec(report, 6));
  expect(line).toMatch(/^refused {2}a\.yaml {6}0 in {5}0 out .* s +\d+ MB\n +wrong-type ×2\n$/);
  expect(summary([report])).toBe("1 specs: 0 pass, 1 refused, 0 failed");
});

test("the contract suite answers for token endpoints, which no mock of a spec has", async () => {
  const folder = folderWith({
    "a.yaml": `openapi: 3.1.0
info: { title: a, version: '1' }
servers: [{ url: https://api.example }]
security: [{ client: [] }]
paths:
  /things: { get: { operationId: list, responses: { 200: { description: ok, content: { application/json: { schema: {} } } } } } }
components:
  securitySchemes:
    client: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://login.example/token, scopes: { all: all } } } }
`,
  });
  const { failure, outcome } = await runSpec(folder, "a.yaml", { keep: undefined });
  expect({ failure, outcome }).toEqual({ failure: undefined, outcome: "pass" });
});

test("an answer without a body passes where the spec gives it content all the same", async () => {
  const folder = folderWith({
    "a.yaml": `openapi: 3.1.0
info: { title: a, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /things: { get: { operationId: list, responses: { 204: { description: none, content: { application/json: { schema: {} } } } } } }
`,
  });
  const { failure, outcome } = await runSpec(folder, "a.yaml", { keep: undefined });
  expect({ failure, outcome }).toEqual({ failure: undefined, outcome: "pass" });
});

test("a parameter that is deprecated passes, as does an answer without a body among others that have one", async () => {
  const folder = folderWith({
    "a.yaml": `openapi: 3.1.0
info: { title: a, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /things:
    get:
      operationId: list
      parameters: [{ name: team, in: query, deprecated: true, schema: { type: string } }]
      responses:
        200: { description: ok, content: { application/json: { schema: { type: integer } } } }
        205: { description: none, content: { text/html: { schema: { type: object } } } }
`,
  });
  const { failure, outcome } = await runSpec(folder, "a.yaml", { keep: undefined });
  expect({ failure, outcome }).toEqual({ failure: undefined, outcome: "pass" });
});

test("what OpenAPI 3.2 has brought passes: whole queries, more methods, a default of discriminators, tags in tags", async () => {
  const folder = folderWith({
    "a.yaml": `openapi: 3.2.0
info: { title: a, version: "1" }
servers: [{ url: https://api.example }]
tags:
  - { name: Animals, summary: All animals, kind: nav }
  - { name: Pets, parent: Animals, kind: badge }
paths:
  /pets:
    query:
      operationId: findPets
      tags: [Pets]
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } } }
      responses: { 200: { description: ok, content: { application/json: { schema: { type: array, items: { $ref: "#/components/schemas/Pet" } } } } } }
    additionalOperations:
      COPY: { operationId: copyPets, tags: [Pets], responses: { 204: { description: done } } }
      M-SEARCH:
        operationId: searchPets
        requestBody: { content: { application/json: { schema: { type: string } } } }
        responses: { 200: { description: ok, content: { application/json: { schema: { type: string } } } } }
  /search:
    get:
      operationId: search
      parameters:
        - { name: filter, in: querystring, required: true, content: { application/x-www-form-urlencoded: { schema: { type: object, required: [q], properties: { q: { type: string }, page: { type: integer } } } } } }
      responses: { 200: { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } } }
  /raw:
    get:
      operationId: raw
      parameters:
        - { name: filter, in: querystring, content: { application/json: { schema: { type: object, properties: { q: { type: string } } } } } }
      responses: { 204: { description: ok } }
components:
  schemas:
    Pet:
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Other" }]
      discriminator: { propertyName: kind, mapping: { cat: "#/components/schemas/Cat" }, defaultMapping: Other }
    Cat: { type: object, required: [kind, lives], properties: { kind: { type: string }, lives: { type: integer } } }
    Other: { type: object, required: [id], properties: { kind: { type: string }, id: { type: string } } }
`,
  });
  const { failure, outcome, operations } = await runSpec(folder, "a.yaml", { keep: undefined });
  expect({ failure, outcome, operations }).toEqual({
    failure: undefined,
    outcome: "pass",
    operations: { in: 5, out: 5 },
  });
});

test("a process that takes too long is ended with what it has started, and told so", async () => {
  const folder = folderWith({
    "endless.mjs": `import { spawn } from "node:child_process";
spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], { stdio: "inherit" });`,
  });
  const ended = await runNode([join(folder, "endless.mjs")], folder, 1);
  expect(ended.problem).toBe("it was not done after 1 s");
});

test("a process that crashes is told with what it said", async () => {
  const folder = folderWith({ "crash.mjs": 'throw new Error("out of wits");' });
  const ended = await runNode([join(folder, "crash.mjs")], folder, 30);
  expect(ended).toMatchObject({ problem: "it ended with 1", output: expect.stringContaining("out of wits") as string });
});

test("a part of the suite passes by itself, though it covers little of the spec", async () => {
  const folder = folderWith({
    "a.yaml": `openapi: 3.1.0
info: { title: a, version: '1' }
servers: [{ url: https://api.example }]
paths:
  /things: { get: { operationId: list, responses: { 200: { description: ok, content: { application/json: { schema: { type: integer } } } } } } }
`,
  });
  const { failure, outcome } = await runSpec(folder, "a.yaml", { keep: undefined, parts: ["canaries"] });
  expect({ failure, outcome }).toEqual({ failure: undefined, outcome: "pass" });
});

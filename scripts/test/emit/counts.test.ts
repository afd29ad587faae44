import { join } from "node:path";

import { expect, test } from "vitest";
import { countOperations, lostOperations } from "../../generate/counts.ts";
import { generate } from "../../generate/generate.ts";
import { repository } from "./repository.ts";

const responses = "responses: { 204: { description: Done. } }";
const MANY = `openapi: 3.2.0
info: { title: Many, version: "1" }
paths:
  x-notes: { get: { ${responses} } }
  /a: { $ref: "#/components/pathItems/A" }
  /b: { $ref: "#/components/pathItems/A" }
  /c:
    parameters: []
    query: { operationId: c, ${responses} }
    post: { operationId: C, ${responses} }
    additionalOperations: { COPY: { ${responses} }, copy: { ${responses} } }
    x-get: { ${responses} }
components: { pathItems: { A: { get: { operationId: a, ${responses} }, put: { ${responses} } } } }
`;

test("as many operations come out as go in", () => {
  const { root } = repository({ many: MANY });
  const { counts, files, diagnostics } = generate("many", join(root, "specs/many/openapi.yaml"), "many.yaml");
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(counts).toEqual({ found: 8, emitted: 8 });
  const text = files.get("src/generated/operations/api.ts") ?? "";
  expect(text.match(/^export function /gm)).toHaveLength(8);
});

test("of a wrong spec nothing comes out, and what it has is counted", () => {
  const { root } = repository({ wrong: MANY.replace("title: Many", "title: [Many]") });
  const { counts, files } = generate("wrong", join(root, "specs/wrong/openapi.yaml"), "wrong.yaml");
  expect(counts).toEqual({ found: 8, emitted: 0 });
  expect(files.size).toBe(0);
});

test("an operation that gets lost is an error", () => {
  const counts = countOperations({ paths: { "/a": { get: {} } } }, undefined);
  expect(lostOperations(counts, "a.yaml")).toMatchObject([
    { code: "lost-operation", message: "There are 1 operations, of which 0 would be emitted" },
  ]);
  expect(lostOperations({ found: 2, emitted: 2 }, "a.yaml")).toEqual([]);
});

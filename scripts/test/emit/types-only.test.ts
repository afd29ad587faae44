import { join } from "node:path";

import { expect, test } from "vitest";
import { generate } from "../../generate/generate.ts";
import { repository } from "./repository.ts";

const SPEC = `openapi: 3.1.0
info: { title: Words, version: "1" }
components:
  schemas:
    Word: { type: object, properties: { spelling: { $ref: "#/components/schemas/Error" } } }
    Error: { type: string }
webhooks:
  spoken: { post: { responses: { 204: { description: Heard. } } } }
`;

test("a spec without paths gives types, whose new names are told at their schemas", () => {
  const { root } = repository({ words: SPEC });
  const { files, spec, diagnostics } = generate("words", join(root, "specs/words/openapi.yaml"), "words.yaml");
  expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning renamed-schema"]);
  expect(diagnostics.map(({ pointer }) => spec.locate(pointer))).toEqual([{ line: 6, column: 5 }]);
  expect(diagnostics[0]?.message).toBe(
    'The schema "Error" is named ErrorModel here, since Error is something else in every program',
  );
  expect(files.get("src/generated/types.ts")).toContain("spelling?: ErrorModel;");
  expect(files.get("src/generated/index.ts")).toContain('export type { paths, webhooks } from "./paths.ts";');
  // A file without exports is no module, and another one exports all that is in it.
  expect(files.get("src/generated/operations/index.ts")).toContain("export {};");
});

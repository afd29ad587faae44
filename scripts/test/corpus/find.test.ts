import { expect, test } from "vitest";
import { findSpecs } from "../../corpus/find.ts";
import { folderWith } from "../support/folder.ts";

test("every file with a version of OpenAPI at its root is a spec, in YAML or JSON, wherever it lies", () => {
  const folder = folderWith({
    "a.yaml": "# A remark.\nopenapi: 3.1.0\n",
    "b/c.yml": '"swagger": "2.0"\n',
    "b/d.json": '{ "info": {}, "openapi": "3.0.3" }',
    "flow.yaml": "{ openapi: 3.1.0, info: {} }",
    "broken.json": '{ "openapi": "3.1.0", "info": ',
  });
  expect(findSpecs(folder)).toEqual(["a.yaml", "b/c.yml", "b/d.json", "broken.json", "flow.yaml"]);
});

test("parts of a spec, settings of tools and other files are none", () => {
  const folder = folderWith({
    "part.yaml": "type: object\nproperties:\n  openapi: { type: string }\n",
    "part.json": '{ "properties": { "openapi": { "type": "string" } } }',
    "settings.yaml": "apis:\n  main:\n    root: openapi.yaml\n",
    "README.md": "openapi: 3.1.0\n",
    "node_modules/other/openapi.yaml": "openapi: 3.1.0\n",
  });
  expect(findSpecs(folder)).toEqual([]);
});

import { expect, test } from "vitest";

import { resolvePointer } from "../../generate/load/pointer.ts";
import { folderOf, HEAD, loadFiles, placedProblems } from "./helpers.ts";
import { loadSpec } from "../../generate/load/load.ts";
import { join } from "node:path";

const overlay = (actions: string): string => `overlay: 1.0.0
info: { title: O, version: "1" }
actions:
${actions}`;

test("objects are merged, lists appended to, values replaced, and parts removed", () => {
  const { document, diagnostics, files } = loadFiles({
    "openapi.yaml": `${HEAD}tags: [{ name: A }, { name: B }, { name: C }]
components: { schemas: { A: { type: object, required: [a], properties: { a: {} } }, B: { type: string } } }
`,
    "openapi.overlay.yaml": overlay(`
  - { target: $.info, update: { title: Other, contact: { name: me } } }
  - { target: $.components.schemas.A, update: { required: [b], properties: { b: { type: string } } } }
  - { target: "$.tags[?@.name != 'B']", remove: true }
  - { target: $.tags, update: { name: D } }
  - { target: "$..schemas['B'].type", update: number }
`),
  });
  expect(diagnostics).toEqual([]);
  expect(files).toHaveLength(2);
  expect(document).toEqual({
    openapi: "3.1.0",
    info: { title: "Other", version: "1", contact: { name: "me" } },
    tags: [{ name: "B" }, { name: "D" }],
    components: {
      schemas: {
        A: { type: "object", required: ["a", "b"], properties: { a: {}, b: { type: "string" } } },
        B: { type: "number" },
      },
    },
  });
});

test("overlays are those that are named after the spec, in the order of their names", () => {
  const title = (text: string): string => overlay(`  - { target: $.info, update: { title: ${text} } }\n`);
  const folder = folderOf({
    "openapi.yaml": `${HEAD}paths: {}\n`,
    "openapi.2.overlay.json": JSON.stringify({
      overlay: "1.0.0",
      extends: "./openapi.yaml",
      actions: [{ target: "$.info", update: { title: "second" } }],
    }),
    "openapi.1.overlay.yml": title("first"),
    "other.overlay.yaml": title("other"),
    "openapi.overlays.yaml": title("misspelled"),
    "given.yaml": title("given"),
  });
  const file = join(folder, "openapi.yaml");
  expect(resolvePointer(loadSpec(file).document, "/info/title")).toBe("second");
  expect(resolvePointer(loadSpec(file, { overlays: [] }).document, "/info/title")).toBe("Things");
  const given = loadSpec(file, { overlays: [join(folder, "given.yaml")] });
  expect(resolvePointer(given.document, "/info/title")).toBe("given");
});

test("what an overlay puts in is placed in the overlay, and refers to the spec", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}components: { schemas: { A: { type: object }, B: { type: string } } }
tags: [{ name: A }]
`,
    "openapi.overlay.yaml": overlay(`
  - target: $.components.schemas.A
    update:
      type: strin
      properties: { b: { $ref: "#/components/schemas/B" }, c: { $ref: c.json }, d: { $ref: "#/nowhere" } }
  - target: $.tags
    update: 5
`),
    "c.json": '{ "type": "nothing" }',
  });
  expect(placedProblems(spec).sort()).toEqual([
    "c.json:1:3 invalid-value",
    "openapi.overlay.yaml:10:5 wrong-type",
    "openapi.overlay.yaml:7:7 invalid-value",
    "openapi.overlay.yaml:8:86 unknown-reference",
  ]);
});

test("an action that matches nothing is warned of; one that is none is an error", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}paths: {}\n`,
    "openapi.overlay.yaml": overlay(`  - { target: $.nothing, update: {} }
  - { target: "$[", remove: true }
  - { target: $.info }
  - { update: {} }
  - { target: $.info, update: 5 }
  - { target: $.info, update: { title: yes } }
`),
  });
  expect(placedProblems(spec)).toEqual([
    "openapi.overlay.yaml:4:7 unmatched-overlay-target",
    "openapi.overlay.yaml:5:7 invalid-overlay",
    "openapi.overlay.yaml:6:5 invalid-overlay",
    "openapi.overlay.yaml:7:5 invalid-overlay",
    "openapi.overlay.yaml:8:23 invalid-overlay",
  ]);
});

test("an action for what another file holds is told that none can reach it", () => {
  const { diagnostics } = loadFiles({
    "openapi.yaml": `${HEAD}paths: { /a: { $ref: a.yaml } }\n`,
    "a.yaml": "get: { operationId: a, responses: { 204: { description: ok } } }\n",
    "openapi.overlay.yaml": overlay("  - { target: $.paths.*.get, update: {} }\n"),
  });
  expect(diagnostics).toMatchObject([
    {
      code: "unmatched-overlay-target",
      message: `"$.paths.*.get" matches nothing in openapi.yaml`,
      fix: "correct the path, or remove the action; what other files hold is out of reach of overlays",
    },
  ]);
});

test.each([
  ["overlay: 2.0.0\nactions: [{ target: $, update: {} }]\n", "1:1"],
  ["actions: [{ target: $, update: {} }]\n", "1:1"],
  ["overlay: 1.0.0\nactions: []\n", "2:1"],
  ["overlay: 1.0.0\nextends: other.yaml\nactions: [{ target: $, update: {} }]\n", "2:1"],
])("%j is no overlay of the spec", (text, place) => {
  const spec = loadFiles({ "openapi.yaml": `${HEAD}paths: {}\n`, "openapi.overlay.yaml": text });
  expect(placedProblems(spec)).toEqual([`openapi.overlay.yaml:${place} invalid-overlay`]);
  expect(spec.diagnostics[0]?.severity).toBe("error");
});

test("names of any kind are found, and none reaches beyond the document", () => {
  const { document, diagnostics } = loadFiles({
    "openapi.yaml": `${HEAD}x-a: { "it's": { deep: 1 }, "a\\\\b": { deep: 1 }, __proto__: { deep: 1 } }\n`.replace(
      "x-a",
      "components: {}\nx-a",
    ),
    "openapi.overlay.yaml": overlay(
      `  - { target: "$.x-a.*", update: { __proto__: { polluted: true }, deep: 2 } }\n`,
    ).replace("$.x-a.*", "$['x-a'].*"),
  });
  expect(diagnostics).toEqual([]);
  expect(JSON.stringify(document["x-a"])).toBe(
    String.raw`{"it's":{"deep":2,"__proto__":{"polluted":true}},"a\\b":{"deep":2,"__proto__":{"polluted":true}},"__proto__":{"deep":2,"__proto__":{"polluted":true}}}`,
  );
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

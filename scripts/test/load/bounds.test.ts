import { expect, test } from "vitest";

import { resolvePointer } from "../../generate/load/pointer.ts";
import { HEAD, load, loadFiles, onlyProblem, placedProblems, problems } from "./helpers.ts";

const nested = (levels: number): string => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;

test.each([300, 200_000])("JSON that is %i levels deep is refused at the place", (levels) => {
  const text = `{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "x-a": ${nested(levels)} }`;
  expect(onlyProblem(text, "openapi.json")).toMatchObject({ code: "too-much", severity: "error" });
});

test.each([300, 2000, 20_000])("YAML that is %i levels deep is refused", (levels) => {
  expect(onlyProblem(`${HEAD}x-a: ${nested(levels)}\n`)).toMatchObject({ code: "too-much", severity: "error" });
});

test("a hundred levels are no problem", () => {
  expect(problems(`${HEAD}paths: {}\nx-a: ${nested(100)}\n`)).toEqual([]);
});

test("aliases of aliases of aliases are refused before they fill the memory", () => {
  const lists = Array.from({ length: 9 }, (_, level) => {
    return `  a${level + 1}: &a${level + 1} [${Array.from({ length: 9 }, () => `*a${level}`).join(", ")}]\n`;
  });
  expect(problems(`${HEAD}x-a:\n  a0: &a0 [a, a]\n${lists.join("")}`)).toHaveLength(1);
});

test("a large part that is repeated by many aliases is refused", () => {
  const text = `${HEAD}x-a: &a [${"1, ".repeat(20_000)}1]\nx-b: [${Array.from({ length: 900 }, () => "*a").join()}]\n`;
  expect(onlyProblem(text)).toMatchObject({ code: "too-much" });
});

test("names that mean something to JavaScript are names like any other", () => {
  const schemas = "__proto__: { type: string }, constructor: { type: object }, toString: {}";
  for (const { document, diagnostics } of [
    load(`${HEAD}components: { schemas: { ${schemas}, A: { $ref: "#/components/schemas/__proto__" } } }\n`),
    loadFiles({
      "openapi.yaml": `${HEAD}components: { schemas: { A: { $ref: "b.yaml#/__proto__" } } }\n`,
      "b.yaml": `{ ${schemas} }\n`,
    }),
  ]) {
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(resolvePointer(document, "/components/schemas"))).toContain('"type":"string"');
  }
  expect(({} as Record<string, unknown>)["type"]).toBeUndefined();
});

test("YAML is that of 1.2: yes and dates are texts, and 010 is ten", () => {
  const { document, diagnostics } = load(`${HEAD}paths: {}\nx-a: [yes, on, 2020-01-01, 010, 0o10, 1_000]\r\n`);
  expect(diagnostics).toEqual([]);
  expect(document["x-a"]).toEqual(["yes", "on", "2020-01-01", 10, 8, "1_000"]);
});

test("a tab that indents is an error of syntax, at its place", () => {
  expect(problems(`${HEAD}paths:\n\t/a: {}\n`)[0]).toBe("4:1 syntax-error");
});

test("a key that stands twice is an error, also as a number and a text, and in a map with very many keys", () => {
  const many = Array.from({ length: 50_000 }, (_, index) => `  k${index}: 1\n`).join("");
  expect(problems(`${HEAD}paths: {}\nx-a:\n  200: 1\n  "200": 2\nx-b:\n${many}  k7: 1\n`)).toEqual([
    "6:3 duplicate-key",
    "50008:3 duplicate-key",
  ]);
});

test("files that put each other in place without an end are refused", () => {
  const spec = loadFiles({
    "openapi.yaml": `${HEAD}paths: { /a: { get: { $ref: get.yaml } } }\n`,
    "get.yaml": `operationId: a\nresponses: { 204: { description: ok } }\ncallbacks: { c: { x: { post: { $ref: get.yaml } } } }\n`,
  });
  expect(placedProblems(spec).find((problem) => !problem.endsWith("misplaced-reference"))).toMatch(/too-much$/);
});

import { tmpdir } from "node:os";
import { expect, test } from "vitest";

import { loadSpec } from "../../generate/load/load.ts";
import { HEAD, load, onlyProblem, problems } from "./helpers.ts";

const MINIMAL = `${HEAD}paths: {}\n`;

test("a sound document loads without a problem, as YAML and as JSON", () => {
  const yaml = load(MINIMAL);
  const json = load(JSON.stringify(yaml.document), "openapi.json");
  expect(yaml.diagnostics).toEqual([]);
  expect(json.diagnostics).toEqual([]);
  expect(json.document).toEqual({ openapi: "3.1.0", info: { title: "Things", version: "1" }, paths: {} });
  expect(json.document).toEqual(yaml.document);
});

test("a byte order mark is no part of the text", () => {
  expect(load(`\uFEFF${MINIMAL}`).diagnostics).toEqual([]);
  expect(load(`\uFEFF${JSON.stringify(load(MINIMAL).document)}`, "openapi.json").diagnostics).toEqual([]);
});

test("a file that is not there is a problem, not an exception", () => {
  const spec = loadSpec("/nowhere/openapi.yaml");
  expect(spec.diagnostics).toMatchObject([{ code: "unreadable-file", message: "There is no such file" }]);
  expect(spec.document).toEqual({});
  expect(spec.locate("/info")).toEqual({ line: 1, column: 1 });
});

test("a folder in place of a file is a problem, not an exception", () => {
  expect(loadSpec(tmpdir()).diagnostics).toMatchObject([{ code: "unreadable-file" }]);
});

test("an empty file and a file that holds a list are no documents", () => {
  expect(onlyProblem("")).toMatchObject({ code: "wrong-type", message: "The document is empty, not an object" });
  expect(onlyProblem("[1]", "a.json")).toMatchObject({ message: "The document is a list, not an object" });
});

test.each([
  ["an unclosed bracket", "openapi: 3.1.0\npaths: { a: 1\n", ["3:1 syntax-error"]],
  ["wrong indentation", "info:\n  title: x\n version: y\n", ["3:1 syntax-error"]],
  ["a tab as indentation", "info:\n\ttitle: x\n", ["2:1 syntax-error"]],
  ["an unknown tag", "info: !thing\n  a: 1\n", ["1:1 unsupported-version", "1:7 syntax-error"]],
  ["an alias without anchor", "a: 1\nb: *nothing\n", ["2:4 syntax-error"]],
])("in YAML, %s is placed where it stands", (_, text, expected) => {
  expect(problems(text)).toEqual(expected);
});

test.each([
  ["an unexpected word", '{\n  "a": x\n}', "2:8"],
  ["a half-written word", '{\n  "a": tru\n}', "2:8"],
  ["a trailing comma", '{\n  "a": 1,\n}', "3:1"],
  ["a missing comma", '{\n  "a": 1\n  "b": 2\n}', "3:3"],
  ["a missing colon", '{\n  "a" 1\n}', "2:7"],
  ["single quotes", "{\n  'a': 1\n}", "2:3"],
  ["a line break in a text", '{\n  "a": "b\nc"\n}', "2:10"],
  ["an unknown escape", '{\n  "a": "\\x"\n}', "2:10"],
  ["a leading zero", '{\n  "a": 01\n}', "2:9"],
  ["a colon too many", '{\n  "a": : 1\n}', "2:8"],
  ["a bracket of the other sort", '{\n  "a": [1}\n}', "2:10"],
  ["text behind the end", '{\n  "a": 1\n}\nx', "4:1"],
  ["the end of the file", '{\n  "a": [1', "2:10"],
  ["an empty file", "", "1:1"],
])("in JSON, %s is placed where it stands", (_, text, position) => {
  expect(problems(text, "openapi.json")).toEqual([`${position} syntax-error`]);
});

test("the message of a syntax error names the place once, in front", () => {
  expect(onlyProblem('{\n  "a": x\n}', "a.json").message).toBe("This is not JSON: Unexpected token 'x'");
  expect(onlyProblem('{"a": 1,}', "a.json").message).not.toMatch(/position|line/);
});

test("a key that stands twice is a problem in YAML, and the others are found beside it", () => {
  expect(problems(`${HEAD}paths: {}\ntags: []\n"tags": []\nservers: 1\n`)).toEqual([
    "5:1 duplicate-key",
    "6:1 wrong-type",
  ]);
});

test("a key that stands twice in one object is a problem in JSON, wherever it stands", () => {
  const text = `{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {
  "x-1": [{ "a": 1, "b": { "a": 1 } }, { "a": 2 }, { "b": { "c": 1 }, "c": 1, "\\u0063": 2 }],
  "x-2": { "a": 1 }, "x-3": { "a": 1, "": {}, "": {} }
} }`;
  expect(problems(text, "openapi.json")).toEqual(["2:79 duplicate-key", "3:47 duplicate-key"]);
});

test("merge keys and aliases are put in place", () => {
  const { document, diagnostics } = load(`${HEAD}paths: {}
x-base: &base { a: 1, b: 1 }
x-merged: { <<: *base, b: 2 }
x-alias: *base
`);
  expect(diagnostics).toEqual([]);
  expect(document["x-merged"]).toEqual({ a: 1, b: 2 });
  expect(document["x-alias"]).toEqual({ a: 1, b: 1 });
});

test("aliases that would unfold into millions of values are refused", () => {
  const levels = Array.from({ length: 12 }, (_, level) => {
    return `x-${level + 1}: &l${level + 1} [${`*l${level}, `.repeat(9)}]`;
  });
  expect(onlyProblem(`${HEAD}paths: {}\nx-0: &l0 [1]\n${levels.join("\n")}\n`)).toMatchObject({
    code: "syntax-error",
    message: expect.stringContaining("Excessive alias count") as string,
  });
});

test("an alias that contains itself is a problem at the alias", () => {
  expect(problems(`${HEAD}paths: {}\nx-a: &a\n  b: 1\n  c: *a\n`)).toEqual(["6:3 cyclic-alias"]);
});

test("values follow YAML 1.2: yes and no are texts, and so are dates", () => {
  const { document } = load(`${HEAD}paths: {}\nx-a: [yes, no, 2020-01-01, 0o17, true, ~]\n`);
  expect(document["x-a"]).toEqual(["yes", "no", "2020-01-01", 15, true, null]);
});

test.each([
  ["YAML", `${HEAD}paths: {}\n__proto__: { polluted: yes }\nx-a: { __proto__: { polluted: yes } }\n`, "a.yaml"],
  [
    "JSON",
    '{ "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, "paths": {}, "__proto__": { "polluted": 1 } }',
    "a.json",
  ],
])("a key __proto__ in %s is a key like others", (_, text, name) => {
  const { document, diagnostics } = load(text, name);
  expect(diagnostics).toEqual([]);
  expect("polluted" in {}).toBe(false);
  expect("polluted" in document).toBe(false);
  expect(Object.hasOwn(document, "__proto__")).toBe(true);
});

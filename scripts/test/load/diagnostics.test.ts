import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

import { catalogue } from "../../generate/diagnostics/catalogue.ts";
import { formatDiagnostics } from "../../generate/diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../generate/diagnostics/diagnostic.ts";
import { nearest, suggest } from "../../generate/diagnostics/nearest.ts";

const problem = (over: Partial<Diagnostic>): Diagnostic => ({
  code: "wrong-type",
  severity: "error",
  file: resolve("specs/b.yaml"),
  pointer: "",
  message: "It is wrong",
  fix: "write it right",
  ...over,
});

test("problems are printed one block each, by file, line and column, with a closing count", () => {
  const places = new Map([
    ["/a", { line: 10, column: 2 }],
    ["/b", { line: 9, column: 30 }],
    ["/c", { line: 9, column: 4 }],
  ]);
  const list = [
    problem({ pointer: "/a" }),
    problem({ pointer: "/b", severity: "warning", code: "unused-server-variable" }),
    problem({ pointer: "/c" }),
    problem({ pointer: "/a", file: "specs/a.yaml" }),
    problem({ code: "syntax-error", position: { line: 1, column: 1 } }),
  ];
  const text = formatDiagnostics(list, (pointer) => places.get(pointer) ?? { line: 0, column: 0 });
  expect(text).toBe(`specs/a.yaml:10:2 error [wrong-type] It is wrong
  fix: write it right

specs/b.yaml:1:1 error [syntax-error] It is wrong
  fix: write it right

specs/b.yaml:9:4 error [wrong-type] It is wrong
  fix: write it right

specs/b.yaml:9:30 warning [unused-server-variable] It is wrong
  fix: write it right

specs/b.yaml:10:2 error [wrong-type] It is wrong
  fix: write it right

4 errors, 1 warning
`);
});

test("each place is asked for in the file that it is in", () => {
  const asked: string[] = [];
  formatDiagnostics([problem({ pointer: "/a", file: "x.yaml" })], (pointer, file) => {
    asked.push(`${file}${pointer}`);
    return { line: 1, column: 1 };
  });
  expect(asked).toEqual(["x.yaml/a"]);
});

test("nothing is printed when there is no problem", () => {
  expect(formatDiagnostics([], () => ({ line: 1, column: 1 }))).toBe("");
});

test("names from a spec cannot break a block apart or drive the terminal", () => {
  const text = formatDiagnostics([problem({ message: 'Name "a\nb\u001b[2Jc\u2028d"' })], () => ({
    line: 1,
    column: 1,
  }));
  expect(text).toContain('Name "a b [2Jc d"');
  expect(text.split("\n")).toHaveLength(5);
});

test("a name that is nearly right is proposed, else the names there are, else what to do", () => {
  expect(nearest("usrs", ["groups", "users"])).toBe("users");
  expect(nearest("x", [])).toBeUndefined();
  expect(suggest("Form", ["to", "from"], "remove it")).toBe('write "from"');
  expect(suggest("b", ["a", "c"], "remove it")).toBe('write one of "a", "c", or remove it');
  expect(suggest("b", [], "remove it")).toBe("remove it");
  const many = Array.from({ length: 20 }, (_, index) => `name-${index}`);
  expect(suggest("other", many, "add it")).toMatch(/^write a name that exists, such as "name-\d+", or add it$/);
});

const GENERATE = resolve(import.meta.dirname, "../../generate");

function sources(): string[] {
  return readdirSync(GENERATE, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !name.endsWith("catalogue.ts"))
    .map((name) => readFileSync(join(GENERATE, name), "utf8"));
}

test("every code of the catalogue is used, and every code used is in the catalogue", () => {
  const used = sources().flatMap((source) =>
    [...source.matchAll(/(?:\.error\(|\.warning\(|\bcode:)\s*"([^"]+)"/g)].map(([, code]) => code),
  );
  expect(new Set(used)).toEqual(new Set(Object.keys(catalogue)));
});

test("every entry of the catalogue says what, why and what to do, as sentences", () => {
  for (const [code, { title, cause, fix }] of Object.entries(catalogue)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(title, code).toMatch(/^[A-Z$].*[^.]$/);
    expect(cause, code).toMatch(/^[A-Z$].*\.$/s);
    expect(fix, code).toMatch(/^[A-Z$].*\.$/s);
  }
});

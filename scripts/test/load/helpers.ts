import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { onTestFinished } from "vitest";

import type { Diagnostic } from "../../generate/diagnostics/diagnostic.ts";
import { loadSpec } from "../../generate/load/load.ts";
import type { LoadedSpec, LoadOptions } from "../../generate/load/load.ts";

/** Loads a text as a file of that name. */
export function load(text: string | Uint8Array, name = "openapi.yaml"): LoadedSpec {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, name);
  writeFileSync(file, text);
  return loadSpec(file);
}

/** A folder with these files, which lasts as long as the test. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Loads the first of several files. */
export function loadFiles(files: Readonly<Record<string, string>>, options?: LoadOptions): LoadedSpec {
  const [first = ""] = Object.keys(files);
  return loadSpec(join(folderOf(files), first), options);
}

/** Each problem as `file:line:column code`. */
export function placedProblems({ file, diagnostics, locate }: LoadedSpec): string[] {
  return diagnostics.map((problem) => {
    const { line, column } = problem.position ?? locate(problem.pointer);
    return `${relative(dirname(file), problem.file)}:${line}:${column} ${problem.code}`;
  });
}

/** Each problem of a text as `line:column code`, in the order of the text. */
export function problems(text: string, name?: string): string[] {
  const { diagnostics, locate } = load(text, name);
  return diagnostics
    .map(({ code, pointer, position }) => ({ code, ...(position ?? locate(pointer)) }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ code, line, column }) => `${line}:${column} ${code}`);
}

/** The only problem of a text. */
export function onlyProblem(text: string, name?: string): Diagnostic {
  const { diagnostics } = load(text, name);
  const [first, ...others] = diagnostics;
  if (first === undefined || others.length > 0) {
    throw new Error(`one problem expected: ${JSON.stringify(diagnostics, null, 2)}`);
  }
  return first;
}

/** Lines 1 and 2 of a spec: what a test adds begins at line 3. */
export const HEAD = 'openapi: 3.1.0\ninfo: { title: Things, version: "1" }\n';

import { readFileSync, statSync } from "node:fs";

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonObject } from "./json.ts";
import type { Locator } from "./locate.ts";
import { parseSpec } from "./parse.ts";

/** A file that a spec is made of. */
export interface Source {
  /** As diagnostics name it. */
  readonly file: string;
  /** Undefined if it could not be read or holds no object: then the diagnostics say why. */
  readonly document: JsonObject | undefined;
  readonly text: string;
  readonly locate: Locator;
  readonly diagnostics: readonly Diagnostic[];
  /** What it puts into a document refers to the parts of that document. */
  readonly overlay?: true;
}

/** Far above any spec; what is larger would fill the memory before anything could be said about it. */
const MAX_BYTES = 256 * 1024 * 1024;

/** Reads and parses a file (JSON if the name ends in `.json`, else YAML). It never throws for the file. */
export function readSource(file: string, path: string = file): Source {
  let text: string;
  try {
    const stats = statSync(path);
    if (!stats.isFile()) return unreadable(file, "This is no file", "name the file itself");
    if (stats.size > MAX_BYTES) return unreadable(file, "This file is too large", "leave out what is not needed");
    text = readFileSync(path, "utf8");
  } catch (error) {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (missing) return unreadable(file, "There is no such file", "correct the path, or create the file");
    const message = `This file cannot be read: ${String(error)}`;
    return unreadable(file, message, "check that it is a file and that you may read it");
  }
  return { file, text, ...parseSpec(file, text) };
}

function unreadable(file: string, message: string, fix: string): Source {
  const problem: Diagnostic = { code: "unreadable-file", severity: "error", file, pointer: "", message, fix };
  const locate = (): { line: number; column: number } => ({ line: 1, column: 1 });
  return { file, document: undefined, text: "", locate, diagnostics: [problem] };
}

/** A place in one of the files. */
export interface Place {
  readonly source: Source;
  readonly pointer: string;
}

/** Something that is wrong with a document; the pointer is one into that. */
export type Problem = Pick<Diagnostic, "severity" | "code" | "message" | "fix" | "pointer">;

export function problemAt({ source, pointer }: Place, problem: Omit<Problem, "pointer">): Diagnostic {
  return { ...problem, file: source.file, pointer, position: source.locate(pointer) };
}

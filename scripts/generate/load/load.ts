import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

import type { Diagnostic, Position } from "../diagnostics/diagnostic.ts";
import { checkSpec } from "./check/all.ts";
import type { JsonObject } from "./json.ts";
import { parseSpec } from "./parse.ts";

export interface LoadedSpec {
  /** As it was given. */
  readonly file: string;
  /** References are left as they are; empty if the file could not be read or parsed. */
  readonly document: JsonObject;
  /** Of the file's bytes, in hexadecimal; of nothing if it could not be read. */
  readonly sha256: string;
  /** Where the value at a JSON pointer is written, or its nearest ancestor that exists. */
  readonly locate: (pointer: string) => Position;
  /** All problems of the file. With an error among them, the document is not fit to be generated from. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a spec (JSON if the name ends in `.json`, else YAML) and finds all its problems. It never throws for the file. */
export function loadSpec(file: string): LoadedSpec {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return unreadable(file, error);
  }
  const sha256 = hash(bytes);
  const { document, locate, diagnostics } = parseSpec(file, bytes.toString("utf8"));
  if (document === undefined) return { file, document: {}, sha256, locate, diagnostics };
  return { file, document, sha256, locate, diagnostics: [...diagnostics, ...checkSpec(file, document)] };
}

function unreadable(file: string, error: unknown): LoadedSpec {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const reason = code === "ENOENT" ? "There is no such file" : `This file cannot be read: ${String(error)}`;
  const problem: Diagnostic = {
    code: "unreadable-file",
    severity: "error",
    file,
    pointer: "",
    message: reason,
    fix:
      code === "ENOENT" ? "correct the path, or create the file" : "check that it is a file and that you may read it",
  };
  const locate = (): Position => ({ line: 1, column: 1 });
  return { file, document: {}, sha256: hash(Buffer.alloc(0)), locate, diagnostics: [problem] };
}

function hash(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

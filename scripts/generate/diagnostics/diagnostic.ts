import { relative } from "node:path";

import type { DiagnosticCode } from "./catalogue.ts";

/** A place in a text file; both count from 1, columns in UTF-16 code units as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** One problem in a spec: what is wrong, where, and what to write instead. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: "error" | "warning";
  readonly file: string;
  /** JSON pointer to the place in the document; `""` is the document itself. */
  readonly pointer: string;
  /** Only where a pointer cannot say it: a file that cannot be parsed has places but no document. */
  readonly position?: Position;
  readonly message: string;
  readonly fix: string;
}

/** Finds the place of a pointer: `spec.locate` for one file, a look-up by `file` for several. */
export type Locate = (pointer: string, file: string) => Position;

/**
 * One block per problem, ordered by file, line and column, and a closing count. Paths are relative to the working
 * directory, so that terminals and editors can open them. No problem: an empty text.
 */
export function formatDiagnostics(list: readonly Diagnostic[], locate: Locate): string {
  if (list.length === 0) return "";
  const placed = list.map((diagnostic) => ({
    diagnostic,
    file: relative(process.cwd(), diagnostic.file).replaceAll("\\", "/"),
    position: diagnostic.position ?? locate(diagnostic.pointer, diagnostic.file),
  }));
  placed.sort(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.position.line - b.position.line ||
      a.position.column - b.position.column ||
      compareText(a.diagnostic.code, b.diagnostic.code) ||
      compareText(a.diagnostic.message, b.diagnostic.message),
  );
  const blocks = placed.map(({ diagnostic: { severity, code, message, fix }, file, position }) => {
    return `${file}:${position.line}:${position.column} ${severity} [${code}] ${oneLine(message)}\n  fix: ${oneLine(fix)}\n`;
  });
  return `${blocks.join("\n")}\n${countProblems(list)}\n`;
}

function countProblems(list: readonly Diagnostic[]): string {
  const errors = list.filter(({ severity }) => severity === "error").length;
  const warnings = list.length - errors;
  const parts = [errors > 0 && plural(errors, "error"), warnings > 0 && plural(warnings, "warning")];
  return parts.filter((part) => part !== false).join(", ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** By code unit, not by locale: the order is the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Names from a spec stand in messages: none may break a block apart or drive the terminal. */
function oneLine(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");
}

import type { Bump } from "./bump.ts";
import { type Change, KINDS } from "./change.ts";
import type { Side } from "./side.ts";

/** A place as terminals and editors open it: `specs/x/openapi.yaml:12:5`. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A change with its places in the files. */
export interface PlacedChange extends Omit<Change, "before" | "after"> {
  readonly before: Place | undefined;
  readonly after: Place | undefined;
}

export interface Report {
  readonly package: string;
  /** What the new spec is compared with. */
  readonly base: string;
  /** How far the version must move at least; undefined if nothing has changed. */
  readonly bump: Bump | undefined;
  readonly changes: readonly PlacedChange[];
}

/** How the files of a side are shown. */
export type ShowFile = (file: string) => string;

export function placed(
  change: Change,
  before: readonly [Side, ShowFile],
  after: readonly [Side, ShowFile],
): PlacedChange {
  const at = (pointer: string | undefined, [side, show]: readonly [Side, ShowFile]): Place | undefined => {
    if (pointer === undefined) return undefined;
    const { file, line, column } = side.spec.place(pointer);
    return { file: show(file), line, column };
  };
  return { ...change, before: at(change.before, before), after: at(change.after, after) };
}

const HEADINGS = { breaking: "Breaking", feature: "New", fix: "Fixed", docs: "Documentation" } as const;

export function formatReport({ package: name, base, bump, changes }: Report): string {
  if (changes.length === 0) return `${name}: no change since ${base}\n`;
  const blocks = KINDS.flatMap((kind) => {
    const all = changes.filter((change) => change.kind === kind);
    return all.length === 0 ? [] : [`${HEADINGS[kind]}\n`, ...all.map(formatChange)];
  });
  return `${name}, since ${base}: ${bump ?? ""}\n\n${blocks.join("\n")}`;
}

function formatChange({ operation, rule, reason, remedy, before, after }: PlacedChange): string {
  const places = [before && `from ${formatPlace(before)}`, after && `to ${formatPlace(after)}`].filter(Boolean);
  return `  ${operation === undefined ? "" : `${operation}: `}${reason} [${rule}]\n    to do: ${remedy}\n    ${places.join("\n    ")}\n`;
}

function formatPlace({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

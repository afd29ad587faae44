import { any, mapOf, nothing, plain, unionOf, type Access, type Type } from "./types.ts";

/** A text that is being read, and how far. */
export interface Cursor {
  readonly text: string;
  index: number;
}

/** What the notation cannot mean, and the character where that shows. */
export class NotationError extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

const PLAIN: Readonly<Record<string, Type>> = {
  any,
  null: nothing,
  string: plain("string"),
  integer: plain("integer"),
  int32: plain("integer", "int32"),
  int64: plain("integer", "int64"),
  number: plain("number"),
  boolean: plain("boolean"),
  object: plain("object"),
  true: { kind: "literal", value: true },
  false: { kind: "literal", value: false },
};

/** Reads `pattern` (sticky) at the cursor, after spaces; undefined where something else stands. */
export function take(cursor: Cursor, pattern: RegExp): string | undefined {
  cursor.index += /^\s*/.exec(cursor.text.slice(cursor.index))?.[0].length ?? 0;
  const match = new RegExp(pattern.source, "y");
  match.lastIndex = cursor.index;
  const found = match.exec(cursor.text)?.[0];
  if (found !== undefined) cursor.index += found.length;
  return found;
}

export function expectEnd(cursor: Cursor): void {
  if (take(cursor, /$/) === undefined) fail(cursor, "the end");
}

function fail(cursor: Cursor, expected: string): never {
  const rest = cursor.text.slice(cursor.index).trim();
  const found = rest === "" ? "the text ends" : `"${rest}" stands`;
  throw new NotationError(`${found} where ${expected} is expected`, cursor.index);
}

/** `A | B[] | null`: reads as far as the type goes. */
export function takeType(cursor: Cursor): Type {
  const members = [takeArrays(cursor)];
  while (take(cursor, /\|/) !== undefined) members.push(takeArrays(cursor));
  return unionOf(members);
}

function takeArrays(cursor: Cursor): Type {
  let type = takeAtom(cursor);
  while (take(cursor, /\[\s*\]/) !== undefined) type = { kind: "array", items: type };
  return type;
}

function takeAtom(cursor: Cursor): Type {
  if (take(cursor, /\(/) !== undefined) return close(cursor, takeType(cursor), /\)/);
  const quoted = take(cursor, /"[^"]*"/);
  if (quoted !== undefined) return { kind: "literal", value: quoted.slice(1, -1) };
  const digits = take(cursor, /-?\d+(\.\d+)?\b/);
  if (digits !== undefined) return { kind: "literal", value: Number(digits) };
  if (take(cursor, /map\s*</) !== undefined) return mapOf(close(cursor, takeType(cursor), />/));
  const start = cursor.index;
  const word = take(cursor, /[A-Za-z_][\w.-]*/) ?? fail(cursor, "a type");
  const format = take(cursor, /\([^()]+\)/)?.slice(1, -1);
  const known = Object.hasOwn(PLAIN, word) ? PLAIN[word] : undefined;
  if (format === undefined) return known ?? { kind: "named", name: word };
  if (known?.kind !== "plain" || known.format !== undefined) {
    throw new NotationError(`"${word}" takes no format`, start);
  }
  return plain(known.name, format);
}

function close(cursor: Cursor, type: Type, bracket: RegExp): Type {
  if (take(cursor, bracket) === undefined) fail(cursor, `"${bracket.source.replace("\\", "")}"`);
  return type;
}

export function takeAccess(cursor: Cursor): Access {
  const word = take(cursor, /(readonly|writeonly)\b/);
  return word === "readonly" || word === "writeonly" ? word : "both";
}

import { isObject } from "./json.ts";

/** JSON pointers (RFC 6901) and the references that OpenAPI builds from them. */

export function escapeToken(token: string): string {
  return token.includes("~") || token.includes("/") ? token.replaceAll("~", "~0").replaceAll("/", "~1") : token;
}

export function unescapeToken(token: string): string {
  return token.includes("~") ? token.replaceAll("~1", "/").replaceAll("~0", "~") : token;
}

export function joinPointer(base: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>((pointer, token) => `${pointer}/${escapeToken(String(token))}`, base);
}

/** The unescaped tokens of a pointer: none for `""`. */
export function parsePointer(pointer: string): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeToken);
}

/** One step into a value, or undefined if there is nothing: only own fields count. */
export function stepInto(value: unknown, token: string): unknown {
  if (Array.isArray(value)) return /^(?:0|[1-9]\d*)$/.test(token) ? (value as unknown[])[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

/** The value at a pointer, or undefined. */
export function resolvePointer(document: unknown, pointer: string): unknown {
  let value = document;
  for (const token of parsePointer(pointer)) {
    value = stepInto(value, token);
    if (value === undefined) return undefined;
  }
  return value;
}

export type Resolution =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** Where the value stands, behind every reference of the chain. */
      readonly pointer: string;
    }
  | {
      readonly ok: false;
      /** `external`: another file. `malformed`: no JSON pointer. `missing`: nothing there. `cycle`: references only. */
      readonly reason: "external" | "malformed" | "missing" | "cycle";
      /** The reference at which it failed: the given one, or one further down the chain. */
      readonly ref: string;
    };

/** The pointer that a local reference names, in its one normal form; undefined if it is not one. */
export function pointerOfRef(ref: string): string | undefined {
  if (ref === "#") return "";
  if (!ref.startsWith("#/")) return undefined;
  // Most are in the normal form already.
  if (!ref.includes("%") && !ref.includes("~")) return ref.slice(1);
  try {
    return joinPointer("", ...parsePointer(decodeURIComponent(ref.slice(1))));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

/** What a reference stands for, through chains of references. */
export function resolveRef(document: unknown, ref: string): Resolution {
  const seen = new Set<string>();
  let current = ref;
  for (;;) {
    if (!current.startsWith("#")) return { ok: false, reason: "external", ref: current };
    const pointer = pointerOfRef(current);
    if (pointer === undefined) return { ok: false, reason: "malformed", ref: current };
    if (seen.has(pointer)) return { ok: false, reason: "cycle", ref: current };
    seen.add(pointer);
    const value = resolvePointer(document, pointer);
    if (value === undefined) return { ok: false, reason: "missing", ref: current };
    const next = isObject(value) && Object.hasOwn(value, "$ref") ? value["$ref"] : undefined;
    if (typeof next !== "string") return { ok: true, value, pointer };
    current = next;
  }
}

/** A value with its place; a reference gives what it stands for, undefined if that cannot be found. */
export function dereference(
  document: unknown,
  value: unknown,
  pointer: string,
): { readonly value: unknown; readonly pointer: string } | undefined {
  const ref = isObject(value) && Object.hasOwn(value, "$ref") ? value["$ref"] : undefined;
  if (typeof ref !== "string") return { value, pointer };
  const resolution = resolveRef(document, ref);
  return resolution.ok ? resolution : undefined;
}

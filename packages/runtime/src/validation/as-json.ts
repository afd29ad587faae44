import { fileOf } from "../bodies/file-part.ts";
import { isObject } from "./document.ts";

/**
 * A value as the engine takes it: bigints as numbers, nothing undefined. What holds neither is returned as it is. For a
 * body also as it is written: what has a `toJSON` (a Date) as the text that it gives, a file as an empty text.
 *
 * `files`: how far down there are files, as parts of a body: fields, and the items of lists in them. What lies deeper is
 * JSON, which would hold an empty object for a file.
 */
export function asJson(value: unknown, written: boolean, files: number): unknown {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object" || value === null) return value;
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (written && files >= 0 && fileOf(value) !== undefined) return "";
  if (written && typeof toJSON === "function") return Reflect.apply(toJSON, value, []) as unknown;
  if (Array.isArray(value)) {
    const items = value.map((item) => asJson(item, written, files > 0 ? 0 : -1) ?? null);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isObject(value)) return value;
  let changed = false;
  const fields = Object.entries(value).flatMap(([name, field]) => {
    const plain = asJson(field, written, files > 1 ? files - 1 : -1);
    changed ||= plain !== field || plain === undefined;
    return plain === undefined ? [] : [[name, plain] as const];
  });
  // From entries, not by assignment: a name may be `__proto__`.
  return changed ? Object.fromEntries(fields) : value;
}

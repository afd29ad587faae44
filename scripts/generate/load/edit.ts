import { isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Places } from "./places.ts";
import { joinPointer, parsePointer, resolvePointer } from "./pointer.ts";

/** A change to a document: `value` is what stands at the pointer from now on, undefined if nothing does. */
export interface Edit {
  readonly pointer: string;
  readonly value: unknown;
  /** Where the value stood before, if it is only moved. */
  readonly from?: string;
}

/** Changes a document in place, what lies deepest first, and of a list its end. What moves keeps its place in the file. */
export function applyEdits(document: JsonObject, edits: readonly Edit[], places: Places): void {
  for (const { pointer, value, from } of edits.toReversed().toSorted(deepestFirst)) {
    const tokens = parsePointer(pointer);
    const field = tokens.pop();
    const owner = joinPointer("", ...tokens);
    const parent = resolvePointer(document, owner);
    if (field === undefined || typeof parent !== "object" || parent === null) continue;
    const place = places.at(document, from ?? pointer);
    if (isObject(value)) places.note(value, place);
    if (Array.isArray(value)) {
      const former = resolvePointer(document, pointer);
      keepItems(document, Array.isArray(former) ? (former as unknown[]) : [], pointer, places);
      for (const item of value) if (isObject(item) && places.of(item) === undefined) places.note(item, place);
    }
    if (Array.isArray(parent) && value === undefined) {
      keepItems(document, parent, owner, places);
      parent.splice(Number(field), 1);
    } else if (value === undefined) {
      delete (parent as Record<string, unknown>)[field];
    } else {
      Object.defineProperty(parent, field, { value, writable: true, enumerable: true, configurable: true });
    }
  }
}

function keepItems(document: JsonObject, items: readonly unknown[], pointer: string, places: Places): void {
  items.forEach((item, index) => {
    if (isObject(item)) places.note(item, places.at(document, joinPointer(pointer, index)));
  });
}

function deepestFirst(a: Edit, b: Edit): number {
  const [ours, theirs] = [a.pointer.split("/"), b.pointer.split("/")];
  return theirs.length - ours.length || indexOf(theirs) - indexOf(ours);
}

function indexOf(tokens: readonly string[]): number {
  const last = tokens.at(-1) ?? "";
  return /^\d+$/.test(last) ? Number(last) : -1;
}

import { parsePointer, resolvePointer } from "../../generate/load/pointer.ts";

/** A change of a document in place. */
export type Edit = (document: object) => void;

function holderOf(document: object, pointer: string): [holder: Record<string, unknown>, key: string] {
  const keys = parsePointer(pointer);
  const key = keys.at(-1) ?? "";
  const holder = resolvePointer(document, pointer.slice(0, pointer.lastIndexOf("/")));
  if (typeof holder !== "object" || holder === null) throw new Error(`there is nothing to change at ${pointer}`);
  return [holder as Record<string, unknown>, key];
}

/** Gives a field another value, or a new one. */
export function put(pointer: string, value: unknown): Edit {
  return (document) => {
    const [holder, key] = holderOf(document, pointer);
    holder[key] = structuredClone(value);
  };
}

/** Removes a field, or the item of a list. */
export function drop(pointer: string): Edit {
  return (document) => {
    const [holder, key] = holderOf(document, pointer);
    if (!Object.hasOwn(holder, key)) throw new Error(`there is nothing to remove at ${pointer}`);
    if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else delete holder[key];
  };
}

/** Adds an item to a list. */
export function push(pointer: string, item: unknown): Edit {
  return (document) => {
    (resolvePointer(document, pointer) as unknown[]).push(item);
  };
}

/** Gives a field another name. */
export function move(pointer: string, name: string): Edit {
  return (document) => {
    const [holder, key] = holderOf(document, pointer);
    holder[name] = holder[key];
    delete holder[key];
  };
}

export function all(...edits: readonly Edit[]): Edit {
  return (document) => {
    for (const edit of edits) edit(document);
  };
}

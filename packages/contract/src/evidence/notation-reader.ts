import { childOf, entriesOf, isObject, placeInText, placeOf, textOf, type Item, type Place } from "./source.ts";
import { NotationError, type Cursor } from "./type-notation.ts";

/** Where problems go: they are collected, so that one run shows them all. */
export interface Reader {
  report(place: Place, message: string): void;
}

/** Parses the text of an item; a problem is reported at its character, and leaves nothing. */
export function read<Value>(item: Item, reader: Reader, parse: (cursor: Cursor) => Value): Value | undefined {
  const text = textOf(item);
  if (text === undefined) {
    reader.report(placeOf(item), "a text is expected here");
    return undefined;
  }
  try {
    return parse({ text, index: 0 });
  } catch (error) {
    if (!(error instanceof NotationError)) throw error;
    reader.report(placeInText(item, error.index), error.message);
    return undefined;
  }
}

/** Every key is there, even where it has nothing to say, so that nothing is left out unawares. */
export function exactKeys(item: Item, keys: readonly string[], reader: Reader): void {
  for (const key of keys) {
    if (childOf(item, key) === undefined) reader.report(placeOf(item), `"${key}" is missing`);
  }
  for (const [key, value] of entriesOf(item)) {
    if (!keys.includes(key)) reader.report(placeOf(value), `"${key}" is not one of ${keys.join(", ")}`);
  }
}

/** The entries of a part that must be a map; `{}` has none. */
export function partsOf(parent: Item, key: string, reader: Reader): [name: string, value: Item][] {
  const part = childOf(parent, key);
  if (part !== undefined && !isObject(part))
    reader.report(placeOf(part), `"${key}" must be a map, {} where it is empty`);
  return entriesOf(part);
}

/** `name?` is the notation of what may be left out. */
export function fieldName(key: string): { name: string; required: boolean } {
  return key.endsWith("?") ? { name: key.slice(0, -1), required: false } : { name: key, required: true };
}

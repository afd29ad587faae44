import { isObject } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Places } from "../places.ts";
import { joinPointer } from "../pointer.ts";
import type { Place } from "../source.ts";

/** Merges an update into an object: objects field by field, lists by appending, everything else by replacing. */
export function mergeInto(target: JsonObject, update: JsonObject, place: Place, places: Places): void {
  for (const [field, value] of Object.entries(update)) {
    const at = { source: place.source, pointer: joinPointer(place.pointer, field) };
    const present = Object.hasOwn(target, field) ? target[field] : undefined;
    if (isObject(present) && isObject(value)) mergeInto(present, value, at, places);
    else if (Array.isArray(present) && Array.isArray(value)) appendTo(present, value, at, places);
    else setField(target, field, value, at, places);
  }
}

function appendTo(list: unknown[], items: readonly unknown[], place: Place, places: Places): void {
  items.forEach((item, index) => {
    appendItem(list, item, { source: place.source, pointer: joinPointer(place.pointer, index) }, places);
  });
}

export function appendItem(list: unknown[], item: unknown, place: Place, places: Places): void {
  setField(list, String(list.length), item, place, places);
}

export function setField(target: object, field: string, value: unknown, place: Place, places: Places): void {
  const copy = copyOf(value, place, places);
  Object.defineProperty(target, field, { value: copy, writable: true, enumerable: true, configurable: true });
  if (typeof copy !== "object" || copy === null) places.noteField(target, field, place);
}

/** Each target gets an update of its own. */
function copyOf(value: unknown, place: Place, places: Places): unknown {
  const inside = (key: string | number, child: unknown): unknown => {
    return copyOf(child, { source: place.source, pointer: joinPointer(place.pointer, key) }, places);
  };
  let copy: object;
  if (Array.isArray(value)) copy = value.map((item, index) => inside(index, item));
  else if (isObject(value))
    copy = Object.fromEntries(Object.entries(value).map(([key, child]) => [key, inside(key, child)]));
  else return value;
  places.note(copy, place);
  return copy;
}

import { joinPointer, parsePointer, stepInto } from "./pointer.ts";
import type { Place, Source } from "./source.ts";

/**
 * Where the parts of a document are written. Only what does not stand at its own pointer in the first file is noted:
 * what was put in from another file or an overlay, and what was moved on the way. The rest follows from its surroundings.
 */
export interface Places {
  /** Where the value at a pointer of the document is written. */
  at(document: unknown, pointer: string): Place;
  /** Where a value is written that stands under a field of an object whose own place is known. */
  within(parent: object, place: Place, field: string | number, value: unknown): Place;
  of(value: object): Place | undefined;
  note(value: object, place: Place): void;
  /** For values that are no objects, and so are only known by what they stand in. */
  noteField(parent: object, field: string, place: Place): void;
}

export function createPlaces(root: Source): Places {
  const objects = new WeakMap<object, Place>();
  const fields = new WeakMap<object, Map<string, Place>>();

  const within: Places["within"] = (parent, place, field, value) => {
    const noted = typeof value === "object" && value !== null ? objects.get(value) : undefined;
    return (
      noted ??
      fields.get(parent)?.get(String(field)) ?? { source: place.source, pointer: joinPointer(place.pointer, field) }
    );
  };

  return {
    within,
    of: (value) => objects.get(value),
    note: (value, place) => void objects.set(value, place),
    noteField(parent, field, place) {
      const known = fields.get(parent) ?? new Map<string, Place>();
      fields.set(parent, known.set(field, place));
    },
    at(document, pointer) {
      let value = document;
      let place: Place = { source: root, pointer: "" };
      for (const token of parsePointer(pointer)) {
        const parent = value;
        value = stepInto(parent, token);
        if (typeof parent === "object" && parent !== null) place = within(parent, place, token, value);
        else place = { source: place.source, pointer: joinPointer(place.pointer, token) };
      }
      return place;
    },
  };
}

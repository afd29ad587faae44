import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { resolveRef } from "../load/pointer.ts";

/** Tells whether a schema, by itself, says something of the values that it describes. */
export type Says = (schema: JsonObject) => boolean;

/** What is written in one place: schemas of the same value, what they refer to, and the properties below them. */
interface Place {
  readonly schemas: readonly JsonObject[];
  readonly refs: readonly string[];
  readonly properties: readonly (readonly [name: string, schema: JsonObject])[];
}

const SAME_VALUE = ["allOf", "anyOf", "oneOf", "prefixItems"];

/**
 * The names under which values stand of which a schema says something, `""` at the root. Items of a list and values of a map go
 * by the name of the list or map. Each place is read once, however many refer to it: schemas may all refer to all others.
 */
export function namesWhere(document: JsonObject, roots: Iterable<unknown>, says: Says): Set<string> {
  const { placeOf, target } = readerOf(document);
  const names = new Set<string>();
  const told = toldBy(document, says);
  const waiting = new Set<JsonObject>();
  for (const root of roots) {
    if (!isObject(root)) continue;
    waiting.add(root);
    if (told(root)) names.add("");
  }
  // A set is walked in the order of insertion, with what is added on the way.
  for (const schema of waiting) {
    const { refs, properties } = placeOf(schema);
    for (const ref of refs) {
      const found = target(ref);
      if (found !== undefined) waiting.add(found);
    }
    for (const [name, property] of properties) {
      waiting.add(property);
      if (!names.has(name) && told(property)) names.add(name);
    }
  }
  return names;
}

/** Whether it is said of a value by any of the schemas that describe it, those behind references included. */
function toldBy(document: JsonObject, says: Says): (schema: JsonObject) => boolean {
  const { answers, placeOf, target } = readerOf(document);
  const known = answers.get(says) ?? new Map<JsonObject, boolean>();
  answers.set(says, known);
  return (start) => {
    const seen = new Set([start]);
    for (const schema of seen) {
      const answer = known.get(schema);
      const place = placeOf(schema);
      if (answer === true || (answer === undefined && place.schemas.some(says))) {
        known.set(start, true);
        return true;
      }
      if (answer === false) continue;
      for (const ref of place.refs) {
        const found = target(ref);
        if (found !== undefined) seen.add(found);
      }
    }
    for (const schema of seen) known.set(schema, false);
    return false;
  };
}

interface Reader {
  readonly placeOf: (schema: JsonObject) => Place;
  readonly target: (ref: string) => JsonObject | undefined;
  readonly answers: Map<Says, Map<JsonObject, boolean>>;
}

const readers = new WeakMap<JsonObject, Reader>();

/** Every operation asks about the same schemas: what was read of a document is kept with it. */
function readerOf(document: JsonObject): Reader {
  const known = readers.get(document);
  if (known !== undefined) return known;
  const places = new Map<JsonObject, Place>();
  const targets = new Map<string, JsonObject | undefined>();
  const reader: Reader = {
    answers: new Map(),
    placeOf: (schema) => {
      const place = places.get(schema) ?? readPlace(schema);
      places.set(schema, place);
      return place;
    },
    target: (ref) => {
      if (!targets.has(ref)) {
        const found = resolveRef(document, ref);
        targets.set(ref, found.ok && isObject(found.value) ? found.value : undefined);
      }
      return targets.get(ref);
    },
  };
  readers.set(document, reader);
  return reader;
}

function readPlace(start: JsonObject): Place {
  const schemas = new Set([start]);
  const refs = new Set<string>();
  const properties: [string, JsonObject][] = [];
  for (const schema of schemas) {
    const ref = textAt(schema, "$ref");
    if (ref !== undefined) refs.add(ref);
    for (const [name, property] of Object.entries(objectAt(schema, "properties"))) {
      if (isObject(property)) properties.push([name, property]);
    }
    const parts = [
      own(schema, "items"),
      own(schema, "additionalProperties"),
      ...SAME_VALUE.flatMap((key) => listAt(schema, key)),
    ];
    for (const part of parts) if (isObject(part)) schemas.add(part);
  }
  return { schemas: [...schemas], refs: [...refs], properties };
}

import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { resolveRef } from "../load/pointer.ts";

/** Tells whether a schema, by itself, says something of the values that it describes. */
export type Says = (schema: JsonObject) => boolean;

/** What is written in one place: schemas of the same value, what they refer to, the values of maps and the properties below them. */
interface Place {
  readonly schemas: readonly JsonObject[];
  readonly refs: readonly string[];
  readonly maps: readonly JsonObject[];
  readonly properties: readonly (readonly [name: string, schema: JsonObject])[];
}

const SAME_VALUE = ["allOf", "anyOf", "oneOf", "prefixItems"];

/**
 * The names under which values stand of which a schema says something, `""` at the root. Items of a list go by the name of the list, values of a
 * map by what `inMap` makes of its name, as often as maps lie in one another. Each place is read once, however many refer to it: schemas may all
 * refer to all others.
 */
export function namesWhere(
  document: JsonObject,
  roots: Iterable<unknown>,
  says: Says,
  inMap: (name: string) => string = (name) => name,
): Set<string> {
  const { placeOf, target } = readerOf(document);
  const names = new Set<string>();
  const told = toldBy(document, says);
  const waiting = new Set<JsonObject>();
  const add = (name: string, schema: JsonObject): void => {
    waiting.add(schema);
    for (const depth of told(schema)) {
      let called = name;
      for (let map = 0; map < depth; map += 1) called = inMap(called);
      names.add(called);
    }
  };
  for (const root of roots) if (isObject(root)) add("", root);
  // A set is walked in the order of insertion, with what is added on the way.
  for (const schema of waiting) {
    const { refs, maps, properties } = placeOf(schema);
    for (const ref of refs) {
      const found = target(ref);
      if (found !== undefined) waiting.add(found);
    }
    for (const values of maps) waiting.add(values);
    for (const [name, property] of properties) add(name, property);
  }
  return names;
}

/** More maps in one another than anyone describes, and an end where they go in circles. */
const DEEPEST = 2;

type Depths = ReadonlySet<number>;

/** In how many maps it is said of a value by any of the schemas that describe it, those behind references included. */
function toldBy(document: JsonObject, says: Says): (schema: JsonObject) => Depths {
  const { answers, placeOf, target } = readerOf(document);
  const known = answers.get(says) ?? new Map<JsonObject, Depths>();
  answers.set(says, known);
  return (start) => {
    const answer = known.get(start);
    if (answer !== undefined) return answer;
    const found = new Set<number>();
    const first = new Set([start]);
    let level = first;
    for (let depth = 0; depth <= DEEPEST && level.size > 0; depth += 1) {
      const next = new Set<JsonObject>();
      // A set is walked in the order of insertion, with what is added on the way.
      for (const schema of level) {
        const told = known.get(schema);
        if (told !== undefined) {
          for (const further of told) if (depth + further <= DEEPEST) found.add(depth + further);
          continue;
        }
        const { schemas, refs, maps } = placeOf(schema);
        if (schemas.some(says)) found.add(depth);
        for (const ref of refs) {
          const referred = target(ref);
          if (referred !== undefined) level.add(referred);
        }
        for (const values of maps) next.add(values);
      }
      level = next;
    }
    for (const schema of found.size === 0 ? first : [start]) known.set(schema, found);
    return found;
  };
}

interface Reader {
  readonly placeOf: (schema: JsonObject) => Place;
  readonly target: (ref: string) => JsonObject | undefined;
  readonly answers: Map<Says, Map<JsonObject, Depths>>;
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
  const maps: JsonObject[] = [];
  const properties: [string, JsonObject][] = [];
  for (const schema of schemas) {
    const ref = textAt(schema, "$ref");
    if (ref !== undefined) refs.add(ref);
    for (const [name, property] of Object.entries(objectAt(schema, "properties"))) {
      if (isObject(property)) properties.push([name, property]);
    }
    const values = [
      own(schema, "additionalProperties"),
      own(schema, "unevaluatedProperties"),
      ...Object.values(objectAt(schema, "patternProperties")),
    ];
    maps.push(...values.filter(isObject));
    const parts = [own(schema, "items"), ...SAME_VALUE.flatMap((key) => listAt(schema, key))];
    for (const part of parts) if (isObject(part)) schemas.add(part);
  }
  return { schemas: [...schemas], refs: [...refs], maps, properties };
}

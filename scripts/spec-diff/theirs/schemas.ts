import { isObject, type JsonObject, listAt, objectAt, own } from "../../generate/load/json.ts";
import { dereference, joinPointer } from "../../generate/load/pointer.ts";

/** A schema with its place in the document. */
export interface Node {
  readonly value: JsonObject;
  readonly pointer: string;
}

/** What schemas hold, as far as specs are compared by their fields. */
export interface Shape {
  readonly properties: ReadonlyMap<string, readonly Node[]>;
  /** What lists and maps hold, by how a path to a field shows it. */
  readonly inside: ReadonlyMap<"[]" | "{}", readonly Node[]>;
}

/** The fields of what several schemas describe together: references, parts and alternatives are all looked into. */
export function shapeOf(document: JsonObject, schemas: readonly Node[]): Shape {
  const properties = new Map<string, Node[]>();
  const inside = new Map<"[]" | "{}", Node[]>();
  const seen = new Set<string>();
  const waiting = [...schemas];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const found = dereference(document, next.value, next.pointer);
    if (found === undefined || !isObject(found.value) || seen.has(found.pointer)) continue;
    const { value, pointer } = found;
    seen.add(pointer);
    for (const [name, property] of Object.entries(objectAt(value, "properties"))) {
      add(properties, name, property, joinPointer(pointer, "properties", name));
    }
    add(inside, "[]", own(value, "items"), joinPointer(pointer, "items"));
    add(inside, "{}", own(value, "additionalProperties"), joinPointer(pointer, "additionalProperties"));
    for (const parts of ["allOf", "oneOf", "anyOf"]) {
      listAt(value, parts).forEach((part, index) => {
        if (isObject(part)) waiting.push({ value: part, pointer: joinPointer(pointer, parts, index) });
      });
    }
  }
  return { properties, inside };
}

function add<K>(map: Map<K, Node[]>, key: K, value: unknown, pointer: string): void {
  if (!isObject(value)) return;
  map.set(key, [...(map.get(key) ?? []), { value, pointer }]);
}

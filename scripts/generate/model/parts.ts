import { isObject, type JsonObject, listAt, objectAt, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";

/** The properties of an object, behind references and in all parts of an allOf. */
export function propertiesOf(document: JsonObject, schema: unknown): Map<string, unknown> {
  const properties = new Map<string, unknown>();
  for (const part of partsOf(document, schema)) {
    for (const [name, property] of Object.entries(objectAt(part, "properties"))) properties.set(name, property);
  }
  return properties;
}

function partsOf(document: JsonObject, schema: unknown): JsonObject[] {
  const parts = new Set<JsonObject>();
  const add = (value: unknown): void => {
    if (!isObject(value) || parts.has(value)) return;
    parts.add(value);
    if (textAt(value, "$ref") !== undefined) add(dereference(document, value, "")?.value);
    listAt(value, "allOf").forEach(add);
  };
  add(schema);
  return [...parts];
}

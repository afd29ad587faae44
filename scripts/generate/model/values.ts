import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { resolveRef } from "../load/pointer.ts";

/**
 * Visits what bodies are made of: each schema with the name of the property that holds it, `""` at the root. Items of a
 * list and values of a map go by the name of the list or map. What is referred to is visited once for each name.
 */
export function visitValues(
  document: JsonObject,
  schemas: Iterable<unknown>,
  visit: (name: string, schema: JsonObject) => void,
): void {
  const seen = new Set<string>();
  const enter = (schema: unknown, name: string): void => {
    if (!isObject(schema)) return;
    visit(name, schema);
    const ref = textAt(schema, "$ref");
    if (ref !== undefined && !seen.has(`${name} ${ref}`)) {
      seen.add(`${name} ${ref}`);
      const found = resolveRef(document, ref);
      if (found.ok) enter(found.value, name);
    }
    for (const [property, sub] of Object.entries(objectAt(schema, "properties"))) enter(sub, property);
    for (const key of ["items", "additionalProperties"]) enter(own(schema, key), name);
    for (const key of ["allOf", "anyOf", "oneOf", "prefixItems"]) {
      for (const part of listAt(schema, key)) enter(part, name);
    }
  };
  for (const schema of schemas) enter(schema, "");
}

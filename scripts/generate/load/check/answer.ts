import { isObject, listAt, objectAt, own, textAt } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { dereference, parsePointer } from "../pointer.ts";

/** Looking into the schema of an operation's answer, through references and the parts of combined schemas. */

/** The schema of the JSON that the first success status answers with. */
export function successSchema(document: JsonObject, operation: JsonObject): unknown {
  const responses = objectAt(operation, "responses");
  const statuses = Object.keys(responses).filter((status) => /^2(?:\d\d|XX)$/.test(status));
  for (const status of [...statuses.sort(), "default"]) {
    const response = dereference(document, own(responses, status), "")?.value;
    for (const [mediaType, described] of Object.entries(objectAt(response, "content"))) {
      if (!/^application\/(?:[\w.-]+\+)?json\b/i.test(mediaType)) continue;
      const schema = own(dereference(document, described, "")?.value, "schema");
      if (schema !== undefined) return schema;
    }
  }
  return undefined;
}

/** The schemas that describe what stands at a pointer into a value of the given schema; none if it knows nothing there. */
export function schemasAt(document: JsonObject, schema: unknown, pointer: string): unknown[] {
  let found: unknown[] = [schema];
  for (const token of parsePointer(pointer)) {
    found = found.flatMap((parent) => partsOf(document, parent).flatMap((part) => childSchemas(part, token)));
  }
  return found;
}

/** A schema and all it is combined of, behind references too. */
export function partsOf(document: JsonObject, schema: unknown): JsonObject[] {
  const parts = new Set<JsonObject>();
  const add = (value: unknown): void => {
    if (!isObject(value) || parts.has(value)) return;
    parts.add(value);
    if (textAt(value, "$ref") !== undefined) add(dereference(document, value, "")?.value);
    for (const keyword of ["allOf", "anyOf", "oneOf"]) listAt(value, keyword).forEach(add);
  };
  add(schema);
  return [...parts];
}

function childSchemas(schema: JsonObject, token: string): unknown[] {
  const property = own(own(schema, "properties"), token);
  if (property !== undefined) return [property];
  if (/^\d+$/.test(token) && own(schema, "items") !== undefined) {
    return [listAt(schema, "prefixItems")[Number(token)] ?? schema["items"]];
  }
  const additional = own(schema, "additionalProperties");
  return isObject(additional) ? [additional] : [];
}

/** The types that the schemas allow, without null; none if they do not say. */
export function typesOf(document: JsonObject, schemas: readonly unknown[]): Set<string> {
  const types = new Set<string>();
  for (const part of schemas.flatMap((schema) => partsOf(document, schema))) {
    const type = own(part, "type") ?? (own(part, "items") === undefined ? undefined : "array");
    for (const name of Array.isArray(type) ? type : [type]) if (typeof name === "string") types.add(name);
  }
  types.delete("null");
  return types;
}

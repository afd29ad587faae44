import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { parsePointer, resolveRef } from "../load/pointer.ts";

/** The schema of what a JSON pointer finds in values of a schema; undefined where the schema says nothing of it. */
export function schemaAt(document: JsonObject, schema: unknown, pointer: string): unknown {
  return step(document, schema, parsePointer(pointer), new Set());
}

function step(document: JsonObject, schema: unknown, tokens: readonly string[], behind: ReadonlySet<unknown>): unknown {
  if (!isObject(schema) || behind.has(schema)) return undefined;
  const [token, ...rest] = tokens;
  if (token === undefined) return schema;
  const inside = own(objectAt(schema, "properties"), token) ?? own(schema, "items");
  const found = inside === undefined ? undefined : step(document, inside, rest, new Set());
  if (found !== undefined) return found;
  const ref = textAt(schema, "$ref");
  const resolution = ref === undefined ? undefined : resolveRef(document, ref);
  const parts = [
    ...(resolution?.ok === true ? [resolution.value] : []),
    ...["allOf", "anyOf", "oneOf"].flatMap((key) => listAt(schema, key)),
  ];
  for (const part of parts) {
    const deeper = step(document, part, tokens, new Set([...behind, schema]));
    if (deeper !== undefined) return deeper;
  }
  return undefined;
}

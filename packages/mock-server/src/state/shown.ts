import { asList, asObject, isObject, resolveLocal, type JsonObject } from "../json.ts";

/**
 * What of a value an answer may show: properties that its schema does not have are what the request alone knows, such as a password.
 * A schema without properties takes everything.
 */
export function shown(document: JsonObject, schema: unknown, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = partsOf(document, schema).find((part) => part["items"] !== undefined)?.["items"];
    return items === undefined ? value : value.map((each) => shown(document, items, each));
  }
  if (!isObject(value)) return value;
  const parts = partsOf(document, schema);
  const properties = Object.assign({}, ...parts.map((part) => asObject(part["properties"]))) as JsonObject;
  if (Object.keys(properties).length === 0) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, each]) => {
      const property = properties[name];
      if (property === undefined || resolveLocal(document, property)?.["writeOnly"] === true) return [];
      return [[name, shown(document, property, each)]];
    }),
  );
}

/** The schemas of what stands at a pointer, and of the items of a list there. */
export function schemaAt(document: JsonObject, schema: unknown, pointer: string): unknown {
  let at: unknown = schema;
  for (const token of pointer.split("/").slice(1)) {
    const parts = partsOf(document, at);
    at = parts.map((part) => asObject(part["properties"])[token]).find((each) => each !== undefined);
  }
  return at;
}

export function itemsOf(document: JsonObject, schema: unknown): unknown {
  return partsOf(document, schema).find((part) => part["items"] !== undefined)?.["items"];
}

/** A schema and what it is combined of. */
function partsOf(document: JsonObject, schema: unknown, seen: ReadonlySet<unknown> = new Set()): JsonObject[] {
  const found = resolveLocal(document, schema);
  if (found === undefined || seen.has(found)) return [];
  const inside = new Set([...seen, found]);
  const combined = ["allOf", "anyOf", "oneOf"].flatMap((word) => asList(found[word]));
  return [found, ...combined.flatMap((each) => partsOf(document, each, inside))];
}

import { formOf } from "@vendor-sdks/mock-server";
import { dereference, listOf, objectOf, textOf, type JsonObject } from "../openapi/json.ts";

/** Texts that stand for files become bytes. */
export function withFiles(document: JsonObject, schema: unknown, fields: JsonObject): JsonObject {
  const properties = propertiesOf(document, schema);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => {
      const property = dereference(document, properties[name]);
      if (isFile(document, property)) return [name, file(name)];
      return [name, Array.isArray(value) && isFile(document, property["items"]) ? value.map(() => file(name)) : value];
    }),
  );
}

/** The same for one value. */
export function withFile(document: JsonObject, schema: unknown, value: unknown): unknown {
  return isFile(document, schema) ? file("file") : value;
}

function file(name: string): Uint8Array {
  return new TextEncoder().encode(`${name}\u0000`);
}

function propertiesOf(document: JsonObject, schema: unknown, hops = 0): JsonObject {
  const found = dereference(document, schema);
  const parts = hops > 8 ? [] : ["allOf", "oneOf", "anyOf"].flatMap((word) => listOf(found[word]));
  const inParts = parts.map((part) => propertiesOf(document, part, hops + 1));
  return Object.assign({}, ...inParts, objectOf(found["properties"])) as JsonObject;
}

/** Whether a property holds bytes: as OpenAPI 3.0 says it, or as 3.1 does. */
function isFile(document: JsonObject, schema: unknown): boolean {
  const { type, format, contentMediaType, contentEncoding } = dereference(document, schema);
  const isText = type === undefined || [type].flat().includes("string");
  const holds = textOf(contentMediaType);
  return (
    isText &&
    (format === "binary" || (holds !== undefined && contentEncoding === undefined && formOf(holds) === "binary"))
  );
}

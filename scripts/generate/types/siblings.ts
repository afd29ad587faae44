import type { JsonObject } from "../load/json.ts";

/** OpenAPI 3.0 ignores what stands beside a reference; later versions do not. */

const ANNOTATIONS = new Set(["$ref", "description", "title", "deprecated", "example", "examples", "default"]);

/** Gives a schema without what does not count. Texts stay: they say nothing of the type, and readers want them. */
export function siblingRule(document: JsonObject): (schema: JsonObject) => JsonObject {
  const version = document["openapi"];
  if (typeof version !== "string" || !version.startsWith("3.0")) return (schema) => schema;
  return (schema) => {
    if (typeof schema["$ref"] !== "string") return schema;
    const names = Object.keys(schema);
    if (names.length === 1 || names.every((name) => ANNOTATIONS.has(name))) return schema;
    return Object.fromEntries(names.filter((name) => ANNOTATIONS.has(name)).map((name) => [name, schema[name]]));
  };
}

/** What of a schema of OpenAPI 3.0 is ignored because it stands beside a reference. */
export function ignoredSiblings(schema: JsonObject): string[] {
  return Object.keys(schema).filter((name) => !ANNOTATIONS.has(name) && !name.startsWith("x-"));
}

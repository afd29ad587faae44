import { fieldsOf, isObject, listOf, own, resolve } from "./document.ts";

/** Which way a value goes. */
export type Direction = "request" | "answer";

// Keywords whose schemas speak of the same value as the schema that they stand in.
const alternatives = ["anyOf", "oneOf"] as const;
const conditionals = ["then", "else"] as const;

/**
 * Whether a property does not travel this way: readOnly in requests, writeOnly in answers. That may be said beside a
 * reference, behind it, or in an allOf; both at once contradict each other, and hide nothing.
 */
function isHidden(document: object, schema: unknown, direction: Direction): boolean {
  const readOnly = says(document, schema, "readOnly", new Set());
  const writeOnly = says(document, schema, "writeOnly", new Set());
  return readOnly !== writeOnly && (direction === "request" ? readOnly : writeOnly);
}

function says(document: object, schema: unknown, keyword: string, seen: Set<unknown>): boolean {
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  if (schema[keyword] === true) return true;
  const { $ref } = schema;
  return (
    (typeof $ref === "string" && says(document, resolve(document, $ref), keyword, seen)) ||
    listOf(schema["allOf"]).some((part) => says(document, part, keyword, seen))
  );
}

/** The hidden properties of an object, in whichever part of its schema they are declared. */
export function hiddenProperties(document: object, schema: unknown, direction: Direction): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<unknown>();
  const collect = (part: unknown): void => {
    if (!isObject(part) || seen.has(part)) return;
    seen.add(part);
    for (const [name, property] of Object.entries(fieldsOf(part["properties"]))) {
      if (isHidden(document, property, direction)) names.add(name);
    }
    if (typeof part["$ref"] === "string") collect(resolve(document, part["$ref"]));
    for (const keyword of ["allOf", ...alternatives]) listOf(part[keyword]).forEach(collect);
    for (const keyword of conditionals) collect(own(part, keyword));
  };
  collect(schema);
  return names;
}

import { at } from "../pointer.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The value if it is an object, else one without fields. */
export function fieldsOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An own field. A name from a document may be `constructor`. */
export function own(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** What a reference like "#/components/schemas/User" names. */
export function resolve(document: object, reference: string): unknown {
  const found = reference.startsWith("#") ? at(document, decodeURIComponent(reference.slice(1))) : undefined;
  if (found === undefined) throw new TypeError(`The document has nothing at "${reference}"`);
  return found;
}

/** The object itself where a parameter, a body or an answer is a reference. */
export function dereference(document: object, value: unknown): JsonObject {
  let here = value;
  for (let reference = own(here, "$ref"); typeof reference === "string"; reference = own(here, "$ref")) {
    here = resolve(document, reference);
  }
  return fieldsOf(here);
}

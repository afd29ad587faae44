import { isObject, listAt, objectAt, textAt, type JsonObject } from "../load/json.ts";

/** Which properties a schema requires, and where each is described: with allOf, in one part or another or behind a reference. */

/** The names that a schema or any part of its allOf requires, references not followed. */
export function requiredNames(schema: JsonObject): string[] {
  const parts = listAt(schema, "allOf").filter(isObject);
  const names = listAt(schema, "required").filter((name) => typeof name === "string");
  return [...names, ...parts.flatMap(requiredNames)];
}

export interface FoundProperty {
  readonly schema: unknown;
  /** Needs no repetition: it is written in this schema itself, or required where it is described. */
  readonly settled: boolean;
}

export function findProperty(
  schema: unknown,
  name: string,
  resolve: (ref: string) => unknown,
  behind: ReadonlySet<string> = new Set(),
): FoundProperty | undefined {
  if (!isObject(schema)) return undefined;
  const properties = objectAt(schema, "properties");
  if (Object.hasOwn(properties, name)) {
    return { schema: properties[name], settled: behind.size === 0 || requiredNames(schema).includes(name) };
  }
  for (const part of listAt(schema, "allOf")) {
    const found = findProperty(part, name, resolve, behind);
    if (found !== undefined) return found;
  }
  const ref = textAt(schema, "$ref");
  if (ref === undefined || behind.has(ref)) return undefined;
  return findProperty(resolve(ref), name, resolve, new Set([...behind, ref]));
}

/** Whether any part of a schema describes a property, be it in one of several choices. */
export function isDescribed(
  schema: unknown,
  name: string,
  resolve: (ref: string) => unknown,
  behind: ReadonlySet<string> = new Set(),
): boolean {
  if (!isObject(schema)) return false;
  if (Object.hasOwn(objectAt(schema, "properties"), name)) return true;
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => listAt(schema, keyword));
  const conditions = [schema["then"], schema["else"], ...Object.values(objectAt(schema, "dependentSchemas"))];
  if ([...parts, ...conditions].some((part) => isDescribed(part, name, resolve, behind))) return true;
  const ref = textAt(schema, "$ref");
  return ref !== undefined && !behind.has(ref) && isDescribed(resolve(ref), name, resolve, new Set([...behind, ref]));
}

/** The names that a schema requires and no part of it describes. */
export function undeclaredNames(
  schema: JsonObject,
  required: ReadonlySet<string>,
  resolve: (ref: string) => unknown,
): string[] {
  const properties = objectAt(schema, "properties");
  return [...required].filter((name) => !Object.hasOwn(properties, name) && !isDescribed(schema, name, resolve));
}

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

/** Each reference is followed once, so that references which branch do not multiply. */
export function findProperty(
  schema: unknown,
  name: string,
  resolve: (ref: string) => unknown,
): FoundProperty | undefined {
  const followed = new Set<string>();
  const find = (part: unknown, isBehind: boolean): FoundProperty | undefined => {
    if (!isObject(part)) return undefined;
    const properties = objectAt(part, "properties");
    if (Object.hasOwn(properties, name)) {
      return { schema: properties[name], settled: !isBehind || requiredNames(part).includes(name) };
    }
    for (const each of listAt(part, "allOf")) {
      const found = find(each, isBehind);
      if (found !== undefined) return found;
    }
    const ref = textAt(part, "$ref");
    if (ref === undefined || followed.has(ref)) return undefined;
    followed.add(ref);
    return find(resolve(ref), true);
  };
  return find(schema, false);
}

/** Whether any part of a schema describes a property, be it in one of several choices. */
export function isDescribed(schema: unknown, name: string, resolve: (ref: string) => unknown): boolean {
  const followed = new Set<string>();
  const describes = (part: unknown): boolean => {
    if (!isObject(part)) return false;
    if (Object.hasOwn(objectAt(part, "properties"), name)) return true;
    const parts = ["allOf", "anyOf", "oneOf"].flatMap((keyword) => listAt(part, keyword));
    const conditions = [part["then"], part["else"], ...Object.values(objectAt(part, "dependentSchemas"))];
    if ([...parts, ...conditions].some(describes)) return true;
    const ref = textAt(part, "$ref");
    if (ref === undefined || followed.has(ref)) return false;
    followed.add(ref);
    return describes(resolve(ref));
  };
  return describes(schema);
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

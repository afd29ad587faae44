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

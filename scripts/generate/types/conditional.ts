import { isObject, listAt, objectAt, textAt, type JsonObject } from "../load/json.ts";
import { isDescribed } from "./required.ts";

/**
 * Properties that only the branches of a condition describe (then, else, dependentSchemas). No type says when they are there, so
 * that they may be there is said.
 */
export function conditionalProperties(
  schema: JsonObject,
  resolve: (ref: string) => unknown,
): ReadonlyMap<string, readonly unknown[]> {
  const found = new Map<string, unknown[]>();
  if (!("then" in schema || "else" in schema || "dependentSchemas" in schema)) return found;
  const { then: whenTrue, else: whenFalse, ...outside } = schema;
  delete (outside as Record<string, unknown>)["dependentSchemas"];
  const collect = (branch: unknown, behind: ReadonlySet<string>): void => {
    if (!isObject(branch)) return;
    for (const [name, property] of Object.entries(objectAt(branch, "properties"))) {
      if (isDescribed(outside, name, resolve)) continue;
      found.set(name, [...(found.get(name) ?? []), property]);
    }
    for (const part of [...listAt(branch, "allOf"), branch["then"], branch["else"]]) collect(part, behind);
    const ref = textAt(branch, "$ref");
    if (ref !== undefined && !behind.has(ref)) collect(resolve(ref), new Set([...behind, ref]));
  };
  for (const branch of [whenTrue, whenFalse, ...Object.values(objectAt(schema, "dependentSchemas"))]) {
    collect(branch, new Set());
  }
  return found;
}

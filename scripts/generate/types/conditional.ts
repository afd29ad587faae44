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
  const { then: whenTrue, else: whenFalse, dependentSchemas, ...outside } = schema;
  const followed = new Set<string>();
  const collect = (branch: unknown): void => {
    if (!isObject(branch)) return;
    for (const [name, property] of Object.entries(objectAt(branch, "properties"))) {
      if (isDescribed(outside, name, resolve)) continue;
      found.set(name, [...(found.get(name) ?? []), property]);
    }
    for (const part of [...listAt(branch, "allOf"), branch["then"], branch["else"]]) collect(part);
    const ref = textAt(branch, "$ref");
    if (ref === undefined || followed.has(ref)) return;
    followed.add(ref);
    collect(resolve(ref));
  };
  const dependent = isObject(dependentSchemas) ? Object.values(dependentSchemas) : [];
  for (const branch of [whenTrue, whenFalse, ...dependent]) collect(branch);
  return found;
}

import { listOf, objectOf } from "../openapi/json.ts";

export function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

/** Types that a schema names, in the words of 3.0 or of 3.1. */
export function typesOf(schema: unknown): readonly string[] {
  const { type, nullable } = objectOf(schema);
  const types = (typeof type === "string" ? [type] : listOf(type)).filter((each) => typeof each === "string");
  return types.length > 0 && nullable === true ? [...types, "null"] : types;
}

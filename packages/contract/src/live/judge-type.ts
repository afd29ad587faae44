import type { Complaint } from "./judging.ts";
import type { Kind } from "./kinds.ts";
import { child, type SpecNode } from "./spec-node.ts";
import { typeName, typesOf } from "./types.ts";

/** What a value of another type than the schema's is. */
export function judgeType(schema: SpecNode, value: unknown, at: readonly string[]): Complaint | undefined {
  const types = typesOf(schema.value);
  const actual = typeName(value);
  const isWhole = actual === "number" && Number.isInteger(value) && types.includes("integer");
  if (types.length === 0 || types.includes(actual) || isWhole) return undefined;
  const message = `is ${actual === "null" ? "null" : `of type ${actual}`}, not ${types.join(" or ")}`;
  return { kind: kindOf(types, actual), pointer: child(schema, "type").pointer, at, message, seen: { value, schema } };
}

function kindOf(types: readonly string[], actual: string): Kind {
  if (actual === "null") return "null";
  if (actual === "array" && types.includes("object")) return "array-for-object";
  if (actual === "object" && types.includes("array")) return "object-for-array";
  return "wrong-type";
}

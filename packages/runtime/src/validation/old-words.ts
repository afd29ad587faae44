import { type JsonObject, listOf, own } from "./document.ts";

/** A schema with what OpenAPI 3.0 says in words of its own put into JSON Schema's, which the engine knows. */
export function inNewWords(document: object, schema: JsonObject): JsonObject {
  const isOld = String(own(document, "openapi")).startsWith("3.0");
  // There a reference stands for all that is beside it.
  if (isOld && typeof schema["$ref"] === "string") return { $ref: schema["$ref"] };
  const words: Record<string, unknown> = { ...schema };
  for (const side of ["Minimum", "Maximum"]) {
    const exclusive = words[`exclusive${side}`];
    if (typeof exclusive !== "boolean") continue;
    delete words[`exclusive${side}`];
    if (!exclusive) continue;
    words[`exclusive${side}`] = words[side.toLowerCase()];
    delete words[side.toLowerCase()];
  }
  if (schema["nullable"] !== true || schema["type"] === undefined) return words;
  words["type"] = [...new Set([schema["type"], "null"].flat())];
  if (schema["enum"] !== undefined) words["enum"] = [...listOf(schema["enum"]), null];
  return words;
}

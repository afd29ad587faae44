import { type JsonObject, own } from "../load/json.ts";
import { visitValues } from "./values.ts";

/** The names under which int64 values stand in bodies, sorted. */
export interface Int64Names {
  readonly numbers: readonly string[];
  readonly bigints: readonly string[];
}

/** Collects the names from the schemas of an operation's bodies. */
export function int64Names(document: JsonObject, schemas: readonly unknown[]): Int64Names {
  const numbers = new Set<string>();
  const bigints = new Set<string>();
  visitValues(document, schemas, (name, schema) => {
    if (isInt64(schema)) (own(schema, "x-sdk-bigint") === true ? bigints : numbers).add(name);
  });
  return { numbers: [...numbers].toSorted(), bigints: [...bigints].toSorted() };
}

function isInt64(schema: JsonObject): boolean {
  const type = own(schema, "type");
  const types = Array.isArray(type) ? (type as unknown[]) : [type];
  return (types.includes("integer") || types.includes("number")) && own(schema, "format") === "int64";
}

import { type JsonObject, own } from "../load/json.ts";
import { namesWhere } from "./values.ts";

/** The names under which int64 values stand in bodies, those in maps as `name/*`; sorted. */
export interface Int64Names {
  readonly numbers: readonly string[];
  readonly bigints: readonly string[];
}

/** Collects the names from the schemas of an operation's bodies. */
export function int64Names(document: JsonObject, schemas: readonly unknown[]): Int64Names {
  return {
    numbers: [...namesWhere(document, schemas, isNumber, inMap)].toSorted(),
    bigints: [...namesWhere(document, schemas, isBigint, inMap)].toSorted(),
  };
}

/** As the runtime names the values of a map. */
function inMap(name: string): string {
  return `${name}/*`;
}

function isNumber(schema: JsonObject): boolean {
  return isInt64(schema) && own(schema, "x-sdk-bigint") !== true;
}

function isBigint(schema: JsonObject): boolean {
  return isInt64(schema) && own(schema, "x-sdk-bigint") === true;
}

function isInt64(schema: JsonObject): boolean {
  if (own(schema, "format") !== "int64") return false;
  const type = own(schema, "type");
  const types = Array.isArray(type) ? (type as unknown[]) : [type];
  return types.includes("integer") || types.includes("number");
}

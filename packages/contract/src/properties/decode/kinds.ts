import { shapesOf, typesOf } from "@vendor-sdks/mock-server";
import { listOf, objectOf, type JsonObject } from "../../openapi/json.ts";

/** What the texts of a schema may stand for, in any of its alternatives. */
export interface Kinds {
  readonly types: ReadonlySet<string>;
  readonly isBigint: boolean;
  readonly properties: JsonObject;
  /** Of properties without a name of their own; undefined where the schema does not speak of them. */
  readonly others: unknown;
  readonly items: unknown;
}

const ALTERNATIVES = 24;

export function kindsOf(document: JsonObject, schema: unknown): Kinds {
  const types = new Set<string>();
  const properties: Record<string, unknown> = {};
  let isBigint = false;
  let others: unknown;
  let items: unknown;
  let count = 0;
  for (const { schema: shape } of shapesOf(document, schema, new Set())) {
    for (const type of typesOf(shape)) types.add(type);
    for (const word of Object.keys(shape)) types.add(SPEAKS_OF[word] ?? "");
    const values = [...listOf(shape["enum"]), ...("const" in shape ? [shape["const"]] : [])];
    for (const value of values) types.add(value === null ? "null" : typeof value);
    for (const [name, property] of Object.entries(objectOf(shape["properties"]))) properties[name] ??= property;
    isBigint ||= shape["x-sdk-bigint"] === true;
    others ??= shape["additionalProperties"];
    items ??= shape["items"];
    if (++count === ALTERNATIVES) break;
  }
  types.delete("");
  return { types, isBigint, properties, others: others === false ? undefined : others, items };
}

const SPEAKS_OF: Readonly<Record<string, string>> = {
  properties: "object",
  additionalProperties: "object",
  items: "array",
  prefixItems: "array",
};

export function has({ types }: Kinds, ...wanted: readonly string[]): boolean {
  return wanted.some((type) => types.has(type));
}

/** One text as what it stands for. Where texts are allowed, a text is one, whatever it looks like. */
export function scalar(kinds: Kinds, text: string): unknown {
  if (has(kinds, "string") || kinds.types.size === 0) return text;
  if (has(kinds, "integer", "number") && isNumber(text)) return kinds.isBigint ? BigInt(text) : Number(text);
  if (has(kinds, "boolean") && (text === "true" || text === "false")) return text === "true";
  return text;
}

export function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text);
}

/** The schema of a member of an object, by its name. */
export function memberOf({ properties, others }: Kinds, name: string): unknown {
  return Object.hasOwn(properties, name) ? properties[name] : (others ?? {});
}

export function itemOf({ items }: Kinds): unknown {
  return items ?? {};
}

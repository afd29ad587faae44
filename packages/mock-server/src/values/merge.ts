import { asList, asObject, isObject, type JsonObject } from "../json.ts";
import { typesOf } from "../schema/prepare-schema.ts";

/** One schema that says what both say; undefined where no value could fit both. */
export function mergeSchemas(a: JsonObject, b: JsonObject): JsonObject | undefined {
  const merged: JsonObject = { ...a, ...b };
  const types = commonTypes(typesOf(a), typesOf(b));
  if (types !== undefined) {
    if (types.length === 0) return undefined;
    merged["type"] = types;
    delete merged["nullable"];
  }
  for (const key of Object.keys(JOIN)) {
    if (a[key] !== undefined && b[key] !== undefined) merged[key] = JOIN[key]?.(a[key], b[key]);
  }
  if (Array.isArray(merged["enum"]) && merged["enum"].length === 0) return undefined;
  return merged;
}

function commonTypes(a: readonly string[], b: readonly string[]): string[] | undefined {
  if (a.length === 0 || b.length === 0) return a.length + b.length === 0 ? undefined : [...a, ...b];
  const isIn = (type: string, list: readonly string[]): boolean =>
    list.includes(type) || (type === "integer" && list.includes("number"));
  return [...a.filter((type) => isIn(type, b)), ...b.filter((type) => !a.includes(type) && isIn(type, a))];
}

type Join = (a: unknown, b: unknown) => unknown;

const larger: Join = (a, b) => Math.max(Number(a), Number(b));
const smaller: Join = (a, b) => Math.min(Number(a), Number(b));
const both: Join = (a, b) => ({ allOf: [a, b] });

const JOIN: Readonly<Record<string, Join>> = {
  minimum: larger,
  exclusiveMinimum: larger,
  minLength: larger,
  minItems: larger,
  minProperties: larger,
  maximum: smaller,
  exclusiveMaximum: smaller,
  maxLength: smaller,
  maxItems: smaller,
  maxProperties: smaller,
  required: (a, b) => [...new Set([...asList(a), ...asList(b)])],
  enum: (a, b) => asList(a).filter((one) => asList(b).some((other) => JSON.stringify(one) === JSON.stringify(other))),
  items: both,
  additionalProperties: (a, b) =>
    a === false || b === false ? false : isObject(a) && isObject(b) ? both(a, b) : isObject(a) ? a : b,
  properties: (a, b) => {
    const properties = { ...asObject(a) };
    for (const [name, property] of Object.entries(asObject(b))) {
      properties[name] = Object.hasOwn(properties, name) ? both(properties[name], property) : property;
    }
    return properties;
  },
};

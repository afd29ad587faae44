import ts from "typescript";

import { isObject, listAt, objectAt, own, textAt, type JsonObject } from "../load/json.ts";
import { findProperty, requiredNames } from "./required.ts";
import type { Direction } from "./walk.ts";

/**
 * Says a schema again in the few words that openapi-typescript turns into exact types. It reads `type` lists, `nullable`,
 * `required` beside allOf, and anyOf beside properties in ways that lose or widen types; so every schema becomes one of
 *   a reference · literals · one plain `type` · an object · an array · `allOf` of these · `anyOf` of these.
 * Open enums, Blob and bigint are handed over as ready nodes. What is not about types is left out.
 */

export const ORIGIN: unique symbol = Symbol("origin");
export const NODE: unique symbol = Symbol("node");

export interface Origin {
  /** The schema as the spec has it, for its doc comment. */
  readonly schema: unknown;
  /** Optional properties may be given as undefined. */
  readonly lenient: boolean;
}

export interface Lowered {
  readonly [keyword: string]: unknown;
  readonly [ORIGIN]?: Origin;
  readonly [NODE]?: ts.TypeNode;
}

export interface LowerScope {
  readonly direction: Direction;
  /** What a reference to a schema stands for. */
  readonly resolve: (ref: string) => unknown;
}

const ANYTHING: Lowered = {};
const NOTHING: Lowered = { enum: [] };
const NULL: Lowered = { type: "null" };
const BLOB = ready(ts.factory.createTypeReferenceNode("Blob"));
const BIGINT = ready(ts.factory.createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword));
const OTHER_STRINGS = other(ts.SyntaxKind.StringKeyword);
const OTHER_NUMBERS = other(ts.SyntaxKind.NumberKeyword);

function ready(node: ts.TypeNode): Lowered {
  return { type: "ready", [NODE]: node };
}

/** `string & {}`: any string, yet editors go on offering the literals beside it. */
function other(keyword: ts.KeywordTypeSyntaxKind): Lowered {
  const any = ts.factory.createKeywordTypeNode(keyword);
  return ready(ts.factory.createIntersectionTypeNode([any, ts.factory.createTypeLiteralNode([])]));
}

export function lowerSchema(schema: unknown, scope: LowerScope): Lowered {
  return lower(schema, scope, undefined);
}

/** `demanded`: inside an allOf, the names that any part of it requires. */
function lower(schema: unknown, scope: LowerScope, demanded: ReadonlySet<string> | undefined): Lowered {
  if (schema === false) return NOTHING;
  if (!isObject(schema)) return ANYTHING;
  const ref = textAt(schema, "$ref");
  const allOf = listAt(schema, "allOf");
  const required = new Set([...(demanded ?? []), ...requiredNames(schema)]);

  const parts = [
    ...(ref === undefined ? [] : [{ $ref: ref }]),
    ...allOf.map((part) => lower(part, scope, required)),
  ].filter(isSaying);
  const choices = ["anyOf", "oneOf"].map((key) => lowerChoice(listAt(schema, key), scope)).filter(isSaying);

  const composed = parts.length + choices.length > 0;
  const itself = lowerItself(schema, scope, required, composed, demanded !== undefined);
  if (isSaying(itself)) parts.push(itself);
  if (demanded === undefined && (ref !== undefined || allOf.length > 0)) {
    const inherited = inheritedProperties(schema, scope, required);
    if (isSaying(inherited)) parts.push(inherited);
  }
  const whole = intersection([...parts, ...choices]);
  // Of an allOf only the whole can be null.
  return demanded === undefined && isNullable(schema) ? choice([whole, NULL]) : whole;
}

function isSaying(lowered: Lowered): boolean {
  return Object.keys(lowered).length > 0;
}

function intersection(parts: readonly Lowered[]): Lowered {
  const flat = parts.flatMap((part) => (Array.isArray(part["allOf"]) ? (part["allOf"] as Lowered[]) : [part]));
  return flat.length > 1 ? { allOf: flat } : (flat[0] ?? ANYTHING);
}

function choice(options: readonly Lowered[]): Lowered {
  if (!options.every(isSaying)) return ANYTHING;
  const flat = options.flatMap((option) =>
    Array.isArray(option["anyOf"]) ? (option["anyOf"] as Lowered[]) : [option],
  );
  return flat.length > 1 ? { anyOf: flat } : (flat[0] ?? NOTHING);
}

/** anyOf and oneOf alike: a union. One without options, or with an option that allows anything, says nothing. */
function lowerChoice(options: readonly unknown[], scope: LowerScope): Lowered {
  return options.length === 0 ? ANYTHING : choice(options.map((option) => lower(option, scope, undefined)));
}

function isNullable(schema: JsonObject): boolean {
  const type = schema["type"];
  if (schema["nullable"] === true || type === "null" || listAt(schema, "enum").includes(null)) return true;
  if (Array.isArray(type)) return type.includes("null");
  const parts = listAt(schema, "allOf");
  return type === undefined && parts.length > 0 && parts.every((part) => isObject(part) && isNullable(part));
}

/** A schema without its reference, allOf, anyOf and oneOf. */
function lowerItself(
  schema: JsonObject,
  scope: LowerScope,
  required: ReadonlySet<string>,
  composed: boolean,
  isPart: boolean,
): Lowered {
  if (Object.hasOwn(schema, "const")) return literal(schema["const"]);
  const types = typesOf(schema);
  const values = own(schema, "enum");
  if (Array.isArray(values)) return types.includes("integer") && isBigint(schema) ? BIGINT : lowerEnum(values, scope);
  if (types.length === 0) return ANYTHING;
  const options = types.map((type) => {
    if (type === "object") return lowerObject(schema, scope, required, !composed && !isPart);
    if (type === "array") return lowerArray(schema, scope);
    // Beside other parts a bare `type: string` repeats what they say.
    return composed && !isPart ? ANYTHING : lowerScalar(type, schema);
  });
  return choice(options);
}

/** The types but null, which {@link isNullable} looks after. */
function typesOf(schema: JsonObject): string[] {
  const type = schema["type"];
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
  if (types.length > 0) return [...new Set(types)].filter((name) => name !== "null" || types.length === 1);
  if (["properties", "additionalProperties", "patternProperties"].some((key) => Object.hasOwn(schema, key))) {
    return ["object"];
  }
  return ["items", "prefixItems"].some((key) => Object.hasOwn(schema, key)) ? ["array"] : [];
}

function lowerScalar(type: string, schema: JsonObject): Lowered {
  if (type === "string") return schema["format"] === "binary" ? BLOB : { type };
  if (type === "integer" || type === "number") return isBigint(schema) ? BIGINT : { type: "number" };
  return type === "boolean" || type === "null" ? { type } : ANYTHING;
}

function isBigint(schema: JsonObject): boolean {
  return schema["x-sdk-bigint"] === true;
}

function lowerEnum(values: readonly unknown[], scope: LowerScope): Lowered {
  const options = [...new Set(values)].filter((value) => value !== null).map(literal);
  if (scope.direction === "output") {
    if (values.some((value) => typeof value === "string")) options.push(OTHER_STRINGS);
    if (values.some((value) => typeof value === "number")) options.push(OTHER_NUMBERS);
  }
  return options.length === 0 && values.length > 0 ? NULL : choice(options);
}

function literal(value: unknown): Lowered {
  if (value === null) return NULL;
  return Array.isArray(value) ? { type: "array", prefixItems: value.map(literal) } : { const: value };
}

function lowerArray(schema: JsonObject, scope: LowerScope): Lowered {
  const rest = Object.hasOwn(schema, "items") ? schema["items"] : true;
  const first = Array.isArray(rest) ? rest : listAt(schema, "prefixItems");
  const lowerItem = (item: unknown): Lowered => lower(item, scope, undefined);
  if (first.length === 0) return { type: "array", items: lowerItem(rest) };
  // Unless the length is fixed, an array may end early or go on: then it is no tuple.
  if (rest === false && schema["minItems"] === first.length)
    return { type: "array", prefixItems: first.map(lowerItem) };
  const more = rest === false || schema["maxItems"] === first.length ? [] : [Array.isArray(rest) ? true : rest];
  return { type: "array", items: choice([...first, ...more].map(lowerItem)) };
}

function lowerObject(
  schema: JsonObject,
  scope: LowerScope,
  required: ReadonlySet<string>,
  mayBeFree: boolean,
): Lowered {
  const properties = Object.entries(objectAt(schema, "properties"));
  const patterns = Object.values(objectAt(schema, "patternProperties"));
  const more = own(schema, "additionalProperties");
  const rest = [...patterns, ...(more === undefined || more === false ? [] : [more])];
  if (properties.length === 0 && rest.length === 0) {
    if (!mayBeFree) return ANYTHING;
    return { type: "object", additionalProperties: more === false ? NOTHING : true };
  }
  const lowered = lowerProperties(properties, scope, required);
  if (rest.length === 0) return lowered;
  return { ...lowered, additionalProperties: choice(rest.map((value) => lower(value, scope, undefined))) };
}

function lowerProperties(
  properties: readonly (readonly [string, unknown])[],
  scope: LowerScope,
  required: ReadonlySet<string>,
): Lowered {
  const lenient = scope.direction !== "output";
  return {
    type: "object",
    required: properties.map(([name]) => name).filter((name) => required.has(name)),
    properties: Object.fromEntries(
      properties.map(([name, schema]) => [name, { ...lower(schema, scope, undefined), [ORIGIN]: { schema, lenient } }]),
    ),
  };
}

/** Properties that are required here and described behind a reference, where they are optional: said again, as required. */
function inheritedProperties(schema: JsonObject, scope: LowerScope, required: ReadonlySet<string>): Lowered {
  const found = [...required].flatMap((name) => {
    const property = findProperty(schema, name, scope.resolve);
    return property === undefined || property.settled ? [] : [[name, property.schema] as const];
  });
  return found.length === 0 ? ANYTHING : lowerProperties(found, scope, required);
}

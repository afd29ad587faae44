import { isObject, listAt, objectAt, own, textAt, type JsonObject } from "../load/json.ts";
import { carriedBy, isBinary } from "./binary.ts";
import { conditionalProperties } from "./conditional.ts";
import {
  ANYTHING,
  BIGINT,
  BLOB,
  choice,
  FILE_PART,
  intersection,
  isSaying,
  type Lowered,
  NOTHING,
  NULL,
  OTHER_NUMBERS,
  OTHER_STRINGS,
  PROPERTIES,
  type Property,
  TUPLE,
} from "./lowered.ts";
import { findProperty, requiredNames, undeclaredNames } from "./required.ts";
import type { Direction } from "./walk.ts";

/**
 * Says a schema again in the few words that openapi-typescript turns into exact types. It reads `type` lists, `nullable`,
 * `required` beside allOf, and anyOf beside properties in ways that lose or widen types; so every schema becomes one of
 *   a reference · literals · one plain `type` · an object · an array · `allOf` of these · `anyOf` of these.
 * Open enums, Blob and bigint are handed over as ready nodes. What is not about types is left out.
 */

export interface LowerScope {
  readonly direction: Direction;
  /** What a reference to a schema stands for. */
  readonly resolve: (ref: string) => unknown;
}

export function lowerSchema(schema: unknown, scope: LowerScope): Lowered {
  return lower(schema, scope, undefined);
}

/** `demanded`: inside an allOf, the names that any part of it requires. */
function lower(schema: unknown, scope: LowerScope, demanded: ReadonlySet<string> | undefined): Lowered {
  if (schema === false) return NOTHING;
  if (!isObject(schema)) return ANYTHING;
  if (excludesAll(schema["not"])) return NOTHING;
  const whole = isComposed(schema)
    ? lowerComposed(schema, scope, demanded)
    : lowerItself(schema, scope, demanded, false);
  // Of an allOf only the whole can be null.
  return demanded === undefined && isNullable(schema) ? choice([whole, NULL]) : whole;
}

/** What else is excluded, no type can say. */
function excludesAll(not: unknown): boolean {
  return not === true || (isObject(not) && Object.keys(not).length === 0);
}

function isComposed(schema: JsonObject): boolean {
  return ["$ref", "allOf", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined);
}

function lowerComposed(schema: JsonObject, scope: LowerScope, demanded: ReadonlySet<string> | undefined): Lowered {
  const ref = textAt(schema, "$ref");
  const allOf = listAt(schema, "allOf");
  const required = new Set([...(demanded ?? []), ...requiredNames(schema)]);

  const parts = [
    ...(ref === undefined ? [] : [{ $ref: ref }]),
    ...allOf.map((part) => lower(part, scope, required)),
  ].filter(isSaying);
  const choices = ["anyOf", "oneOf"].map((key) => lowerChoice(listAt(schema, key), scope)).filter(isSaying);

  const itself = lowerItself(schema, scope, demanded, parts.length + choices.length > 0);
  if (isSaying(itself)) parts.push(itself);
  if (demanded === undefined && (ref !== undefined || allOf.length > 0)) {
    parts.push(...[inheritedProperties(schema, scope, required)].filter(isSaying));
  }
  return intersection([...parts, ...choices]);
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
  demanded: ReadonlySet<string> | undefined,
  composed: boolean,
): Lowered {
  const isPart = demanded !== undefined;
  if (schema["const"] !== undefined) return literal(schema["const"]);
  const types = typesOf(schema);
  const values = own(schema, "enum");
  if (Array.isArray(values)) return types.includes("integer") && isBigint(schema) ? BIGINT : lowerEnum(values, scope);
  const lowerType = (type: string): Lowered => {
    if (type === "object") return lowerObject(schema, scope, demanded, !composed && !isPart);
    if (type === "array") return lowerArray(schema, scope);
    // Beside other parts a bare `type: string` repeats what they say.
    return composed && !isPart ? ANYTHING : lowerScalar(type, schema, scope);
  };
  const [only] = types;
  if (types.length < 2) return only === undefined ? ANYTHING : lowerType(only);
  return choice(types.map(lowerType));
}

/** The types but null, which {@link isNullable} looks after. */
function typesOf(schema: JsonObject): string[] {
  const type = schema["type"];
  if (typeof type === "string") return [type];
  const types = (Array.isArray(type) ? type : [type]).filter((name) => typeof name === "string");
  if (types.length > 0) return [...new Set(types)].filter((name) => name !== "null" || types.length === 1);
  if (["properties", "additionalProperties", "patternProperties"].some((key) => Object.hasOwn(schema, key))) {
    return ["object"];
  }
  if (["items", "prefixItems"].some((key) => Object.hasOwn(schema, key))) return ["array"];
  return isBinary(schema) ? ["string"] : [];
}

function lowerScalar(type: string, schema: JsonObject, scope: LowerScope): Lowered {
  const carried = type === "string" && isBinary(schema) ? carriedBy(schema) : undefined;
  if (carried !== undefined) {
    const file = scope.direction === "input" ? FILE_PART : BLOB;
    return carried === "file" ? file : choice([file, { type }]);
  }
  if (type === "integer" || type === "number") return isBigint(schema) ? BIGINT : { type: "number" };
  return type === "string" || type === "boolean" || type === "null" ? { type } : ANYTHING;
}

function isBigint(schema: JsonObject): boolean {
  return schema["x-sdk-bigint"] === true;
}

function lowerEnum(values: readonly unknown[], scope: LowerScope): Lowered {
  const given = [...new Set(values)].filter((value) => value !== null);
  const options = given.every((value) => typeof value !== "object") ? [{ enum: given }] : given.map(literal);
  if (scope.direction === "output") {
    if (values.some((value) => typeof value === "string")) options.push(OTHER_STRINGS);
    if (values.some((value) => typeof value === "number")) options.push(OTHER_NUMBERS);
  }
  return given.length === 0 && values.length > 0 ? NULL : choice(options);
}

function literal(value: unknown): Lowered {
  if (value === null) return NULL;
  if (Array.isArray(value)) return { type: "array", prefixItems: value.map(literal) };
  if (!isObject(value)) return { const: value };
  const properties = Object.entries(value).map(([name, field]): Property => {
    return { name, schema: undefined, optional: false, lenient: false, type: literal(field) };
  });
  return properties.length === 0
    ? { type: "object", additionalProperties: NOTHING }
    : { type: "object", [PROPERTIES]: properties };
}

function lowerArray(schema: JsonObject, scope: LowerScope): Lowered {
  const { items, prefixItems, additionalItems, minItems, maxItems } = schema;
  // Drafts before 2020-12 say by a list of items what is prefixItems now.
  const listed = Array.isArray(prefixItems) ? prefixItems : items;
  const more = listed === items ? additionalItems : items;
  if (!Array.isArray(listed) || listed.length === 0) {
    return { type: "array", items: lower(listed === items && !Array.isArray(items) ? items : more, scope, undefined) };
  }
  const most = typeof maxItems === "number" ? maxItems : Infinity;
  const first = listed.slice(0, most).map((item) => lower(item, scope, undefined));
  const least = typeof minItems === "number" ? minItems : 0;
  const rest = more === false || most <= listed.length ? undefined : lower(more, scope, undefined);
  return { type: "array", [TUPLE]: { first, least, rest } };
}

function lowerObject(
  schema: JsonObject,
  scope: LowerScope,
  demanded: ReadonlySet<string> | undefined,
  mayBeFree: boolean,
): Lowered {
  const properties = objectAt(schema, "properties");
  const required = new Set([...(demanded ?? []), ...requiredNames(schema)]);
  const own = Object.keys(properties).map((name) => lowerProperty(name, properties[name], scope, required));
  for (const [name, described] of conditionalProperties(schema, scope.resolve)) {
    const type = choice(described.map((property) => lower(property, scope, undefined)));
    own.push({ name, schema: described[0], optional: true, lenient: scope.direction !== "output", type });
  }
  const rest = restOf(schema);
  if (demanded === undefined) {
    for (const name of undeclaredNames(schema, required, scope.resolve)) {
      own.push(lowerProperty(name, rest.at(-1), scope, required));
    }
  }
  if (rest.length + own.length === 0) {
    if (!mayBeFree) return ANYTHING;
    return { type: "object", additionalProperties: isClosed(schema) ? NOTHING : true };
  }
  if (rest.length === 0) return { type: "object", [PROPERTIES]: own };
  const values = choice(rest.map((value) => lower(value, scope, undefined)));
  return { type: "object", [PROPERTIES]: own, additionalProperties: values };
}

/** The schemas of what has no name of its own: by pattern, and of all else. */
function restOf(schema: JsonObject): unknown[] {
  const more = schema["additionalProperties"] ?? schema["unevaluatedProperties"];
  const patterns = Object.values(objectAt(schema, "patternProperties"));
  return more === undefined || more === false ? patterns : [...patterns, more];
}

function isClosed(schema: JsonObject): boolean {
  return (schema["additionalProperties"] ?? schema["unevaluatedProperties"]) === false;
}

function lowerProperty(name: string, schema: unknown, scope: LowerScope, required: ReadonlySet<string>): Property {
  const optional = !required.has(name);
  const lenient = optional && scope.direction !== "output";
  return { name, schema, optional, lenient, type: lower(schema, scope, undefined) };
}

/** Properties that are required here and described behind a reference, where they are optional: said again, as required. */
function inheritedProperties(schema: JsonObject, scope: LowerScope, required: ReadonlySet<string>): Lowered {
  const properties: Property[] = [];
  for (const name of required) {
    const found = findProperty(schema, name, scope.resolve);
    if (found !== undefined && !found.settled) properties.push(lowerProperty(name, found.schema, scope, required));
  }
  return properties.length === 0 ? ANYTHING : { type: "object", [PROPERTIES]: properties };
}

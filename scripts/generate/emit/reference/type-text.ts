import { isObject, type JsonObject, listAt, own, textAt } from "../../load/json.ts";
import { carriedBy } from "../../types/binary.ts";
import { codeSpan } from "../../types/markdown.ts";
import type { Direction } from "../../types/walk.ts";
import type { Pages } from "./pages.ts";

/** Where a type is written, and which way its values travel. */
export interface TypePlace {
  readonly pages: Pages;
  readonly direction: Direction;
}

const COMPONENT = "#/components/schemas/";
const OR = String.raw` \| `;

/** The type of a schema as Markdown fit for a table: in the words of TypeScript, with links; objects without a name are `object`. */
export function typeText(schema: unknown, place: TypePlace): string {
  return simpleType(schema, place) ?? (alternatives(schema, place).join(OR) || "`never`");
}

const SCALARS: ReadonlyMap<unknown, string> = new Map([
  ["string", "`string`"],
  ["boolean", "`boolean`"],
  ["integer", "`number`"],
  ["number", "`number`"],
]);

/** Most schemas are a plain type or a reference. */
function simpleType(schema: unknown, place: TypePlace): string | undefined {
  if (!isObject(schema)) return undefined;
  const { type, $ref: ref, allOf, oneOf, anyOf, enum: values, const: only, nullable } = schema;
  if ((allOf ?? oneOf ?? anyOf ?? values ?? only ?? nullable) !== undefined || only === null) return undefined;
  if (typeof ref === "string" && type === undefined && schema["properties"] === undefined) return named(ref, place);
  if (schema["x-sdk-bigint"] !== undefined || carriedBy(schema) !== undefined) return undefined;
  return SCALARS.get(type);
}

function alternatives(schema: unknown, place: TypePlace): string[] {
  if (schema === false) return [];
  if (!isObject(schema)) return ["`unknown`"];
  const whole = itself(schema, place);
  return [...new Set(isNullable(schema) ? [...whole.filter((each) => each !== "`null`"), "`null`"] : whole)];
}

function itself(schema: JsonObject, place: TypePlace): string[] {
  const { const: only, enum: values } = schema;
  if (only !== undefined) return [literal(only)];
  if (Array.isArray(values)) return values.map(literal);
  const parts = [...composed(schema, place), ...choices(schema, place)];
  const types = typesOf(schema);
  const plain = types.flatMap((type) => plainType(type, schema, place));
  if (parts.length === 0) return plain.length === 0 ? ["`unknown`"] : plain;
  const says = types.some((type) => type === "object") && hasFields(schema);
  const all = says ? [...parts, ["`object`"]] : parts;
  const [first = [], ...others] = all.map((part) => part.filter((each) => each !== "`unknown`" || all.length === 1));
  if (others.length === 0) return first;
  return [[...new Set([first, ...others].filter((part) => part.length > 0).map(grouped))].join(" & ")];
}

/** A reference, and the parts of an allOf. */
function composed(schema: JsonObject, place: TypePlace): string[][] {
  const ref = textAt(schema, "$ref");
  const own = ref === undefined ? [] : [[named(ref, place)]];
  return [...own, ...listAt(schema, "allOf").map((part) => alternatives(part, place))];
}

function choices(schema: JsonObject, place: TypePlace): string[][] {
  return ["oneOf", "anyOf"].flatMap((key) => {
    const options = listAt(schema, key);
    return options.length === 0 ? [] : [options.flatMap((option) => alternatives(option, place))];
  });
}

function named(ref: string, { pages }: TypePlace): string {
  return pages.modelLinks.get(ref.slice(COMPONENT.length)) ?? "`unknown`";
}

function plainType(type: unknown, schema: JsonObject, place: TypePlace): string[] {
  switch (type) {
    case "null":
      return ["`null`"];
    case "boolean":
      return ["`boolean`"];
    case "integer":
    case "number":
      return [own(schema, "x-sdk-bigint") === true ? "`bigint`" : "`number`"];
    case "string": {
      const carried = carriedBy(schema);
      const file = place.direction === "input" ? "`FilePart`" : "`Blob`";
      return carried === undefined ? ["`string`"] : carried === "file" ? [file] : [file, "`string`"];
    }
    case "array":
      return [listType(schema, place)];
    case "object":
      return [objectType(schema, place)];
    default:
      return [];
  }
}

function listType(schema: JsonObject, place: TypePlace): string {
  const { prefixItems, items } = schema;
  const listed = Array.isArray(prefixItems) ? prefixItems : items;
  if (!Array.isArray(listed)) return `${grouped(alternatives(items, place))}\\[\\]`;
  return `\\[${listed.map((item) => typeText(item, place)).join(", ")}\\]`;
}

function objectType(schema: JsonObject, place: TypePlace): string {
  const { additionalProperties: rest } = schema;
  if (hasFields(schema) || !isObject(rest) || Object.keys(rest).length === 0) return "`object`";
  return `Record\\<string, ${typeText(rest, place)}\\>`;
}

function hasFields(schema: JsonObject): boolean {
  const { properties } = schema;
  return isObject(properties) && Object.keys(properties).length > 0;
}

function grouped(options: readonly string[]): string {
  return options.length > 1 ? `(${options.join(OR)})` : (options[0] ?? "`never`");
}

function literal(value: unknown): string {
  return codeSpan(JSON.stringify(value));
}

function isNullable(schema: JsonObject): boolean {
  const { nullable, type } = schema;
  return nullable === true || (Array.isArray(type) && type.includes("null"));
}

function typesOf(schema: JsonObject): unknown[] {
  const { type } = schema;
  if (type !== undefined) return [type].flat().filter((each, _, all) => each !== "null" || all.length === 1);
  if (isObject(schema["properties"]) || isObject(schema["additionalProperties"])) return ["object"];
  return schema["items"] === undefined && schema["prefixItems"] === undefined ? [] : ["array"];
}

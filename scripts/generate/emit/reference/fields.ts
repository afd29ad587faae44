import { isObject, type JsonObject, listAt } from "../../load/json.ts";
import { resolvePointer } from "../../load/pointer.ts";
import { codeSpan } from "../../types/markdown.ts";
import { schemaPointer } from "../../types/usage.ts";
import { notesOf } from "./notes.ts";
import { type TypePlace, typeText } from "./type-text.ts";

interface Field {
  /** `owner.name`, `items[].id`. */
  readonly path: string;
  readonly schema: unknown;
  readonly required: boolean;
  /** What is to be known of it besides: the model that it comes from, the form that has it. */
  readonly from: string;
}

/** Every field of a schema, those of objects without a name of their own too. Empty where the schema has none. */
export function fieldTable(schema: unknown, place: TypePlace): string {
  const fields: Field[] = [];
  addFields(schema, "", place, fields);
  if (fields.length === 0) return "";
  // Rows are most of what is written for a large spec: they are put together as they come.
  let text = "| field | type | required | description |\n| --- | --- | --- | --- |\n";
  for (const { path, schema: field, required, from } of fields) {
    const notes = notesOf(field, place);
    const says = from === "" ? notes : notes === "" ? from : `${from} ${notes}`;
    text += `| ${codeSpan(path)} | ${typeText(field, place)} | ${required ? "yes" : ""} | ${says} |\n`;
  }
  return text;
}

function addFields(schema: unknown, path: string, place: TypePlace, fields: Field[], from = ""): void {
  if (!isObject(schema)) return;
  const required = new Set<unknown>();
  addRequired(schema, place, required, new Set());
  addPart(schema, path, place, fields, { required, from, seen: new Set() });
}

interface Whole {
  /** The names that any of its parts requires. */
  readonly required: ReadonlySet<unknown>;
  readonly from: string;
  /** The references that were followed: however many parts extend a model, its fields are the same. */
  readonly seen: Set<string>;
}

function addPart(schema: JsonObject, path: string, place: TypePlace, fields: Field[], whole: Whole): void {
  const { $ref: ref, allOf, oneOf, anyOf, properties, additionalProperties: rest } = schema;
  const { required, from } = whole;
  if (typeof ref === "string") addInherited(ref, path, place, fields, whole);
  if (Array.isArray(allOf)) {
    for (const part of allOf) if (isObject(part)) addPart(part, path, place, fields, whole);
  }
  if (Array.isArray(oneOf)) addForms(oneOf, path, place, fields, from);
  if (Array.isArray(anyOf)) addForms(anyOf, path, place, fields, from);
  if (!isObject(properties)) return;
  for (const name of Object.keys(properties)) {
    const at = path === "" ? name : `${path}.${name}`;
    const property = properties[name];
    fields.push({ path: at, schema: property, required: required.has(name), from });
    addBelow(property, at, place, fields);
  }
  if (isObject(rest)) fields.push({ path: `${path}[name]`, schema: rest, required: false, from });
}

function addInherited(ref: string, path: string, place: TypePlace, fields: Field[], whole: Whole): void {
  const { seen } = whole;
  if (seen.has(ref)) return;
  seen.add(ref);
  const target = targetOf(ref, place);
  const link = `From ${typeText({ $ref: ref }, place)}.`;
  if (target !== undefined) addPart(target, path, place, fields, { ...whole, from: whole.from || link });
}

/** The fields of alternatives that have no name of their own; the others have their pages. */
function addForms(options: readonly unknown[], path: string, place: TypePlace, fields: Field[], from: string): void {
  for (const [index, option] of options.entries()) {
    if (!isObject(option) || option["$ref"] !== undefined) continue;
    const form = options.length > 1 ? `${from} In form ${index + 1} of ${options.length}.`.trim() : from;
    addFields(option, path, place, fields, form);
  }
}

/** The fields of a field that is an object without a name, or a list or map of such. */
function addBelow(schema: unknown, path: string, place: TypePlace, fields: Field[]): void {
  if (!isObject(schema) || schema["$ref"] !== undefined) return;
  const { items, properties, allOf, oneOf, anyOf, additionalProperties: rest } = schema;
  if ((properties ?? allOf ?? oneOf ?? anyOf) !== undefined) addFields(withoutNamed(schema), path, place, fields);
  if (isObject(items)) addBelow(items, `${path}[]`, place, fields);
  if (isObject(rest) && properties === undefined) addBelow(rest, `${path}[name]`, place, fields);
}

/** What a field is composed of by name stands in its type, with a link. */
function withoutNamed(schema: JsonObject): JsonObject {
  const parts = listAt(schema, "allOf");
  return parts.length === 0
    ? schema
    : { ...schema, allOf: parts.filter((part) => !isObject(part) || part["$ref"] === undefined) };
}

function addRequired(schema: JsonObject, place: TypePlace, all: Set<unknown>, seen: Set<string>): void {
  const { $ref: ref, allOf, required } = schema;
  if (Array.isArray(required)) for (const name of required) all.add(name);
  if (Array.isArray(allOf)) for (const part of allOf) if (isObject(part)) addRequired(part, place, all, seen);
  if (typeof ref !== "string" || seen.has(ref)) return;
  seen.add(ref);
  const target = targetOf(ref, place);
  if (target !== undefined) addRequired(target, place, all, seen);
}

function targetOf(ref: string, { pages }: TypePlace): JsonObject | undefined {
  const target = resolvePointer(pages.split.document, schemaPointer(ref));
  return isObject(target) ? target : undefined;
}

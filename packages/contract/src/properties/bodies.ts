import { concreteMediaType, formOf, hasFlag, shapesOf } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { dereference, isObject, listOf, objectOf, textOf, type JsonObject } from "../openapi/json.ts";
import type { Content, Parameter, SpecOperation } from "../openapi/spec.ts";
import { defaultContent } from "../values/arguments.ts";
import { withFile, withFiles } from "../values/files.ts";
import { listItems } from "./decode/body.ts";
import { kindsOf, memberOf, scalar } from "./decode/kinds.ts";
import { lossOf } from "./losses.ts";
import type { Arbitraries } from "./values/arbitraries.ts";
import { someHold, those } from "./values/tries.ts";

/** A body as an argument, and what it is called where that does not go without saying. */
export interface SentBody {
  readonly body: unknown;
  readonly contentType: string | undefined;
}

export type Bodies = (operation: SpecOperation, content: Content) => fc.Arbitrary<SentBody>;

export function createBodies(document: JsonObject, values: Arbitraries): Bodies {
  return ({ body }, content) => {
    const { mediaType } = content;
    const isUsual = content === defaultContent(body?.contents ?? []);
    const concrete = /^(?:\*|application)\/\*$/.test(mediaType)
      ? "application/octet-stream"
      : concreteMediaType(mediaType);
    const contentType = isUsual && !mediaType.includes("*") ? undefined : concrete;
    return bodyOf(document, values, content, concrete).map((value) => ({ body: value, contentType }));
  };
}

function bodyOf(document: JsonObject, values: Arbitraries, content: Content, mediaType: string): fc.Arbitrary<unknown> {
  const { schema, itemSchema } = content;
  switch (formOf(mediaType)) {
    case "json":
      return values.of(schema ?? {});
    case "form":
    case "multipart": {
      const items = formOf(mediaType) === "multipart" ? listItems(document, content) : undefined;
      return items === undefined
        ? formFields(document, values, content, formOf(mediaType) === "form")
        : listedParts(document, values, schema ?? { type: "array", items }, items);
    }
    case "lines":
    case "sequence": {
      const described = dereference(document, schema);
      const item = itemSchema ?? (described["type"] === "array" ? described["items"] : schema);
      // Nothing at all is no body.
      return fc.array(values.of(item ?? {}), { minLength: 1, maxLength: 5 });
    }
    case "xml":
      return fc.constantFrom("<a/>", '<a b="ü">&amp;😀</a>');
    case "text":
    case "events": {
      const texts = values.of(schema ?? { type: "string" }).map(String);
      return those(texts, (text) => text !== "", schema) ?? nothing("its schema allows a text of no characters alone");
    }
    default:
      return fc.uint8Array({ minLength: 1, maxLength: 64 });
  }
}

/** A list whose items are parts. Null leaves none, and a text is read as what its schema says. */
function listedParts(
  document: JsonObject,
  values: Arbitraries,
  schema: unknown,
  items: unknown,
): fc.Arbitrary<unknown> {
  const kinds = kindsOf(document, items);
  const isCarriedItem = (item: unknown): boolean =>
    item !== null && (typeof item === "object" || Object.is(scalar(kinds, String(item)), item));
  const isCarriedList = (value: unknown): boolean =>
    Array.isArray(value) && value.length > 0 && value.every(isCarriedItem);
  const lists = those(values.of(schema), isCarriedList, schema) ?? nothing("its schema allows no list of parts");
  return lists.map((list) => listOf(list).map((item) => withFile(document, items, item)));
}

/** Fields that a form can carry. Others are left out where they may be missing; what requires them is not tried. */
function formFields(
  document: JsonObject,
  values: Arbitraries,
  content: Content,
  isUrlencoded: boolean,
): fc.Arbitrary<JsonObject> {
  const { schema, encoding } = content;
  const kinds = kindsOf(document, schema);
  const [shape] = shapesOf(document, schema, new Set());
  const required = listOf(shape?.schema["required"])
    .map(String)
    .filter((name) => !hasFlag(document, memberOf(kinds, name), "readOnly"));
  // Where the schema is that of a text or a file, the form has fields that the spec does not speak of.
  const made = those(values.of(schema ?? true), isFilled, schema) ?? values.of(ANY_FIELDS);
  const carried = fc.tuple(made, fc.uint8Array({ minLength: 1, maxLength: 64 })).map(([value, bytes]): JsonObject => {
    const fields = isUrlencoded ? objectOf(value) : withBytes(withFiles(document, schema, objectOf(value)), bytes);
    return Object.fromEntries(
      Object.entries(fields).filter(([name, field]) =>
        isCarried(document, { name, encoding, schema: memberOf(kinds, name), isUrlencoded }, field),
      ),
    );
  });
  return (
    those(carried, (fields) => required.every((name) => Object.hasOwn(fields, name)), schema) ??
    nothing(`of the fields that its schema requires, ${required.join(", ")}, a form carries not all`)
  );
}

function nothing(reason: string): never {
  throw new Error(`No request can carry it: ${reason}`);
}

/** Whether the schema of a form allows an object with something in it. */
export function hasFields(values: Arbitraries, schema: unknown): boolean {
  return someHold(values.of(schema ?? true), isFilled);
}

function isFilled(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length > 0;
}

const ANY_FIELDS = { type: "object", additionalProperties: { type: "string" }, minProperties: 1 };

function withBytes(fields: JsonObject, bytes: Uint8Array): JsonObject {
  const each = (value: unknown): unknown => (value instanceof Uint8Array ? bytes : value);
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(each) : each(value)]),
  );
}

interface Field {
  readonly name: string;
  readonly encoding: JsonObject;
  readonly schema: unknown;
  readonly isUrlencoded: boolean;
}

function isCarried(document: JsonObject, { name, encoding, schema, isUrlencoded }: Field, value: unknown): boolean {
  const { style, explode, allowReserved } = objectOf(encoding[name]);
  const how = textOf(style) ?? "form";
  const isStyled = isUrlencoded && [style, explode, allowReserved].some((word) => word !== undefined);
  const parameter: Parameter = {
    name,
    in: "query",
    isWholeQuery: false,
    required: false,
    style: how,
    explode: explode === undefined ? how === "form" : explode === true,
    allowReserved: allowReserved === true,
    mediaType: undefined,
    schema,
    example: undefined,
  };
  if (isStyled) return lossOf({ document, parameter, others: [] }, value) === undefined;
  // Objects are JSON, so only what stands on top is a text.
  const items = Array.isArray(value) ? value : [value];
  const isPlain =
    items.length > 0 && items.every((item) => item instanceof Uint8Array || isObject(item) || isText(item));
  return (
    isPlain &&
    (value instanceof Uint8Array ||
      isObject(value) ||
      items.some(isObject) ||
      items[0] instanceof Uint8Array ||
      lossOf({ document, parameter, others: [] }, value) === undefined)
  );
}

function isText(value: unknown): boolean {
  return value !== null && value !== undefined && typeof value !== "object";
}

import { formOf, type RecordedRequest } from "@vendor-sdks/mock-server";
import { isObject, objectOf, textOf, type JsonObject } from "../../openapi/json.ts";
import type { Content } from "../../openapi/spec.ts";
import { readJson } from "./json.ts";
import { has, itemOf, kindsOf, memberOf, scalar, type Kinds } from "./kinds.ts";
import { readPairs, splitPairs, type Pairs } from "./pairs.ts";
import { listedParts } from "./parts.ts";

/** What a body says, by the media type that it is declared as; undefined where there is none. */
export async function readBody(document: JsonObject, content: Content, request: RecordedRequest): Promise<unknown> {
  const { bytes, headers } = request;
  const mediaType = headers["content-type"] ?? "";
  const text = new TextDecoder("utf-8", { fatal: false, ignoreBOM: true }).decode(bytes);
  switch (formOf(mediaType)) {
    case "json":
      return bytes.byteLength === 0 ? undefined : readJson(text);
    case "lines":
      return text
        .split("\n")
        .filter((line) => line !== "")
        .map(readJson);
    case "sequence":
      return text.split("\u001E").slice(1).map(readJson);
    case "form":
      return readForm(document, content, text);
    case "multipart":
      return listItems(document, content) === undefined
        ? await readMultipart(document, content, request)
        : readList(document, content, request);
    case "text":
    case "xml":
    case "events":
      return scalar(kindsOf(document, content.schema), text);
    default:
      return bytes.byteLength === 0 ? undefined : Uint8Array.from(bytes);
  }
}

/** A form's own escapes: a plus is a space. */
export function decodeForm(text: string): string {
  return decodeURIComponent(text.replaceAll("+", " "));
}

function readForm(document: JsonObject, { schema, encoding }: Content, text: string): JsonObject {
  const kinds = kindsOf(document, schema);
  const pairs = splitPairs(text, "&", decodeForm);
  const fields: Record<string, unknown> = {};
  const rest = new Set(pairs.map(([name]) => name));
  for (const [name, property] of Object.entries(kinds.properties)) {
    const { style, explode, allowReserved } = objectOf(encoding[name]);
    const isStyled = [style, explode, allowReserved].some((word) => word !== undefined);
    if (!isStyled) continue;
    const how = textOf(style) ?? "form";
    const taken = new Set(Object.keys(kinds.properties).filter((other) => other !== name));
    const value = readPairs(
      { document, pairs, decode: decodeForm, taken },
      { name, style: how, explode: explode === undefined ? how === "form" : explode === true, schema: property },
    );
    if (value === undefined) continue;
    fields[name] = value;
    rest.delete(name);
    if (isObject(value))
      for (const key of Object.keys(value)) for (const each of [key, `${name}[${key}]`]) rest.delete(each);
    for (const each of rest) if (each.startsWith(`${name}[`)) rest.delete(each);
  }
  for (const name of rest)
    fields[name] = readField(document, kinds, name, encoding, valuesOf(pairs, name).map(decodeForm));
  return fields;
}

function valuesOf(pairs: Pairs, name: string): string[] {
  return pairs.filter(([key]) => key === name).map(([, value]) => value);
}

/** A field that is in no style: repeated for a list, JSON for an object or where its encoding says so. */
function readField(
  document: JsonObject,
  form: Kinds,
  name: string,
  encoding: JsonObject,
  texts: readonly string[],
): unknown {
  const schema = memberOf(form, name);
  const kinds = kindsOf(document, schema);
  const { contentType } = objectOf(encoding[name]);
  const [first = ""] = texts;
  if (typeof contentType === "string" && formOf(contentType) === "json") return readJson(first);
  if (has(kinds, "array")) return texts.map((text) => readPart(document, itemOf(kinds), text));
  return readPart(document, schema, first);
}

function readPart(document: JsonObject, schema: unknown, text: string): unknown {
  const kinds = kindsOf(document, schema);
  return has(kinds, "object", "array") && !has(kinds, "string") ? readJson(text) : scalar(kinds, text);
}

/** The schema of what a body of parts lists; undefined where its parts are the fields of an object. */
export function listItems(document: JsonObject, { schema, itemSchema }: Content): unknown {
  if (schema === undefined && itemSchema !== undefined) return itemSchema;
  const kinds = kindsOf(document, schema);
  return has(kinds, "array") && !has(kinds, "object") ? (itemOf(kinds) ?? {}) : undefined;
}

function readList(document: JsonObject, content: Content, { headers, bytes }: RecordedRequest): unknown[] {
  const items = listItems(document, content);
  return listedParts(headers["content-type"] ?? "", bytes).map((part) => {
    if (part.isFile) return part.bytes;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(part.bytes);
    return formOf(part.type ?? "text/plain") === "json" ? readJson(text) : scalar(kindsOf(document, items), text);
  });
}

/** By the platform's own reader of forms, which any multipart body with names is. */
async function readMultipart(
  document: JsonObject,
  { schema, encoding }: Content,
  request: RecordedRequest,
): Promise<JsonObject> {
  const contentType = request.headers["content-type"] ?? "";
  const headers = { "content-type": contentType.replace(/^multipart\/[^;]+/i, "multipart/form-data") };
  const data = await new Response(Uint8Array.from(request.bytes), { headers }).formData();
  const form = kindsOf(document, schema);
  const fields: Record<string, unknown> = {};
  for (const name of new Set(data.keys())) {
    const parts = await Promise.all(
      data.getAll(name).map(async (part) => (typeof part === "string" ? part : await part.bytes())),
    );
    const kinds = kindsOf(document, memberOf(form, name));
    const { contentType } = objectOf(encoding[name]);
    const isJson = typeof contentType === "string" && formOf(contentType) === "json";
    const read = (part: string | Uint8Array, of: unknown): unknown => {
      if (typeof part !== "string") return part;
      return isJson && !has(kindsOf(document, of), "string") ? readJson(part) : readPart(document, of, part);
    };
    const value = has(kinds, "array")
      ? parts.map((part) => read(part, itemOf(kinds)))
      : read(parts[0] ?? "", memberOf(form, name));
    Object.defineProperty(fields, name, { value, enumerable: true });
  }
  return fields;
}

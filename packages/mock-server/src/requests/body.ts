import { asObject, isObject, resolveLocal, type JsonObject } from "../json.ts";
import { essenceOf, formOf, isCovered } from "../media-type.ts";
import type { MockOperation } from "../operations.ts";
import type { SchemaChecker } from "../schema/checker.ts";
import type { Violation } from "../types.ts";
import { decode, pairsOf, readingOf, readPairs, readText } from "./decode.ts";
import { readMultipart } from "./multipart.ts";

/** Everything that is wrong with the body of a request. */
export function checkBody(
  document: JsonObject,
  checker: SchemaChecker,
  { body }: MockOperation,
  contentType: string | undefined,
  bytes: Buffer,
): Violation[] {
  if (body === undefined) return [];
  if (bytes.byteLength === 0) {
    return body["required"] === true ? [violation("required", "Body parameter is required")] : [];
  }
  const contents = Object.entries(asObject(body["content"]));
  const actual = contentType ?? "application/octet-stream";
  // An exact media type goes before a wildcard that covers it.
  const found =
    contents.find(([each]) => essenceOf(each) === essenceOf(actual)) ??
    contents.find(([each]) => isCovered(actual, each));
  if (found === undefined) {
    if (contents.length === 0) return [];
    const known = contents.map(([mediaType]) => mediaType).join(", ");
    return [violation("415", `Supported content types: ${known}, received ${actual}`)];
  }
  const media = resolveLocal(document, found[1]) ?? {};
  const read = readBody(document, media, actual, bytes);
  if ("problem" in read) return [violation(read.code, read.problem)];
  return read.values.flatMap(({ schema, value }) =>
    schema === undefined
      ? []
      : checker
          .problems(schema, value, "request")
          .map(({ path, code, message }) => violation(code, `Request body: ${message}`, path)),
  );
}

function violation(code: string, message: string, path: readonly string[] = []): Violation {
  return { location: ["request", "body", ...path], severity: "Error", code, message };
}

interface ReadBody {
  readonly values: readonly { readonly schema: unknown; readonly value: unknown }[];
}

interface Unreadable {
  readonly code: string;
  readonly problem: string;
}

function readBody(document: JsonObject, media: JsonObject, contentType: string, bytes: Buffer): ReadBody | Unreadable {
  const { schema, itemSchema } = media;
  const one = (value: unknown): ReadBody => ({ values: [{ schema, value }] });
  switch (formOf(contentType)) {
    case "json": {
      const parsed = parseJson(bytes.toString());
      return parsed === undefined ? { code: "json", problem: "Request body is not valid JSON" } : one(parsed.value);
    }
    case "lines":
    case "sequence": {
      const parsed = bytes
        .toString()
        .replaceAll("\u001E", "\n")
        .split("\n")
        .filter((line) => line.trim() !== "")
        .map(parseJson);
      if (parsed.includes(undefined)) return { code: "json", problem: "A line of the request body is not valid JSON" };
      const items = parsed.map((each) => each?.value);
      return { values: [{ schema, value: items }, ...items.map((value) => ({ schema: itemSchema, value }))] };
    }
    case "form":
      return one(readForm(document, media, bytes.toString()));
    case "multipart": {
      const parts = readMultipart(contentType, bytes);
      if (parts === undefined) return { code: "multipart", problem: "Request body is not what its boundary says" };
      // A form that is described as a text has no fields to judge.
      if (essenceOf(contentType) !== "multipart/form-data" || isTextual(document, schema)) return { values: [] };
      const named = parts.map(({ name = "", filename, headers, body }) => ({
        name,
        isFile: filename !== undefined,
        type: headers["content-type"],
        text: body.toString(),
      }));
      return one(gather(document, schema, named));
    }
    case "text":
    case "events":
    case "xml":
      // What XML says by its elements is not read: to the document's users it is a text.
      return isTextual(document, schema) ? one(readText(document, schema, bytes.toString())) : { values: [] };
    default:
      return { values: [] };
  }
}

function isTextual(document: JsonObject, schema: unknown): boolean {
  const type = resolveLocal(document, schema)?.["type"];
  return ["string", "number", "integer", "boolean"].some((each) => [type].flat().includes(each));
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Form fields by the `encoding` of their properties. */
function readForm(document: JsonObject, { schema, encoding }: JsonObject, text: string): unknown {
  const pairs = pairsOf(text);
  const value: JsonObject = {};
  const taken = new Set<string>();
  for (const [name, property] of Object.entries(propertiesOf(document, schema))) {
    const { style, explode, contentType, allowReserved } = asObject(asObject(encoding)[name]);
    const isNamed = style !== undefined || explode !== undefined || allowReserved !== undefined;
    const own = pairs.filter(([key]) => key === name).map(([, raw]) => decode(raw));
    const [first] = own;
    if (!isNamed) {
      if (first === undefined) continue;
      taken.add(name);
      value[name] = readField(document, property, contentType, own);
      continue;
    }
    const how = typeof style === "string" ? style : "form";
    const read = readPairs(
      document,
      name,
      { style: how, explode: (explode ?? how === "form") === true, schema: property },
      pairs,
    );
    if (read === undefined) continue;
    value[name] = read.value;
    for (const each of read.used) taken.add(each);
  }
  for (const [name, raw] of pairs)
    if (!taken.has(name)) value[name] = readText(document, additionalOf(document, schema), decode(raw));
  return value;
}

/** A field without a style: a document where its encoding says so, else repeated for a list, and JSON for objects. */
function readField(document: JsonObject, property: unknown, contentType: unknown, texts: readonly string[]): unknown {
  const [first = ""] = texts;
  if (typeof contentType === "string") {
    return formOf(contentType) === "json" ? (parseJson(first)?.value ?? first) : readText(document, property, first);
  }
  const { types, items } = readingOf(document, property);
  const isMany = types.has("array") && (texts.length > 1 || !types.has("string"));
  return isMany ? texts.map((text) => readItem(document, items, text)) : readItem(document, property, first);
}

function readItem(document: JsonObject, schema: unknown, text: string): unknown {
  const { types } = readingOf(document, schema);
  const mayBeJson = (types.has("object") || types.has("array") || types.size === 0) && /^[[{]/.test(text);
  return (mayBeJson ? parseJson(text)?.value : undefined) ?? readText(document, schema, text);
}

function isList(document: JsonObject, property: unknown): boolean {
  return [resolveLocal(document, property)?.["type"]].flat().includes("array");
}

interface Field {
  readonly name: string;
  readonly isFile: boolean;
  readonly type: string | undefined;
  readonly text: string;
}

/** The fields of a multipart form as one object: several of one name are a list. */
function gather(document: JsonObject, schema: unknown, fields: readonly Field[]): unknown {
  const properties = propertiesOf(document, schema);
  const value: JsonObject = {};
  for (const { name, isFile, type, text } of fields) {
    const property = resolveLocal(document, properties[name]) ?? {};
    const isMany = isList(document, property);
    const described = isMany ? property["items"] : (properties[name] ?? additionalOf(document, schema));
    const isJson = type !== undefined && formOf(type) === "json" && !isFile;
    const item = isJson ? (parseJson(text)?.value ?? text) : isFile ? text : readText(document, described, text);
    if (!isMany || (isJson && Array.isArray(item))) value[name] = item;
    else value[name] = [...((value[name] as unknown[] | undefined) ?? []), item];
  }
  return value;
}

function propertiesOf(document: JsonObject, schema: unknown, hops = 0): JsonObject {
  const found = resolveLocal(document, schema);
  if (found === undefined || hops > 8) return {};
  const parts = ["allOf", "oneOf", "anyOf"].flatMap((word) =>
    Array.isArray(found[word]) ? (found[word] as unknown[]) : [],
  );
  return Object.assign(
    {},
    ...parts.map((part) => propertiesOf(document, part, hops + 1)),
    asObject(found["properties"]),
  ) as JsonObject;
}

function additionalOf(document: JsonObject, schema: unknown): unknown {
  const { additionalProperties } = resolveLocal(document, schema) ?? {};
  return isObject(additionalProperties) ? additionalProperties : {};
}

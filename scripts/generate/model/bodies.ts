import { isObject, type JsonObject, objectAt, own, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";
import { exampleOf } from "./examples.ts";
import {
  bareType,
  breadth,
  isFile,
  isWildcard,
  type MediaKind,
  mediaKind,
  partsSchema,
  shapeOf,
} from "./media-type.ts";
import type { Body, BodyContent, Writer } from "./model.ts";
import { propertiesOf } from "./parts.ts";
import { namedStyle, styleOf } from "./style.ts";

/** The request body of an operation; undefined where it has none, or one that `fetch` does not send. */
export function buildBody(document: JsonObject, operation: JsonObject, method: string): Body | undefined {
  if (isBodiless(method)) return undefined;
  const body = dereference(document, own(operation, "requestBody"), "")?.value;
  const entries = Object.entries(objectAt(body, "content"));
  const saysJson = entries.some(([mediaType]) => mediaKind(mediaType) === "json");
  const contents = entries.map(([mediaType, entry]) => {
    const media = dereference(document, entry, "")?.value;
    return buildContent(document, mediaType, isObject(media) ? media : {}, saysJson);
  });
  if (contents.length === 0) return undefined;
  return {
    required: own(body, "required") === true,
    description: textAt(body, "description") ?? "",
    contents: contents.toSorted((a, b) => rank(a) - rank(b)),
  };
}

/** `fetch` refuses to send a body with these. */
export function isBodiless(method: string): boolean {
  return method === "get" || method === "head";
}

/** JSON goes without saying, then what comes first in the text; a wildcard never does. */
function rank({ kind, mediaType }: BodyContent): number {
  return kind === "json" ? 0 : 1 + breadth(mediaType);
}

function buildContent(document: JsonObject, mediaType: string, media: JsonObject, saysJson: boolean): BodyContent {
  const schema = own(media, "schema");
  const shape = shapeOf(document, schema);
  const example = exampleOf(document, media);
  const content = (kind: BodyContent["kind"], writer: Writer, more: Partial<BodyContent> = {}): BodyContent => {
    return { mediaType, kind, schema: schema ?? {}, writer, example, ...more };
  };
  const kind = kindOf(mediaType, media, shape);
  switch (kind) {
    case "json":
      return content(kind, plain("jsonBody"));
    case "any":
      // Anything, of which the schema says that it is data: then JSON, unless that is declared by itself.
      return shape === "json" && !saysJson
        ? content("json", plain("jsonBody"), { mediaType: "application/json" })
        : content("binary", plain("binaryBody"));
    case "text":
      return content(kind, plain("textBody"));
    case "lines":
      return content(kind, plain("jsonLinesBody"), { schema: own(media, "itemSchema") ?? itemsOf(document, schema) });
    case "form":
      return content(kind, formWriter(document, media), { schema: schema ?? { type: "object" } });
    case "multipart": {
      const items = own(media, "itemSchema");
      const whole =
        partsSchema(document, schema) ?? (items === undefined ? { type: "object" } : { type: "array", items });
      return content(kind, multipartWriter(document, media), { schema: whole, files: filesIn(document, schema) });
    }
    default:
      return content("binary", plain("binaryBody"));
  }
}

function kindOf(mediaType: string, media: JsonObject, shape: string): MediaKind {
  const kind = mediaKind(mediaType);
  if (kind === "multipart") return kind;
  if (shape === "binary" || kind === "events") return "binary";
  if (own(media, "itemSchema") !== undefined) return "lines";
  return kind === "form" && shape === "text" ? "text" : kind;
}

/** A list describes all lines together; any other schema each of them. */
export function itemsOf(document: JsonObject, schema: unknown): unknown {
  const found = dereference(document, schema, "")?.value;
  return textAt(found, "type") === "array" ? (own(found, "items") ?? {}) : (schema ?? {});
}

function filesIn(document: JsonObject, schema: unknown): string[] {
  const properties = [...propertiesOf(document, schema)];
  const isListOfFiles = (property: unknown): boolean => isFile(document, itemsOf(document, property));
  return properties.filter(([, each]) => isFile(document, each) || isListOfFiles(each)).map(([name]) => name);
}

function plain(name: string): Writer {
  return { name };
}

/** The fields that are not written as forms usually are, each with its style. */
function formWriter(document: JsonObject, media: JsonObject): Writer {
  const properties = propertiesOf(document, own(media, "schema"));
  const styles = Object.entries(objectAt(media, "encoding")).flatMap(([name, encoding]) => {
    const schema = properties.get(name);
    if (["style", "explode", "allowReserved"].some((field) => own(encoding, field) !== undefined)) {
      const style = styleOf(document, "query", { ...objectAt({ encoding }, "encoding"), schema });
      return style === undefined ? [] : [[name, style] as const];
    }
    const isJson = mediaKind(textAt(encoding, "contentType") ?? "") === "json";
    return isJson ? [[name, namedStyle("json")] as const] : [];
  });
  return { name: "urlencodedBody", fields: new Map(styles) };
}

/** The media types of parts, as far as the spec names one. */
function multipartWriter(document: JsonObject, media: JsonObject): Writer {
  const encoding = objectAt(media, "encoding");
  const properties = propertiesOf(document, own(media, "schema"));
  const names = new Set([...properties.keys(), ...Object.keys(encoding)]);
  const types = [...names].flatMap((name) => {
    const property = properties.get(name);
    const said =
      textAt(own(encoding, name), "contentType") ??
      textAt(property, "contentMediaType") ??
      textAt(own(property, "items"), "contentMediaType");
    const type = said
      ?.split(",")
      .map((each) => each.trim())
      .find((each) => bareType(each) !== "" && !isWildcard(each));
    return type === undefined ? [] : [[name, type] as const];
  });
  return { name: "multipartBody", fields: new Map(types) };
}

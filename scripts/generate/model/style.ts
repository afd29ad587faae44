import { isObject, type JsonObject, listAt, objectAt, own, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";
import { mediaKind } from "./media-type.ts";

/** The runtime's function that writes a parameter, as it is called in emitted code, and what of it has to be imported. */
export interface Style {
  readonly code: string;
  readonly imports: readonly string[];
}

/** The style of a parameter; undefined for a single value in a path, which needs none. */
export function styleOf(document: JsonObject, place: string, parameter: unknown): Style | undefined {
  const name = nameOf(document, place, parameter);
  if (name === undefined) return undefined;
  return own(parameter, "allowReserved") === true && place === "query"
    ? { code: `/* @__PURE__ */ reserved(${name})`, imports: ["reserved", name] }
    : namedStyle(name);
}

export function namedStyle(name: string): Style {
  return { code: name, imports: [name] };
}

function nameOf(document: JsonObject, place: string, parameter: unknown): string | undefined {
  const [mediaType] = Object.keys(objectAt(parameter, "content"));
  if (mediaType !== undefined) return contentStyle(place, mediaType);
  const shape = shapeOf(document, own(parameter, "schema"), new Set());
  const style = textAt(parameter, "style") ?? (place === "query" || place === "cookie" ? "form" : "simple");
  const explode = own(parameter, "explode") ?? style === "form";
  const exploded = (base: string): string => (explode === true ? `${base}Exploded` : base);
  if (place === "header") return shape === "object" ? exploded("text") : "text";
  switch (style) {
    case "deepObject":
      return "deep";
    case "spaceDelimited":
    case "pipeDelimited":
      return explode === true ? "form" : style === "spaceDelimited" ? "space" : "pipe";
    case "simple":
      return shape === "single" ? undefined : exploded("simple");
    case "label":
    case "matrix":
      return exploded(style);
    default:
      return `${explode === true ? "form" : "comma"}${shape === "object" ? "Object" : ""}`;
  }
}

/** A value described by `content` is JSON, or a text that is written as it is. */
function contentStyle(place: string, mediaType: string): string | undefined {
  const kind = mediaKind(mediaType);
  if (kind === "form") return place === "querystring" ? "formObject" : "form";
  if (kind !== "json") return place === "path" ? undefined : place === "header" ? "text" : "form";
  return { path: "jsonSegment", querystring: "jsonSegment", header: "jsonHeader" }[place] ?? "json";
}

/** What a value can be at most: an object may be anything. */
type Shape = "single" | "list" | "object";

function shapeOf(document: JsonObject, schema: unknown, behind: ReadonlySet<unknown>): Shape {
  const found = dereference(document, schema, "")?.value;
  if (!isObject(found) || behind.has(found)) return "object";
  const type = own(found, "type");
  const types = Array.isArray(type) ? (type as unknown[]) : type === undefined ? [] : [type];
  if (types.length > 0) {
    if (types.includes("object")) return "object";
    return types.includes("array") ? "list" : "single";
  }
  const parts = ["allOf", "anyOf", "oneOf"].flatMap((key) => listAt(found, key));
  if (parts.length === 0)
    return own(found, "enum") === undefined && own(found, "const") === undefined ? "object" : "single";
  const shapes = parts.map((part) => shapeOf(document, part, new Set([...behind, found])));
  if (shapes.includes("object")) return "object";
  return shapes.includes("list") ? "list" : "single";
}

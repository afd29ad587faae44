import { isObject, type JsonObject, listAt, own, textAt } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";

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
    ? { code: `reserved(${name})`, imports: ["reserved", name] }
    : { code: name, imports: [name] };
}

function nameOf(document: JsonObject, place: string, parameter: unknown): string | undefined {
  if (own(parameter, "content") !== undefined) return "json";
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

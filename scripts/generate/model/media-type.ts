import { isObject, type JsonObject, listAt, own } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";
import { isBinary } from "../types/binary.ts";

/** How bodies of a media type travel, whatever their schema. */
export type MediaKind = "json" | "text" | "binary" | "form" | "multipart" | "events" | "lines" | "any";

/** Without parameters and in lower case. */
export function bareType(mediaType: string): string {
  return (mediaType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** `type/subtype`, either of them a wildcard, with whatever parameters. */
export function isMediaType(mediaType: string): boolean {
  return /^(?:\*|[\w!#$&^.+-]+)\/(?:\*|[\w!#$&^.+-]+)$/.test(bareType(mediaType)) && !/[\r\n]/.test(mediaType);
}

export function isWildcard(mediaType: string): boolean {
  return bareType(mediaType).endsWith("/*");
}

/** What is named by itself goes before what a wildcard covers, and that before what may be anything. */
export function breadth(mediaType: string): number {
  return bareType(mediaType) === "*/*" ? 2 : isWildcard(mediaType) ? 1 : 0;
}

function isXml(bare: string): boolean {
  return /[/+]xml$/.test(bare);
}

export function mediaKind(mediaType: string): MediaKind {
  const bare = bareType(mediaType);
  if (bare === "*/*" || bare === "application/*") return "any";
  if (bare === "text/event-stream") return "events";
  if (/[/+.-](?:jsonl|jsonlines|ndjson|json-seq)$/.test(bare)) return "lines";
  if (/[/+]json$/.test(bare)) return "json";
  if (bare === "application/x-www-form-urlencoded") return "form";
  if (bare.startsWith("multipart/")) return "multipart";
  return bare.startsWith("text/") || isXml(bare) ? "text" : "binary";
}

/** What a schema says of the body as a whole: bytes, a text, anything else, or nothing. */
export type Shape = "binary" | "text" | "json" | "none";

export function shapeOf(document: JsonObject, schema: unknown): Shape {
  const found = dereference(document, schema, "")?.value;
  if (!isObject(found)) return "none";
  if (isFile(document, found)) return "binary";
  const types = typesOf(found);
  if (types.length > 0) return types.every((type) => type === "string" || type === "null") ? "text" : "json";
  const says = ["$ref", "properties", "items", "allOf", "anyOf", "oneOf", "enum", "const", "additionalProperties"];
  return says.some((keyword) => own(found, keyword) !== undefined) ? "json" : "none";
}

/**
 * What is in a body of parts. Parts are fields: a schema of a text or a file names none, so that any may be given (the runtime
 * would look for the fields of the file itself, and send a body without parts).
 */
export function partsSchema(document: JsonObject, schema: unknown): unknown {
  const isFieldless = ["binary", "text"].includes(shapeOf(document, schema));
  return isFieldless ? { type: "object", additionalProperties: {} } : schema;
}

/** Whether a schema, or what it refers to, says bytes and nothing else. */
export function isFile(document: JsonObject, schema: unknown): boolean {
  const found = dereference(document, schema, "")?.value;
  return isObject(found) && isBinary(found) && typesOf(found).every((type) => type === "string" || type === "null");
}

function typesOf(schema: unknown): readonly unknown[] {
  const type = own(schema, "type");
  return type === undefined ? listAt(schema, "type") : [type].flat();
}

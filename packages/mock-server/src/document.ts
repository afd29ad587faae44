import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { isObject, type JsonObject } from "./json.ts";
import { isShortName, packagedDocument } from "./packaged.ts";
import type { Spec } from "./types.ts";

/** A copy of the document that may be changed freely; files that it refers to are drawn into it. */
export async function loadDocument(spec: Spec): Promise<JsonObject> {
  const document: unknown =
    typeof spec === "string" || spec instanceof URL ? await readDocument(spec) : structuredClone(spec);
  if (!isObject(document) || typeof document["openapi"] !== "string") {
    throw new TypeError(`Not an OpenAPI 3 document: ${describe(spec)} has no "openapi" version`);
  }
  return document;
}

async function readDocument(location: string | URL): Promise<unknown> {
  const text = String(location);
  const place = text.startsWith("file:") ? fileURLToPath(text) : isShortName(text) ? packagedDocument(text) : text;
  return await new (prismsParser())().bundle(place);
}

interface ReferenceParser {
  bundle(location: string): Promise<unknown>;
}

/** Prism's own reader, so that a file means here what it means to Prism. It is a dependency of Prism's, not of this package. */
function prismsParser(): new () => ReferenceParser {
  const prism = createRequire(import.meta.url).resolve("@stoplight/prism-http");
  const parser: unknown = createRequire(prism)("@stoplight/json-schema-ref-parser");
  if (!isParser(parser)) throw new TypeError("This version of Prism has another reader of documents");
  return parser;
}

function isParser(value: unknown): value is new () => ReferenceParser {
  return typeof value === "function" && isObject(value.prototype) && "bundle" in value.prototype;
}

function describe(spec: Spec): string {
  return typeof spec === "string" || spec instanceof URL ? String(spec) : "the object";
}

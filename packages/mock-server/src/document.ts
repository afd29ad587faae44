import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isObject, type JsonObject } from "./json.ts";
import { isPackage, nearestPackage, packagedDocument } from "./packaged.ts";
import type { Spec } from "./types.ts";

/** A copy of the document that may be changed freely; files that it refers to are drawn into it. */
export async function loadDocument(spec: Spec): Promise<JsonObject> {
  const document: unknown =
    typeof spec === "string" || spec instanceof URL ? await readDocument(spec) : structuredClone(spec);
  if (!isObject(document) || typeof document["openapi"] !== "string") {
    const isSwagger = isObject(document) && document["swagger"] !== undefined;
    const why = isSwagger ? "is Swagger 2.0: convert it to OpenAPI 3" : 'has no "openapi" version: name another file';
    throw new TypeError(`Not an OpenAPI 3 document: ${describe(spec)} ${why}`);
  }
  return document;
}

async function readDocument(location: string | URL): Promise<unknown> {
  const text = String(location);
  if (text === "") throw new TypeError("An empty text names no document: give a short name, a path or a URL");
  const place = text.startsWith("file:") ? fileURLToPath(text) : isPackage(text) ? packagedDocument(text) : text;
  const isRemote = /^https?:/.test(place);
  if (!isRemote) checkFile(place);
  try {
    return await new (prismsParser())().bundle(place);
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    // The parser says it once for the file and once for the whole.
    const message = said.replace(/^(Error parsing .*?: )\1/s, "$1").trim();
    const remedy = isRemote ? "check the URL, or save the document and give its path" : "correct the file";
    throw new Error(`${place} could not be read: ${remedy}. ${message}`, { cause: error });
  }
}

function checkFile(place: string): void {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) throw new Error(`${place} is a folder: name the document in it`);
  if (found !== undefined) return;
  const near = nearestPackage(place);
  const hint = near === undefined ? "a package goes by its short name" : `did you mean the package "${near}"?`;
  throw new Error(`There is no file ${resolve(place)}: ${hint}`);
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

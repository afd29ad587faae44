import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

import { isObject } from "../generate/load/json.ts";

const SPEC_FILE = /\.(?:json|ya?ml)$/i;

/** A key at the root of a YAML document, in block or flow style, behind comments, directives and a byte order mark. */
const ROOT_KEY = /^\uFEFF?(?:---[ \t]*)?(?:\{\s*)?(["']?)(?:openapi|swagger)\1\s*:/m;

/** Every description of an API below a folder, by its path from there: parts of one do not say which version of OpenAPI they follow. */
export function findSpecs(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && SPEC_FILE.test(entry.name) && !entry.parentPath.includes("node_modules"))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((file) => isSpec(file, readFileSync(file, "utf8")))
    .map((file) => file.slice(join(folder, "/").length).replaceAll("\\", "/"))
    .toSorted();
}

function isSpec(file: string, text: string): boolean {
  if (extname(file).toLowerCase() !== ".json") return ROOT_KEY.test(text);
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) && (Object.hasOwn(document, "openapi") || Object.hasOwn(document, "swagger"));
  } catch (error) {
    // A spec that is broken is to be refused, which is for the generator to do.
    if (error instanceof SyntaxError) return /^\s*\{[^{}[\]]*"(?:openapi|swagger)"\s*:/.test(text);
    throw error;
  }
}

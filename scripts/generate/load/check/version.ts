import { own } from "../json.ts";
import type { Check } from "./context.ts";

const SUPPORTED = /^3\.[012]\.\d+(?:-.+)?$/;

/** OpenAPI 3.0, 3.1 and 3.2. Of any other version nothing else is checked: all that followed would be noise. */
export const checkVersion: Check = (spec) => {
  const version = own(spec.document, "openapi");
  const fix = 'write openapi: "3.1.0"; 3.0.x, 3.1.x, 3.2.x and Swagger 2.0 are read';
  if (typeof version === "string" && SUPPORTED.test(version)) return [];
  if (version === undefined && own(spec.document, "swagger") !== undefined) {
    const message = `Swagger ${JSON.stringify(own(spec.document, "swagger"))} is not supported`;
    return [spec.error("unsupported-version", "/swagger", message, 'write swagger: "2.0", or convert the document')];
  }
  if (version === undefined) {
    return [spec.error("unsupported-version", "", "The document does not say which OpenAPI it is", fix)];
  }
  const meant = completeVersion(version);
  if (meant !== undefined) {
    const message = `The version ${JSON.stringify(version)} is incomplete; it is read as ${meant}`;
    return [spec.warning("incomplete-version", "/openapi", message, `write openapi: "${meant}"`)];
  }
  return [spec.error("unsupported-version", "/openapi", `OpenAPI ${JSON.stringify(version)} is not supported`, fix)];
};

/** `3.1` and, in YAML, the number that it is: which one is meant is beyond doubt. */
export function completeVersion(version: unknown): string | undefined {
  const text = version === 3 ? "3.0" : String(version);
  return (typeof version === "string" || typeof version === "number") && /^3\.[012]$/.test(text)
    ? `${text}.0`
    : undefined;
}

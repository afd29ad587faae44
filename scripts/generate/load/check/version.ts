import { own } from "../json.ts";
import type { Check } from "./context.ts";

const SUPPORTED = /^3\.[012]\.\d+(?:-.+)?$/;

/** OpenAPI 3.0, 3.1 and 3.2. Of any other version nothing else is checked: all that followed would be noise. */
export const checkVersion: Check = (spec) => {
  const version = own(spec.document, "openapi");
  const fix = 'write openapi: "3.1.0"; 3.0.x, 3.1.x and 3.2.x are read';
  if (typeof version === "string" && SUPPORTED.test(version)) return [];
  if (version === undefined && own(spec.document, "swagger") !== undefined) {
    const message = `Swagger ${String(own(spec.document, "swagger"))} is not supported`;
    return [spec.error("unsupported-version", "/swagger", message, "convert the document to OpenAPI 3.1")];
  }
  if (version === undefined) {
    return [spec.error("unsupported-version", "", "The document does not say which OpenAPI it is", fix)];
  }
  return [spec.error("unsupported-version", "/openapi", `OpenAPI ${JSON.stringify(version)} is not supported`, fix)];
};

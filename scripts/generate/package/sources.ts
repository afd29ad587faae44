/** The modules of a package that are the same whatever its spec says: what `src/generated` holds, as its three entries. */
export const SOURCES: Readonly<Record<string, string>> = {
  "src/index.ts": `export * from "./generated/index.ts";\n`,
  "src/operations.ts": `export * from "./generated/standalone.ts";\n`,
  "src/validation.ts": `import { createValidator, type ValidationOptions, type Validator } from "@vendor-sdks/runtime/validation";
import document from "../openapi.json" with { type: "json" };
import { service } from "./generated/service.ts";

export { ValidationError, type ValidationProblem } from "@vendor-sdks/runtime/validation";
export type { ValidationOptions, Validator };

/**
 * Holds the arguments and answers of a client's calls against this package's spec: the client's option \`validator\`.
 * Needs \`npm install @cfworker/json-schema\`.
 */
export function validator(options?: ValidationOptions): Validator {
  return createValidator(service.name, document, options);
}
`,
};

/** The entries of a package that are modules, by their file below `src`. */
export const ENTRIES = ["index", "operations", "validation"] as const;

import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ErrorObject, ValidateFunction } from "ajv/dist/2020.js";

import { suggest } from "../../diagnostics/nearest.ts";
import { isObject, objectAt, textAt } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { Extension } from "./context.ts";

/** Where in an extension its JSON Schema is not met, and what the schema wants there. */
export interface ExtensionProblem {
  /** JSON pointer from the extension's own value. */
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

const SCHEMAS = new URL("../../../../specs/extensions/", import.meta.url);

let ajv: Ajv2020 | undefined;

const validators = new Map<string, ValidateFunction>();

/** Schemas are compiled when their extension is met for the first time: most documents use few of them. */
function validatorOf(name: string): ValidateFunction {
  const known = validators.get(name);
  if (known !== undefined) return known;
  if (ajv === undefined) {
    const strict = { strict: true, strictTypes: false, strictRequired: false };
    // A test holds the schemas to their own schema, which takes as long to compile as they do.
    ajv = new Ajv2020({ allErrors: true, verbose: true, ...strict, validateSchema: false, code: { optimize: false } });
  }
  const schema: unknown = JSON.parse(readFileSync(new URL(`${name}.schema.json`, SCHEMAS), "utf8"));
  if (!isObject(schema)) throw new TypeError(`specs/extensions/${name}.schema.json is no schema`);
  const validate = ajv.compile(schema);
  validators.set(name, validate);
  return validate;
}

/** Asked for by the check of the schema and by each check that builds on it. */
const results = new WeakMap<Extension, readonly ExtensionProblem[]>();

export function extensionProblems(extension: Extension): readonly ExtensionProblem[] {
  const known = results.get(extension);
  if (known !== undefined) return known;
  const validate = validatorOf(extension.name);
  const problems = validate(extension.value) ? [] : summarise(validate.errors ?? []);
  results.set(extension, problems);
  return problems;
}

/** Keywords that only say that a schema below them failed. */
const COMBINING = new Set(["oneOf", "anyOf", "if", "propertyNames"]);

/** One problem for each place: what fails together, such as the alternatives of a value, is told together. */
function summarise(errors: readonly ErrorObject[]): ExtensionProblem[] {
  const specific = errors.filter(({ keyword }) => !COMBINING.has(keyword));
  const byPath = new Map<string, ErrorObject[]>();
  for (const error of specific.length > 0 ? specific : errors) {
    const path = pathOf(error);
    byPath.set(path, [...(byPath.get(path) ?? []), error]);
  }
  return [...byPath].map(([path, group]) => {
    const messages = new Set(group.map((error) => messageOf(error)));
    const fixes = new Set(group.map((error) => fixOf(error)));
    const alternatives = group.every(({ keyword }) => keyword === "type");
    return {
      path,
      message: [...messages].join(alternatives ? "; or: " : "; "),
      fix: [...fixes].join(alternatives ? ", or " : "; "),
    };
  });
}

function param(error: ErrorObject, name: string): string {
  const value: unknown = isObject(error.params) ? error.params[name] : undefined;
  return typeof value === "string" ? value : JSON.stringify(value);
}

function surplus(error: ErrorObject): string | undefined {
  if (error.keyword === "additionalProperties") return param(error, "additionalProperty");
  if (error.keyword === "unevaluatedProperties") return param(error, "unevaluatedProperty");
  return error.propertyName;
}

function pathOf(error: ErrorObject): string {
  const name = surplus(error);
  return name === undefined ? error.instancePath : joinPointer(error.instancePath, name);
}

function messageOf(error: ErrorObject): string {
  if (error.keyword === "required") return `"${param(error, "missingProperty")}" is missing`;
  if (error.keyword === "dependentRequired") {
    return `"${param(error, "property")}" needs "${param(error, "missingProperty")}" beside it`;
  }
  if (error.propertyName !== undefined) return `"${error.propertyName}" cannot be a name here`;
  const name = surplus(error);
  if (name !== undefined) return `"${name}" is not known here`;
  if (error.keyword === "false schema") return "This does not go with the rest";
  if (error.keyword === "enum" || error.keyword === "const" || error.keyword === "pattern") {
    return `${JSON.stringify(error.data)} is not what belongs here`;
  }
  return `This ${error.message ?? "is wrong"}`;
}

function fixOf(error: ErrorObject): string {
  if (error.keyword === "required" || error.keyword === "dependentRequired") {
    return `add ${param(error, "missingProperty")}:`;
  }
  const described = textAt(error.parentSchema, "description");
  const hint = described === undefined ? "" : ` (${described})`;
  if (error.keyword === "additionalProperties" || error.keyword === "unevaluatedProperties") {
    return suggest(surplus(error) ?? "", Object.keys(objectAt(error.parentSchema, "properties")), "remove it");
  }
  if (error.keyword === "enum" && Array.isArray(error.schema)) {
    return `write one of ${error.schema.map((choice) => JSON.stringify(choice)).join(", ")}`;
  }
  if (error.keyword === "const") return `write ${JSON.stringify(error.schema)}`;
  if (error.keyword === "pattern") return `write a text that matches ${String(error.schema)}${hint}`;
  if (error.keyword === "type") return `write ${[error.schema].flat().map(String).join(" or ")}`;
  if (error.keyword === "false schema") return "remove it";
  return `write what its schema in specs/extensions asks for${hint}`;
}

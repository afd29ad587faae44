import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { pointerTarget, type JsonObject } from "../json.ts";
import { prepareSchema, type Direction } from "./prepare-schema.ts";

export interface SchemaProblem {
  /** The place in the value. */
  readonly path: readonly string[];
  /** The keyword of JSON Schema that forbids it. */
  readonly code: string;
  readonly message: string;
}

/** Holds values against schemas of one document. Schemas are compiled when they are first asked for. */
export interface SchemaChecker {
  problems(schema: unknown, value: unknown, direction: Direction): SchemaProblem[];
}

export function createSchemaChecker(document: JsonObject): SchemaChecker {
  const request = createCompiler(document, "request");
  const response = createCompiler(document, "response");
  return {
    problems(schema, value, direction) {
      const validate = (direction === "request" ? request : response)(schema);
      return validate(value) ? [] : (validate.errors ?? []).map(toProblem);
    },
  };
}

function toProblem({ instancePath, keyword, message = "is not allowed", params }: ErrorObject): SchemaProblem {
  const path = instancePath.split("/").slice(1);
  const named = Object.values(params as JsonObject).find((value) => typeof value === "string");
  const extra = keyword === "additionalProperties" || keyword === "enum" ? `: ${JSON.stringify(params)}` : "";
  const where = path.length === 0 ? "the value" : path.join(".");
  return { path, code: keyword, message: `${where} ${message}${named === undefined ? extra : extra && `: ${named}`}` };
}

function createCompiler(document: JsonObject, direction: Direction): (schema: unknown) => ValidateFunction {
  // unicodeRegExp: patterns were tried out as such. Documents are not all sound: what a schema says twice or wrongly is not judged here.
  const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: true, logger: false });
  formats.default(ajv);
  const names = new Map<string, string>();
  const waiting: string[] = [];
  const refer = (ref: string): string => {
    const known = names.get(ref);
    if (known !== undefined) return known;
    const name = `schema:${names.size}`;
    names.set(ref, name);
    waiting.push(ref);
    return name;
  };
  const compiled = new Map<unknown, ValidateFunction>();
  // Documents say the same of many places, and compiling costs far more than all else.
  const byText = new Map<string, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known !== undefined) return known;
    const prepared = prepareSchema({ document, direction, refer }, schema);
    for (let ref = waiting.pop(); ref !== undefined; ref = waiting.pop()) {
      const target = pointerTarget(document, ref);
      if (target === undefined) throw new Error(`The reference "${ref}" leads nowhere in the document`);
      ajv.addSchema(prepareSchema({ document, direction, refer }, target) as object, names.get(ref));
    }
    const text = JSON.stringify(prepared);
    const validate = byText.get(text) ?? ajv.compile(prepared as object);
    byText.set(text, validate);
    compiled.set(schema, validate);
    return validate;
  };
}

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { dereference, objectOf, textOf, type JsonObject } from "./json.ts";
import type { Spec } from "./spec.ts";

// Values that a schema does not allow, found by trying: whatever keyword forbids them, a JSON Schema validator says so.

const CANDIDATES: readonly unknown[] = [12.5, "not what is wanted", true, {}, [], [{}], -1e15, null, "!", ["!", "!"]];

export interface Violator {
  /** A value that the schema forbids; undefined where it allows all that is tried. */
  value(schema: JsonObject): unknown;
  /** The same for a parameter, whose values are texts: what they are read as must be forbidden. */
  text(schema: JsonObject): string | undefined;
}

export function createViolator(spec: Spec): Violator {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true, logger: false });
  formats.default(ajv);
  ajv.addSchema({ ...spec.document, $id: "spec:" }, "spec:");
  const compiled = new Map<string, ValidateFunction>();
  const isForbidden = (schema: JsonObject, value: unknown): boolean => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile(absolute(schema) as object);
    compiled.set(key, validate);
    return !validate(value);
  };
  return {
    value: (schema) => CANDIDATES.find((candidate) => isForbidden(schema, candidate)),
    text(schema) {
      const texts = CANDIDATES.filter((candidate) => typeof candidate === "string");
      return texts.find((text) => isForbidden(schema, readAs(spec, schema, text)));
    },
  };
}

/** A text is read as one item of a list; as another type only where it could be one, which none of these can. */
function readAs({ document }: Spec, schema: JsonObject, text: string): unknown {
  return textOf(dereference(document, schema)["type"]) === "array" ? [text] : text;
}

/** References lead to the document, wherever the schema is compiled. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(objectOf(value)).map(([name, each]) => [
      name,
      name === "$ref" && typeof each === "string" && each.startsWith("#") ? `spec:${each}` : absolute(each),
    ]),
  );
}

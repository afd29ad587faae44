import type { SchemaChecker } from "@vendor-sdks/mock-server";
import { dereference, textOf, type JsonObject } from "./json.ts";

// Values that a schema does not allow, found by trying: whatever keyword forbids them, a JSON Schema validator says so.

const CANDIDATES: readonly unknown[] = [12.5, "not what is wanted", true, {}, [], [{}], -1e15, null, "!", ["!", "!"]];

export interface Violator {
  /** A value that the schema forbids; undefined where it allows all that is tried. */
  value(schema: unknown): unknown;
  /** The same for a parameter, whose values are texts: what they are read as must be forbidden. */
  text(schema: unknown): string | undefined;
}

export function createViolator(document: JsonObject, checker: SchemaChecker): Violator {
  const isForbidden = (schema: unknown, value: unknown): boolean =>
    checker.problems(schema, value, "request").length > 0;
  return {
    value: (schema) => CANDIDATES.find((candidate) => isForbidden(schema, candidate)),
    text(schema) {
      const texts = CANDIDATES.filter((candidate) => typeof candidate === "string");
      return texts.find((text) => isForbidden(schema, readAs(document, schema, text)));
    },
  };
}

/** A text is read as one item of a list; as another type only where it could be one, which none of these can. */
function readAs(document: JsonObject, schema: unknown, text: string): unknown {
  return textOf(dereference(document, schema)["type"]) === "array" ? [text] : text;
}

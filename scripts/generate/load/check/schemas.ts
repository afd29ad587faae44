import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { describeType, own } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { ignoredSiblings } from "../../types/siblings.ts";
import { joinPointer } from "../pointer.ts";
import type { SpecNode } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** The keywords that types are made of: a misspelled one would be taken as "anything" in silence. */
export const checkSchemas: Check = (spec) => [
  ...spec.nodes("schema").flatMap((schema) => [...checkSchema(spec, schema), ...checkDynamic(spec, schema)]),
  ...checkSiblings(spec),
];

/** What a dynamic reference leads to depends on where a reader comes from: no type can say it. */
function checkDynamic(spec: SpecContext, { value, pointer }: SpecNode): Diagnostic[] {
  return ["$dynamicRef", "$recursiveRef"].flatMap((keyword) => {
    if (own(value, keyword) === undefined) return [];
    const message = `${keyword} is not followed, so that anything is allowed here`;
    return [
      spec.warning("dynamic-reference", joinPointer(pointer, keyword), message, "write $ref, if one schema is meant"),
    ];
  });
}

function checkSiblings(spec: SpecContext): Diagnostic[] {
  const version = own(spec.document, "openapi");
  if (typeof version !== "string" || !version.startsWith("3.0")) return [];
  return spec.references.flatMap(({ kind, value, pointer }) => {
    const ignored = kind === "schema" ? ignoredSiblings(value) : [];
    if (ignored.length === 0) return [];
    const message = `OpenAPI 3.0 ignores what stands beside $ref: ${ignored.join(", ")}`;
    const fix = "put the reference into allOf: [{ $ref }], or write openapi: 3.1.0";
    return [spec.warning("ignored-sibling", joinPointer(pointer, ignored[0] ?? ""), message, fix)];
  });
}

const TYPES = ["string", "integer", "number", "boolean", "object", "array", "null"];

function checkSchema(spec: SpecContext, { value, pointer }: SpecNode): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const type = own(value, "type");
  for (const name of type === undefined ? [] : Array.isArray(type) ? (type as unknown[]) : [type]) {
    if (typeof name === "string" && TYPES.includes(name)) continue;
    const message = `There is no type ${JSON.stringify(name)}`;
    if (name === null) {
      // In YAML, `type: null` is no text.
      const place = joinPointer(pointer, "type");
      problems.push(spec.warning("invalid-value", place, message, 'write "null" in quotes'));
      spec.mend({ pointer: place, value: Array.isArray(type) ? type.map((each: unknown) => each ?? "null") : "null" });
      continue;
    }
    const fix = suggest(String(name), TYPES, "remove it");
    problems.push(spec.error("invalid-value", joinPointer(pointer, "type"), message, fix));
  }
  const choices = own(value, "enum");
  if (choices !== undefined && (!Array.isArray(choices) || choices.length === 0)) {
    const place = joinPointer(pointer, "enum");
    const found = Array.isArray(choices) ? "empty" : describeType(choices);
    const message = `enum must be a list of the possible values, and is ${found}`;
    const fix = "list the values, or remove it";
    // Taken at its word an empty list allows nothing at all, which nobody means.
    if (Array.isArray(choices)) {
      problems.push(spec.warning("wrong-type", place, message, fix));
      spec.mend({ pointer: place, value: undefined });
    } else {
      problems.push(spec.error("wrong-type", place, message, fix));
    }
  }
  return [...problems, ...checkRequired(spec, value, pointer)];
}

function checkRequired(spec: SpecContext, schema: JsonObject, pointer: string): Diagnostic[] {
  const required = own(schema, "required");
  if (required === undefined || (Array.isArray(required) && required.every((name) => typeof name === "string"))) {
    return [];
  }
  const place = joinPointer(pointer, "required");
  const message = "required must be a list of the names of properties";
  const fix = "write required: [name] on the object, not on its property";
  if (typeof required !== "boolean") return [spec.error("wrong-type", place, message, fix)];
  spec.mend({ pointer: place, value: undefined });
  return [spec.warning("wrong-type", place, `${message}; here it says nothing`, fix)];
}

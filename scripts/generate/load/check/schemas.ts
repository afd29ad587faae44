import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { suggest } from "../../diagnostics/nearest.ts";
import { describeType, own } from "../json.ts";
import { joinPointer } from "../pointer.ts";
import type { SpecNode } from "../walk.ts";
import type { Check, SpecContext } from "./context.ts";

/** The keywords that types are made of: a misspelled one would be taken as "anything" in silence. */
export const checkSchemas: Check = (spec) => spec.nodes("schema").flatMap((schema) => checkSchema(spec, schema));

const TYPES = ["string", "integer", "number", "boolean", "object", "array", "null"];

function checkSchema(spec: SpecContext, { value, pointer }: SpecNode): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const type = own(value, "type");
  for (const name of type === undefined ? [] : Array.isArray(type) ? (type as unknown[]) : [type]) {
    if (typeof name === "string" && TYPES.includes(name)) continue;
    const message = `There is no type ${JSON.stringify(name)}`;
    // In YAML, `type: null` is no text.
    const fix = name === null ? 'write "null" in quotes' : suggest(String(name), TYPES, "remove it");
    problems.push(spec.error("invalid-value", joinPointer(pointer, "type"), message, fix));
  }
  const choices = own(value, "enum");
  if (choices !== undefined && (!Array.isArray(choices) || choices.length === 0)) {
    const found = Array.isArray(choices) ? "empty" : describeType(choices);
    const message = `enum must be a list of the possible values, and is ${found}`;
    problems.push(spec.error("wrong-type", joinPointer(pointer, "enum"), message, "list the values, or remove it"));
  }
  const required = own(value, "required");
  if (required === undefined || (Array.isArray(required) && required.every((name) => typeof name === "string"))) {
    return problems;
  }
  const message = "required must be a list of the names of properties";
  const fix = "write required: [name] on the object, not on its property";
  return [...problems, spec.error("wrong-type", joinPointer(pointer, "required"), message, fix)];
}

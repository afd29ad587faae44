import { isObject, type JsonObject, listAt, objectAt, own } from "../load/json.ts";
import { dereference } from "../load/pointer.ts";
import type { Operation } from "../model/model.ts";
import { type Extent, exampleArguments, isDemanded } from "./arguments.ts";

/** The arguments of an example call: the spec's examples, and where a call cannot do without an argument that has none, a sample of its schema. */
export function callArguments(document: JsonObject, operation: Operation, extent: Extent): Record<string, unknown> {
  const args = exampleArguments(operation, extent, true);
  for (const parameter of operation.parameters) {
    if (!isDemanded(operation, parameter) || parameter.argument in args) continue;
    args[parameter.argument] = sampleOf(document, parameter.schema);
  }
  const [content] = operation.body?.contents ?? [];
  if (content !== undefined && operation.body?.required === true && args["body"] === undefined)
    args["body"] = sampleOf(document, content.schema);
  return args;
}

const DEEPEST = 12;

/** A value that a schema may be of: what it names by itself, else of each object what is required. */
function sampleOf(document: JsonObject, schema: unknown, depth = 0): unknown {
  const found = dereference(document, schema, "")?.value;
  if (!isObject(found) || depth > DEEPEST) return {};
  const { const: only, default: byDefault, example } = found;
  const named = [only, example, listAt(found, "examples")[0], byDefault, listAt(found, "enum")[0]];
  const given = named.find((value) => value !== undefined && value !== null);
  if (given !== undefined) return given;
  const parts = listAt(found, "allOf");
  const [option] = [...listAt(found, "oneOf"), ...listAt(found, "anyOf")];
  if (parts.length + (option === undefined ? 0 : 1) > 0) {
    const values = [...parts, ...(option === undefined ? [] : [option]), { ...found, allOf: [], oneOf: [], anyOf: [] }];
    return merged(values.map((part) => sampleOf(document, part, depth + 1)));
  }
  const type = [own(found, "type")].flat().find((each) => each !== "null");
  switch (type) {
    case "string":
      return "text";
    case "integer":
    case "number":
      return typeof found["minimum"] === "number" ? found["minimum"] : 1;
    case "boolean":
      return true;
    case "array":
      return Number(found["minItems"] ?? 0) > 0 ? [sampleOf(document, found["items"], depth + 1)] : [];
    default: {
      const names = listAt(found, "required").filter((name) => typeof name === "string");
      const properties = objectAt(found, "properties");
      return Object.fromEntries(names.map((name) => [name, sampleOf(document, own(properties, name), depth + 1)]));
    }
  }
}

/** Objects are put together; of other values the first counts. */
function merged(values: readonly unknown[]): unknown {
  const other = values.find((value) => !isObject(value));
  return other ?? Object.assign({}, ...values);
}

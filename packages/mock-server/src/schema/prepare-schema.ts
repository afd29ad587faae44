import { asList, asObject, isObject, resolveLocal, type JsonObject } from "../json.ts";

/** A body on its way to the server has no `readOnly` properties, one on its way back no `writeOnly` ones. */
export type Direction = "request" | "response";

const NAMED = ["properties", "patternProperties", "$defs", "dependentSchemas"];
const LISTED = ["allOf", "anyOf", "oneOf", "prefixItems"];
const SINGLE = [
  "items",
  "additionalProperties",
  "not",
  "if",
  "then",
  "else",
  "contains",
  "propertyNames",
  "unevaluatedItems",
  "unevaluatedProperties",
];
// Only words that a validator knows and takes: documents in the wild have others beside them, and wrong values in them.
const NUMBERS = [
  "multipleOf",
  "maximum",
  "minimum",
  "exclusiveMaximum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "maxItems",
  "minItems",
  "maxContains",
  "minContains",
  "maxProperties",
  "minProperties",
];
const TYPES = ["null", "boolean", "object", "array", "number", "string", "integer"];

export interface Preparing {
  readonly document: JsonObject;
  readonly direction: Direction;
  /** The name that the target of a reference is compiled under. */
  readonly refer: (ref: string) => string;
}

/** A schema of a document as a JSON Schema 2020-12 validator takes it, with what OpenAPI 3.0 says in words of its own put into JSON Schema's. */
export function prepareSchema(preparing: Preparing, schema: unknown): unknown {
  if (!isObject(schema)) return schema === undefined ? true : schema;
  const { document } = preparing;
  const isOld = String(document["openapi"]).startsWith("3.0");
  const ref = schema["$ref"];
  if (isOld && typeof ref === "string") return { $ref: preparing.refer(ref) };
  const prepared: JsonObject = {};
  if (typeof ref === "string") prepared["$ref"] = preparing.refer(ref);
  for (const key of NAMED) if (isObject(schema[key])) prepared[key] = mapValues(schema[key], preparing);
  for (const key of LISTED) {
    const list = schema[key];
    if (Array.isArray(list) && list.length > 0) prepared[key] = list.map((each) => prepareSchema(preparing, each));
  }
  for (const key of SINGLE) {
    if (isObject(schema[key]) || typeof schema[key] === "boolean")
      prepared[key] = prepareSchema(preparing, schema[key]);
  }
  for (const key of NUMBERS) if (typeof schema[key] === "number") prepared[key] = schema[key];
  if (typeof schema["format"] === "string") prepared["format"] = schema["format"];
  if (typeof schema["pattern"] === "string" && isPattern(schema["pattern"])) prepared["pattern"] = schema["pattern"];
  if (schema["uniqueItems"] === true) prepared["uniqueItems"] = true;
  if (Array.isArray(schema["enum"]) && schema["enum"].length > 0) prepared["enum"] = schema["enum"];
  if ("const" in schema) prepared["const"] = schema["const"];
  if (isObject(schema["dependentRequired"])) prepared["dependentRequired"] = schema["dependentRequired"];
  const types = typesOf(schema);
  if (types.length > 0) prepared["type"] = types;
  if (isOld) readOldWords(schema, prepared);
  hide(preparing, schema, prepared);
  return prepared;
}

/** The types that a schema names, `nullable` included. */
export function typesOf(schema: JsonObject): string[] {
  const named = [schema["type"]].flat().filter((type): type is string => TYPES.includes(String(type)));
  return schema["nullable"] === true && named.length > 0 ? [...new Set([...named, "null"])] : named;
}

function mapValues(schemas: unknown, preparing: Preparing): JsonObject {
  return Object.fromEntries(
    Object.entries(asObject(schemas)).map(([name, each]) => [name, prepareSchema(preparing, each)]),
  );
}

function readOldWords(schema: JsonObject, prepared: JsonObject): void {
  for (const side of ["Maximum", "Minimum"]) {
    const bound = schema[side.toLowerCase()];
    if (schema[`exclusive${side}`] !== true || typeof bound !== "number") continue;
    prepared[`exclusive${side}`] = bound;
    delete prepared[side.toLowerCase()];
  }
  // An enum that forgets null does not take back what `nullable` allows.
  if (schema["nullable"] === true && Array.isArray(prepared["enum"]))
    prepared["enum"] = [...asList(prepared["enum"]), null];
}

/** Properties of the other direction are neither required nor, on their way to the server, allowed. */
function hide({ document, direction }: Preparing, schema: JsonObject, prepared: JsonObject): void {
  const word = direction === "request" ? "readOnly" : "writeOnly";
  const hidden = Object.entries(asObject(schema["properties"]))
    .filter(([, property]) => hasFlag(document, property, word))
    .map(([name]) => name);
  const properties = asObject(prepared["properties"]);
  for (const name of hidden) properties[name] = direction !== "request";
  const { required } = schema;
  if (!Array.isArray(required)) return;
  prepared["required"] = [...new Set(required.filter((name) => typeof name === "string" && !hidden.includes(name)))];
}

/**
 * Whether a property is marked, by itself, by what it refers to or by a part of its allOf. Both marks at once contradict each
 * other, and hide nothing.
 */
export function hasFlag(document: JsonObject, property: unknown, word: "readOnly" | "writeOnly"): boolean {
  const other = word === "readOnly" ? "writeOnly" : "readOnly";
  return says(document, property, word, new Set()) && !says(document, property, other, new Set());
}

function says(document: JsonObject, schema: unknown, word: string, seen: Set<unknown>): boolean {
  if (!isObject(schema) || seen.has(schema)) return false;
  seen.add(schema);
  return (
    schema[word] === true ||
    says(document, resolveLocal(document, schema), word, seen) ||
    asList(schema["allOf"]).some((part) => says(document, part, word, seen))
  );
}

/** Whether JavaScript reads the pattern at all: documents also hold those of other languages. */
export function isPattern(pattern: string): boolean {
  try {
    return RegExp(pattern, "u") instanceof RegExp;
  } catch {
    return false;
  }
}

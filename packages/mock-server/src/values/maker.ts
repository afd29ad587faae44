import { asList, asObject, isObject, pointerTarget, type JsonObject } from "../json.ts";
import type { SchemaChecker } from "../schema/checker.ts";
import { hasFlag, typesOf, type Direction } from "../schema/prepare-schema.ts";
import { makeNumber } from "./number.ts";
import { shapesOf, type Shape } from "./shapes.ts";
import { makeText } from "./text.ts";

export interface Wanted {
  readonly direction: Direction;
  /** Whether optional properties are given as well. Default `all`. */
  readonly extent?: "required" | "all";
}

/** Makes values that schemas of one document allow: always the same ones. */
export interface ValueMaker {
  /** Throws where none can be found, and says what stands against the best one. */
  make(schema: unknown, wanted: Wanted): unknown;
}

/** Alternatives of a schema that are tried before it is given up. */
const TRIES = 24;
/** Optional properties further down are left out: documents nest for ever. */
const DEPTH = 5;

export function createValueMaker(document: JsonObject, checker: SchemaChecker): ValueMaker {
  return {
    make(schema, { direction, extent = "all" }) {
      const told: string[] = [];
      const extents = extent === "all" ? (["all", "required"] as const) : (["required"] as const);
      for (const each of extents) {
        for (const examples of [true, false]) {
          const making: Making = { document, checker, direction, extent: each, examples };
          for (const value of candidates(making, schema, START)) {
            const problems = checker.problems(schema, value, direction);
            if (problems.length === 0) return value;
            told.push(problems.map(({ message }) => message).join("; "));
          }
        }
      }
      throw new Error(`No value could be made for the schema ${brief(schema)}: ${told[0] ?? "it allows none"}`);
    },
  };
}

interface Making {
  readonly document: JsonObject;
  readonly checker: SchemaChecker;
  readonly direction: Direction;
  readonly extent: "required" | "all";
  /** Whether examples and defaults in schemas are taken. */
  readonly examples: boolean;
}

interface Place {
  readonly behind: ReadonlySet<string>;
  readonly depth: number;
  /** Items of one list differ by it. */
  readonly turn: number;
}

const START: Place = { behind: new Set(), depth: 0, turn: 0 };

function* candidates(making: Making, schema: unknown, place: Place): Iterable<unknown> {
  let tries = 0;
  for (const shape of shapesOf(making.document, schema, place.behind)) {
    yield* valuesOf(making, shape, place);
    tries += 1;
    if (tries === TRIES) return;
  }
}

/** The first value; of a schema with alternatives the first that all of it allows. */
function firstValue(making: Making, schema: unknown, place: Place): { readonly value: unknown } | undefined {
  let first: { readonly value: unknown } | undefined;
  for (const value of candidates(making, schema, place)) {
    if (!hasAlternatives(making.document, schema)) return { value };
    if (making.checker.problems(schema, value, making.direction).length === 0) return { value };
    first ??= { value };
  }
  return first;
}

function hasAlternatives(document: JsonObject, schema: unknown, hops = 0): boolean {
  if (!isObject(schema) || hops > 8) return false;
  const { $ref: ref, allOf } = schema;
  if (["oneOf", "anyOf", "not", "if"].some((word) => schema[word] !== undefined)) return true;
  if (typeof ref === "string" && hasAlternatives(document, pointerTarget(document, ref), hops + 1)) return true;
  return asList(allOf).some((part) => hasAlternatives(document, part, hops + 1));
}

function* valuesOf(making: Making, { schema, behind }: Shape, place: Place): Iterable<unknown> {
  const inside = { ...place, behind };
  if ("const" in schema) {
    yield schema["const"];
    return;
  }
  const choices = asList(schema["enum"]);
  if (choices.length > 0) {
    const listed = choices.filter((choice) => choice !== null);
    yield listed.length === 0 ? null : listed[place.turn % listed.length];
    return;
  }
  if (making.examples && place.turn === 0) {
    const given = [schema["example"], asList(schema["examples"])[0], schema["default"]];
    const known = given.find((each) => each !== undefined && each !== null);
    if (known !== undefined) yield known;
  }
  const types = typesOf(schema);
  const guessed =
    types.length === 0 ? [guessType(schema)] : types.filter((type) => type !== "null" || types.length === 1);
  for (const type of guessed) {
    const made = ofType(making, type, schema, inside);
    if (made !== undefined) yield made.value;
  }
  if (types.includes("null")) yield null;
}

function guessType(schema: JsonObject): string {
  const has = (...words: string[]): boolean => words.some((word) => schema[word] !== undefined);
  if (has("properties", "additionalProperties", "required", "minProperties", "patternProperties")) return "object";
  if (has("items", "prefixItems", "minItems", "contains")) return "array";
  if (has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) return "number";
  return "string";
}

function ofType(
  making: Making,
  type: string,
  schema: JsonObject,
  place: Place,
): { readonly value: unknown } | undefined {
  switch (type) {
    case "null":
      return { value: null };
    case "boolean":
      return { value: place.turn % 2 === 0 };
    case "integer":
    case "number":
      return { value: makeNumber(schema, type === "integer", place.turn) };
    case "array":
      return makeList(making, schema, place);
    case "object":
      return makeObject(making, schema, place);
    default:
      return { value: makeText(schema, place.turn) };
  }
}

function makeList(making: Making, schema: JsonObject, place: Place): { readonly value: unknown } | undefined {
  const least = typeof schema["minItems"] === "number" ? schema["minItems"] : 0;
  const most = typeof schema["maxItems"] === "number" ? schema["maxItems"] : Infinity;
  const tuple = asList(schema["prefixItems"]);
  const wanted = Math.min(Math.max(least, tuple.length, making.extent === "all" || place.depth === 0 ? 1 : 0), most);
  const value: unknown[] = [];
  for (let index = 0; index < wanted; index += 1) {
    const item =
      tuple[index] ??
      (schema["items"] !== undefined && schema["items"] !== true ? schema["items"] : (schema["contains"] ?? true));
    const made = firstValue(making, item, { ...place, depth: place.depth + 1, turn: index });
    if (made === undefined) return index < Math.max(least, tuple.length) ? undefined : { value };
    value.push(made.value);
  }
  return { value };
}

function makeObject(making: Making, schema: JsonObject, place: Place): { readonly value: unknown } | undefined {
  const { document, direction, extent } = making;
  const required = asList(schema["required"]).map(String);
  const properties = asObject(schema["properties"]);
  const word = direction === "request" ? "readOnly" : "writeOnly";
  const hidden = new Set(Object.keys(properties).filter((name) => hasFlag(document, properties[name], word)));
  const inside = { ...place, depth: place.depth + 1 };
  const value: JsonObject = Object.create(null) as JsonObject;
  for (const [name, property] of Object.entries(properties)) {
    const isRequired = required.includes(name);
    if (hidden.has(name) || (!isRequired && (extent === "required" || place.depth >= DEPTH))) continue;
    const made = firstValue(making, property, inside);
    if (made !== undefined) value[name] = made.value;
    else if (isRequired) return undefined;
  }
  const [patterned] = Object.values(asObject(schema["patternProperties"]));
  const others = isObject(schema["additionalProperties"]) ? schema["additionalProperties"] : (patterned ?? true);
  const add = (name: string): boolean => {
    const made = firstValue(making, others, inside);
    if (made !== undefined) value[name] = made.value;
    return made !== undefined;
  };
  for (const name of required) {
    if (!(name in value) && !hidden.has(name) && !add(name)) return undefined;
  }
  const least = typeof schema["minProperties"] === "number" ? schema["minProperties"] : 0;
  const isMap = isObject(schema["additionalProperties"]) && Object.keys(properties).length === 0;
  const wanted = Math.max(least, isMap && extent === "all" ? 1 : 0);
  for (let turn = 0; Object.keys(value).length < wanted && turn < wanted; turn += 1) {
    if (!add(keyFor(schema, turn)) && Object.keys(value).length < least) return undefined;
  }
  return { value: { ...value } };
}

function keyFor(schema: JsonObject, turn: number): string {
  const [pattern] = Object.keys(asObject(schema["patternProperties"]));
  const named = isObject(schema["propertyNames"]) ? schema["propertyNames"] : {};
  const [choice] = asList(named["enum"]).slice(turn);
  if (typeof choice === "string") return choice;
  return makeText(pattern === undefined || isObject(schema["additionalProperties"]) ? named : { pattern }, turn);
}

function brief(schema: unknown): string {
  const text = JSON.stringify(schema);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}

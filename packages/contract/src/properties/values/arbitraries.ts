import { shapesOf, typesOf, type Direction, type SchemaChecker, type ValueMaker } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { isObject, listOf, type JsonObject } from "../../openapi/json.ts";
import { breachesOf, type Breaches } from "../breaches/breaches.ts";
import { FORMATS } from "./formats.ts";
import { lists } from "./lists.ts";
import { deeper, DEPTH, START, type Making, type Place } from "./making.ts";
import { numbers } from "./numbers.ts";
import { objects } from "./objects.ts";
import { matching } from "./patterns.ts";
import { plain } from "./plain.ts";
import { texts, type Alphabet } from "./texts.ts";
import { those } from "./tries.ts";

// Arbitraries of what a schema allows. Where its words say more than an arbitrary can, values are filtered by the checker of the
// schema; where nothing gets through, one that the value maker finds stands for all, and where it finds none that is an error.

export interface Arbitraries {
  /** Throws where no value can be found that the schema allows. */
  of(schema: unknown): fc.Arbitrary<unknown>;
  /** Everything that the schema demands, broken one at a time. */
  breaches(schema: unknown): Breaches;
}

export interface ArbitraryOptions {
  readonly document: JsonObject;
  readonly checker: SchemaChecker;
  readonly maker: ValueMaker;
  readonly direction: Direction;
  readonly alphabet?: Alphabet;
}

/** Alternatives of a schema that are tried; each choice in each part makes another. */
const SHAPES = 16;

export function createArbitraries({ alphabet = "any", ...options }: ArbitraryOptions): Arbitraries {
  const making: Making = { ...options, alphabet, make: memoized((schema, place) => make(making, schema, place)) };
  const whole = new Map<unknown, fc.Arbitrary<unknown>>();
  return {
    breaches: (schema) => breachesOf(making, schema),
    of(schema) {
      const known = whole.get(schema);
      if (known !== undefined) return known;
      const made = making.make(schema, START);
      const checked = (made && allowed(making, schema, made)) ?? fc.constant(makeOne(making, schema));
      whole.set(schema, checked);
      return checked;
    },
  };
}

function makeOne({ maker, direction }: Making, schema: unknown): unknown {
  return maker.make(schema ?? {}, { direction });
}

/** One arbitrary for a schema in places of the same depth: documents refer to the same schemas over and over. */
function memoized(makeAnew: Making["make"]): Making["make"] {
  const known = new Map<unknown, Map<string, fc.Arbitrary<unknown> | undefined>>();
  return (schema, place) => {
    const byPlace = known.get(schema) ?? new Map<string, fc.Arbitrary<unknown> | undefined>();
    known.set(schema, byPlace);
    const key = [place.depth, ...place.behind].join(" ");
    if (!byPlace.has(key)) byPlace.set(key, makeAnew(schema, place));
    return byPlace.get(key);
  };
}

function make(making: Making, schema: unknown, place: Place): fc.Arbitrary<unknown> | undefined {
  const found: fc.Arbitrary<unknown>[] = [];
  let count = 0;
  for (const shape of shapesOf(making.document, schema, place.behind)) {
    const inside = deeper(place, shape.behind);
    for (const each of ofShape(making, shape.schema, inside)) {
      const checked = needsCheck(making.document, schema) ? allowed(making, schema, each) : each;
      if (checked !== undefined) found.push(checked);
    }
    if (++count === SHAPES) break;
  }
  if (found.length > 0) return fc.oneof({ withCrossShrink: true }, ...found);
  // What is too deep has no value because nothing may be entered twice, and is left out.
  if (place.depth > DEPTH || count === 0) return undefined;
  try {
    return fc.constant(makeOne(making, schema));
  } catch {
    return undefined; // whoever needs a value here has none either, and says so
  }
}

/** The values that the schema allows; undefined where of many tried it allows none. */
function allowed(
  { checker, direction }: Making,
  schema: unknown,
  arbitrary: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> | undefined {
  const isAllowed = (value: unknown): boolean => checker.problems(schema ?? {}, plain(value), direction).length === 0;
  return those(arbitrary, isAllowed, schema);
}

/** Words that arbitraries do not, or not always, keep to. */
const BEYOND =
  /^(?:not|if|oneOf|anyOf|allOf|contains|dependent\w+|propertyNames|patternProperties|unevaluated\w+|minProperties|maxProperties|uniqueItems|pattern|format|enum|multipleOf)$/;

function needsCheck(document: JsonObject, schema: unknown): boolean {
  if (!isObject(schema)) return false;
  return Object.keys(schema).some((word) => BEYOND.test(word) || word === "$ref") && document !== schema;
}

function* ofShape(making: Making, schema: JsonObject, place: Place): Iterable<fc.Arbitrary<unknown>> {
  if ("const" in schema) {
    yield fc.constant(schema["const"]);
    return;
  }
  const types = typesOf(schema);
  // OpenAPI 3.0 allows null beside an enum that forgets it; where it is not allowed, the check drops it.
  const choices = [...listOf(schema["enum"]), ...(types.includes("null") ? [null] : [])];
  if (listOf(schema["enum"]).length > 0) {
    yield fc.constantFrom(...choices);
    return;
  }
  for (const type of types.length > 0 ? types : guessedTypes(schema)) {
    const made = ofType(making, type, schema, place);
    if (made !== undefined) yield made;
  }
}

/** What a schema without a type speaks of; of one that speaks of nothing, something of every type. */
function guessedTypes(schema: JsonObject): readonly string[] {
  const has = (...words: string[]): boolean => words.some((word) => schema[word] !== undefined);
  if (has("properties", "additionalProperties", "required", "minProperties", "patternProperties")) return ["object"];
  if (has("items", "prefixItems", "minItems", "contains")) return ["array"];
  if (has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")) return ["number"];
  if (has("pattern", "format", "minLength", "maxLength")) return ["string"];
  return ["string", "number", "boolean", "null"];
}

function ofType(making: Making, type: string, schema: JsonObject, place: Place): fc.Arbitrary<unknown> | undefined {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return numbers(schema, type === "integer");
    case "array":
      return lists(making, schema, place);
    case "object":
      return objects(making, schema, place);
    default:
      return ofText(making, schema);
  }
}

function ofText(
  { alphabet }: Making,
  { pattern, format, minLength, maxLength }: JsonObject,
): fc.Arbitrary<string> | undefined {
  const shortest = typeof minLength === "number" ? minLength : 0;
  const longest = typeof maxLength === "number" ? maxLength : Infinity;
  if (shortest > longest) return undefined;
  if (typeof pattern === "string") {
    const found = matching(pattern);
    if (found !== undefined) return found;
  }
  return (typeof format === "string" ? FORMATS[format] : undefined) ?? texts({ shortest, longest }, alphabet);
}

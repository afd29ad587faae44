import { shapesOf } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { isObject, listOf, objectOf, textOf, type JsonObject } from "../../openapi/json.ts";
import { deeper, DEPTH, START, type Making, type Place } from "../values/making.ts";
import { hiddenIn } from "../values/objects.ts";
import { textOfItem } from "../values/lists.ts";
import { plain } from "../values/plain.ts";
import { distinct, those } from "../values/tries.ts";
import { brokenWords } from "./words.ts";

/** One constraint of a schema, and values in which nothing but that is wrong. */
export interface Breach {
  readonly word: string;
  /** Where in the value it is broken. */
  readonly place: readonly string[];
  readonly values: fc.Arbitrary<unknown>;
}

export interface Breaches {
  readonly found: readonly Breach[];
  /** Words that no value was found to break alone: mostly another alternative of the schema allows what breaks them. */
  readonly unbroken: readonly string[];
}

const SHAPES = 8;

/** Everything that a schema demands, broken one at a time. */
export function breachesOf(making: Making, schema: unknown): Breaches {
  const all = [...within(making, schema, START, new Set())];
  const found: Breach[] = [];
  const unbroken: string[] = [];
  for (const { word, place, values } of all) {
    const forbidden = filtered(making, schema, values);
    if (forbidden === undefined) unbroken.push(`${word} at /${place.join("/")}`);
    else found.push({ word, place, values: forbidden });
  }
  // A shape for each choice among alternatives: what they have in common is broken once.
  const distinct = new Map(found.map((breach) => [`${breach.word} ${breach.place.join("/")}`, breach]));
  const names = new Set(distinct.keys());
  return {
    found: [...distinct.values()],
    unbroken: [...new Set(unbroken)].filter((each) => !names.has(each.replace(" at /", " "))),
  };
}

/** The values that the schema forbids as a whole; undefined where of many tried it allows all. */
function filtered(
  { checker, direction }: Making,
  schema: unknown,
  values: fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> | undefined {
  const isForbidden = (value: unknown): boolean => checker.problems(schema ?? {}, plain(value), direction).length > 0;
  return those(values, isForbidden, schema);
}

function* within(making: Making, schema: unknown, place: Place, seen: Set<unknown>): Iterable<Breach> {
  if (!isObject(schema) || place.depth > DEPTH) return;
  const key = textOf(schema["$ref"]) ?? schema;
  if (seen.has(key)) return;
  seen.add(key);
  yield* ofWholes(making, schema, place);
  let count = 0;
  for (const shape of shapesOf(making.document, schema, place.behind)) {
    yield* ofShape(making, shape.schema, deeper(place, shape.behind), seen);
    if (++count === SHAPES) break;
  }
}

/** Words that only a value as a whole can break: it is made as if the word were not there. */
const WHOLE = [
  "not",
  "oneOf",
  "if",
  "contains",
  "dependentRequired",
  "dependentSchemas",
  "propertyNames",
  "unevaluatedProperties",
];

function* ofWholes(making: Making, schema: JsonObject, place: Place): Iterable<Breach> {
  for (const word of WHOLE) {
    if (schema[word] === undefined) continue;
    const { [word]: said, ...rest } = schema;
    const values = making.make(withoutWord(word, said, rest), place);
    const isBroken = (value: unknown): boolean =>
      making.checker.problems(schema, plain(value), making.direction).some(({ code }) => code === word);
    const broken = values && those(values, isBroken, schema);
    if (broken !== undefined) yield { word, place: [], values: broken };
  }
}

function* ofShape(making: Making, schema: JsonObject, place: Place, seen: Set<unknown>): Iterable<Breach> {
  for (const { word, values } of brokenWords(schema)) yield { word, place: [], values };
  yield* inLists(making, schema, place, seen);
  yield* inObjects(making, schema, place, seen);
}

function* inLists(making: Making, schema: JsonObject, place: Place, seen: Set<unknown>): Iterable<Breach> {
  const { minItems, maxItems, uniqueItems, items, prefixItems } = schema;
  if ([minItems, maxItems, uniqueItems, items, prefixItems].every((word) => word === undefined)) return;
  const made = making.make({ ...schema, type: "array" }, { ...place, depth: place.depth - 1 });
  const list = made && those(made, Array.isArray, schema);
  const item = making.make(items ?? true, place);
  const of = (minLength: number, maxLength = minLength): fc.Arbitrary<unknown[]> =>
    item === undefined ? fc.constant([]) : fc.array(item, { minLength, maxLength });
  if (typeof minItems === "number" && minItems > 0)
    yield { word: "minItems", place: [], values: of(0, 0).map(() => []) };
  if (typeof maxItems === "number" && maxItems < 500 && item !== undefined) {
    // Where there are not so many different items, no list breaks it alone, and that is told of one that breaks nothing.
    const values = uniqueItems === true ? (distinctOf(item, maxItems + 1, schema) ?? list) : of(maxItems + 1);
    if (values !== undefined) yield { word: "maxItems", place: [], values };
  }
  if (uniqueItems === true && item !== undefined && !(typeof maxItems === "number" && maxItems < 2)) {
    const count = Math.max(typeof minItems === "number" ? minItems : 2, 2);
    yield { word: "uniqueItems", place: [], values: item.map((each) => Array<unknown>(count).fill(each)) };
  }
  if (list === undefined) return;
  for (const [index, schemaOfPlace] of [
    ...listOf(prefixItems).entries(),
    ["0", prefixItems === undefined ? items : undefined] as const,
  ]) {
    for (const breach of within(making, schemaOfPlace, place, seen)) {
      const values = fc
        .tuple(list, breach.values)
        .map(([value, broken]) => withItem(value as unknown[], Number(index), broken));
      yield { word: breach.word, place: [String(index), ...breach.place], values };
    }
  }
}

function distinctOf(
  item: fc.Arbitrary<unknown>,
  count: number,
  schema: JsonObject,
): fc.Arbitrary<unknown[]> | undefined {
  return distinct(item, { minLength: count, maxLength: count, keyOf: textOfItem }, schema);
}

function* inObjects(making: Making, schema: JsonObject, place: Place, seen: Set<unknown>): Iterable<Breach> {
  const { required, additionalProperties, minProperties, maxProperties } = schema;
  const properties = objectOf(schema["properties"]);
  const isObjects = [required, additionalProperties, minProperties, maxProperties, schema["properties"]].some(
    (word) => word !== undefined,
  );
  const object = isObjects
    ? making.make({ ...schema, type: "object" }, { ...place, depth: place.depth - 1 })
    : undefined;
  const objects = object && (those(object, isObject, schema) as fc.Arbitrary<JsonObject> | undefined);
  if (objects === undefined) return;
  const hidden = hiddenIn(making, schema);
  const withField = (name: string, values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc
      .tuple(objects, values)
      .map(([value, broken]) => Object.fromEntries([...Object.entries(without(value, name)), [name, broken]]));
  for (const name of listOf(required).map(String)) {
    if (hidden.includes(name)) continue;
    yield { word: "required", place: [name], values: objects.map((value) => without(value, name)) };
  }
  for (const name of hidden)
    yield { word: "readOnly", place: [name], values: withField(name, fc.constantFrom("text", 1, true)) };
  if (additionalProperties === false) {
    const unknown = unusedName(properties);
    yield { word: "additionalProperties", place: [unknown], values: withField(unknown, fc.constantFrom("text", 1)) };
  }
  if (typeof minProperties === "number" && minProperties > 0)
    yield { word: "minProperties", place: [], values: fc.constant({}) };
  if (typeof maxProperties === "number" && maxProperties < 100) {
    const more = Object.fromEntries(Array.from({ length: maxProperties + 1 }, (_, index) => [`more${index}`, "text"]));
    yield { word: "maxProperties", place: [], values: objects.map((value) => ({ ...more, ...value })) };
  }
  const named = Object.entries(properties).filter(([name]) => !hidden.includes(name));
  const others: (readonly [string, unknown])[] = isObject(additionalProperties)
    ? [[unusedName(properties), additionalProperties]]
    : [];
  for (const [name, property] of [...named, ...others]) {
    for (const breach of within(making, property, place, seen))
      yield { word: breach.word, place: [name, ...breach.place], values: withField(name, breach.values) };
  }
}

function unusedName(properties: JsonObject): string {
  let name = "unknown";
  while (Object.hasOwn(properties, name)) name += "x";
  return name;
}

function withItem(list: readonly unknown[], index: number, item: unknown): unknown[] {
  return [...list.slice(0, index), item, ...list.slice(index + 1)];
}

function without(value: JsonObject, name: string): JsonObject {
  const { [name]: _, ...rest } = value;
  return rest;
}

/** The schema as if it did not say the word; nearer to what breaks it, where that is rare. */
function withoutWord(word: string, said: unknown, rest: JsonObject): JsonObject {
  if (word === "oneOf") return { ...rest, anyOf: said };
  return word === "not" ? { ...rest, allOf: [...listOf(rest["allOf"]), said] } : rest;
}

import { hasFlag } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { isObject, listOf, objectOf, type JsonObject } from "../../openapi/json.ts";
import { DEPTH, type Making, type Place } from "./making.ts";
import { matching } from "./patterns.ts";
import { texts } from "./texts.ts";
import { distinct, those } from "./tries.ts";

export function objects(making: Making, schema: JsonObject, place: Place): fc.Arbitrary<JsonObject> | undefined {
  const properties = objectOf(schema["properties"]);
  const hidden = new Set(hiddenIn(making, schema));
  const required = listOf(schema["required"])
    .map(String)
    .filter((name) => !hidden.has(name));
  const fields: Record<string, fc.Arbitrary<unknown>> = {};
  for (const name of new Set([...required, ...Object.keys(properties)])) {
    const isRequired = required.includes(name);
    if (hidden.has(name) || (!isRequired && place.depth > DEPTH)) continue;
    const field = making.make(properties[name] ?? schemaOfOther(schema, name), place);
    if (field === undefined && isRequired) return undefined;
    if (field !== undefined) define(fields, name, field);
  }
  const record = fc.record(fields, { requiredKeys: required, noNullPrototype: true });
  const others = othersOf(making, schema, place, [...Object.keys(properties), ...required]);
  if (others === undefined) return record;
  return fc.tuple(record, others).map(([known, other]) => ({ ...other, ...known }));
}

/** Properties that do not travel this way. */
export function hiddenIn({ document, direction }: Making, schema: JsonObject): string[] {
  const word = direction === "request" ? "readOnly" : "writeOnly";
  return Object.entries(objectOf(schema["properties"]))
    .filter(([, property]) => hasFlag(document, property, word))
    .map(([name]) => name);
}

/** What a schema says of a property that it does not name. */
function schemaOfOther(schema: JsonObject, name: string): unknown {
  const byPattern = Object.entries(objectOf(schema["patternProperties"])).find(([pattern]) => fits(pattern, name));
  return byPattern?.[1] ?? schema["additionalProperties"] ?? true;
}

function fits(pattern: string, name: string): boolean {
  try {
    return new RegExp(pattern, "u").test(name);
  } catch {
    return false;
  }
}

/** Properties without a name of their own, where the schema speaks of such. */
function othersOf(
  making: Making,
  schema: JsonObject,
  place: Place,
  known: readonly string[],
): fc.Arbitrary<JsonObject> | undefined {
  const { patternProperties, additionalProperties, minProperties, propertyNames } = schema;
  const least = typeof minProperties === "number" ? Math.max(minProperties - known.length, 0) : 0;
  const size = { minLength: least, maxLength: place.depth > DEPTH ? least : least + 3 };
  const maps = (names: fc.Arbitrary<string>, values: fc.Arbitrary<unknown>): fc.Arbitrary<JsonObject>[] => {
    const members = distinct(fc.tuple(names, values), { ...size, keyOf: ([name]) => name }, schema);
    return members === undefined ? [] : [members.map((each) => Object.fromEntries(each))];
  };
  const patterns = Object.entries(objectOf(patternProperties)).flatMap(([pattern, each]) => {
    const names = matching(pattern);
    const values = making.make(each, place);
    return names === undefined || values === undefined ? [] : maps(names, values);
  });
  const isOpen = additionalProperties === true || isObject(additionalProperties) || least > 0;
  const values = isOpen ? making.make(additionalProperties ?? true, place) : undefined;
  const names =
    propertyNames === undefined
      ? texts({ shortest: 0, longest: 20 }, making.alphabet)
      : namesOf(making, propertyNames, place);
  if (values !== undefined && names !== undefined) {
    const isFree = (name: string): boolean =>
      !known.includes(name) && schemaOfOther({ patternProperties }, name) === true;
    const free = those(names, isFree, schema);
    if (free !== undefined) patterns.push(...maps(free, values));
  }
  if (patterns.length === 0) return undefined;
  return fc.tuple(...patterns).map((parts) => Object.assign({}, ...parts) as JsonObject);
}

function namesOf(making: Making, propertyNames: unknown, place: Place): fc.Arbitrary<string> | undefined {
  const schema = isObject(propertyNames) ? { type: "string", ...propertyNames } : { type: "string" };
  return making.make(schema, place)?.map(String);
}

/** By definition, not by assignment: a name may be `__proto__`. */
function define<T>(target: Record<string, T>, name: string, value: T): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

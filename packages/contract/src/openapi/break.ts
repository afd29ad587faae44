import { isObject, listOf, objectOf, type JsonObject } from "./json.ts";

/** A value that one keyword of a schema forbids. */
export interface Breaking {
  /** The keyword, and of `required` and its like the name that it is about. */
  readonly constraint: string;
  readonly keyword: string;
  /** Values to try: the first that the whole schema forbids will do. */
  readonly values: readonly unknown[];
}

/** What each constraint of a schema forbids in the place of a value. Words that say nothing of values are left out. */
export function breakingsOf(schema: JsonObject, value: unknown): Breaking[] {
  const found: Breaking[] = [];
  const add = (keyword: string, values: readonly unknown[], name?: string): void =>
    void found.push({ constraint: name === undefined ? keyword : `${keyword} ${name}`, keyword, values });
  const owner = objectOf(value);
  for (const [keyword, said] of Object.entries(schema)) {
    const number = typeof said === "number" ? said : undefined;
    if (keyword === "required")
      for (const name of listOf(said)) add(keyword, [without(owner, String(name))], String(name));
    else if (keyword === "dependentRequired") {
      for (const [name, needed] of Object.entries(objectOf(said)))
        for (const other of listOf(needed))
          add(keyword, [without({ [name]: "example", ...owner }, String(other))], name);
    } else if (number !== undefined && BOUNDS[keyword] !== undefined) add(keyword, BOUNDS[keyword](number, value));
    else if (keyword === "additionalProperties" || keyword === "unevaluatedProperties") {
      if (said === false) add(keyword, [{ ...owner, "x-planted": 1 }]);
    } else if (keyword === "unevaluatedItems" || (keyword === "items" && said === false)) {
      if (said === false) add(keyword, [[...listOf(value), "planted"]]);
    } else if (keyword === "uniqueItems") {
      if (said === true) add(keyword, repeated(listOf(value), schema["items"]));
    } else if (keyword === "discriminator") {
      const name = String(objectOf(said)["propertyName"]);
      add(keyword, [{ ...owner, [name]: "NotAnAlternative" }], name);
    } else if (keyword === "readOnly") {
      if (said === true) add(keyword, [value ?? "planted"]);
    } else if (OF_VALUES.has(keyword)) add(keyword, othersFor(keyword, value));
  }
  return found;
}

/** With its last item twice; where there is none, twice what the list may hold. */
function repeated(list: readonly unknown[], items: unknown): unknown[] {
  const [last] = list.slice(-1);
  if (list.length > 0) return [[...list, last]];
  return [...listOf(objectOf(items)["enum"]), ...OTHERS].map((each) => [each, each]);
}

const OF_VALUES = new Set([
  "type",
  "enum",
  "const",
  "format",
  "pattern",
  "oneOf",
  "anyOf",
  "not",
  "if",
  "contains",
  "propertyNames",
]);

/** Of the same type first, so that it is this keyword and not the type that forbids them. */
function othersFor(keyword: string, value: unknown): readonly unknown[] {
  if (keyword === "type") return OTHERS;
  const like = typeof value === "number" ? NUMBERS : typeof value === "string" ? TEXTS : [];
  const contained = Array.isArray(value) ? [[], ...OTHERS.map((each) => [each])] : [];
  const named = isObject(value) ? [{ ...value, "planted !": "planted" }, {}] : [];
  if (keyword === "propertyNames") named.push({ ...objectOf(value), [LONG]: "planted" });
  return [...like, ...contained, ...named, ...(keyword === "enum" || keyword === "const" ? [] : OTHERS)];
}

const OTHERS: readonly unknown[] = [12.5, "not what is wanted", true, {}, [], [{}], -1e15, null];
const LONG = "x".repeat(1000);
const TEXTS = ["not what is wanted", "!", "", "\u0000", "NotListedYet", "*#&+:<>?", "two\r\nlines"];
const NUMBERS = [12.5, -1e15, 1e15, 2 ** 31, 1e300];

const BOUNDS: Readonly<Record<string, (bound: number, value: unknown) => readonly unknown[]>> = {
  minimum: (bound) => [bound - 1],
  maximum: (bound) => [bound + 1],
  exclusiveMinimum: (bound) => [bound],
  exclusiveMaximum: (bound) => [bound],
  multipleOf: (step, value) => [Number(value) + 1, Number(value) + step / 2],
  minLength: (least, value) => [String(value).slice(0, least - 1), "x".repeat(Math.max(least - 1, 0))],
  maxLength: (most, value) => [String(value).padEnd(most + 1, "x"), "x".repeat(most + 1)],
  minItems: (least, value) => [listOf(value).slice(0, least - 1)],
  maxItems: (most, value) => [Array.from({ length: most + 1 }, (_, index) => listOf(value)[index] ?? listOf(value)[0])],
  minProperties: (least, value) => [Object.fromEntries(Object.entries(objectOf(value)).slice(0, least - 1))],
  maxProperties: (most, value) => [
    {
      ...objectOf(value),
      ...Object.fromEntries(Array.from({ length: most + 1 }, (_, index) => [`planted${index}`, 1])),
    },
  ],
};

function without({ ...owner }: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(owner).filter(([key]) => key !== name));
}

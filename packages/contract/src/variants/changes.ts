import { isObject, listOf } from "../openapi/json.ts";
import { mayBe, type Reading, type Spot } from "../openapi/spots.ts";
import { isInt64 } from "./kept.ts";
import { GONE } from "./rebuild.ts";

/** What is done to every place of a body that it can be done to. */
export interface Change {
  /** What the body then has. */
  readonly what: string;
  /** The other value, or nothing where the place stays as it is. */
  readonly change: (spot: Spot, reading: Reading) => readonly [unknown?];
}

/** Texts that are easily lost on the way: of other scripts, beyond the basic plane, or no characters at all. */
const TEXTS: readonly (readonly [what: string, text: string])[] = [
  ["texts of many scripts", "ÄÖÜß — שלום — 日本語 — क्षि — e\u0301 — 👩‍👩‍👧 — \u{10FFFF}"],
  ["texts that need escapes", '"\\/\b\f\n\r\t\u0000\u001F\u007F\u2028\u2029\uFEFF</script>'],
  ["texts with half of a character", "\uD83D and \uDE00"],
  ["texts that look like other things", "int64:9007199254740993"],
  ["empty texts", ""],
];

/** Numbers at the edges of what a JavaScript number holds. */
const NUMBERS = [
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 31 - 1,
  -(2 ** 31),
  0,
  -0,
  0.1 + 0.2,
  Number.MIN_VALUE,
  Number.MAX_VALUE,
];

/** Names that objects have by nature, that pointers escape, and that lists have. */
const NAMES = ["__proto__", "constructor", "toString", "hasOwnProperty", "then", "toJSON", "", "a/b~c", "0", "unknown"];

/** Changes that the schema allows. */
export const WITHIN: readonly Change[] = [
  { what: "null where it may be", change: to((spot) => (spot.value === null ? [] : [null])) },
  { what: "nothing optional", change: ({ isOptional }) => (isOptional ? [GONE] : []) },
  {
    what: "empty lists and objects",
    change: to(({ value }) => (Array.isArray(value) ? [[]] : isObject(value) ? [{}] : [])),
  },
  {
    what: "long lists",
    change: to(({ value }) => (Array.isArray(value) && value.length > 0 ? [repeated(value)] : [])),
  },
  { what: "long texts", change: to(({ value }) => (typeof value === "string" ? ["long ".repeat(2_000)] : [])) },
  { what: "deep objects where anything may be", change: to(({ value }) => (isObject(value) ? [deep(60)] : [])) },
  { what: "the other choice", change: to(({ value }) => (typeof value === "boolean" ? [!value] : [])) },
  ...TEXTS.map(([what, text]) => ({ what, change: to(({ value }) => (typeof value === "string" ? [text] : [])) })),
  ...NUMBERS.map((number) => ({
    what: `the number ${Object.is(number, -0) ? "-0" : number}`,
    // An int64 that is no exact number is refused: see the long integers.
    change: to((spot) =>
      typeof spot.value === "number" && (!isInt64(spot) || Number.isSafeInteger(number)) ? [number] : [],
    ),
  })),
];

/** Changes that go beyond the schema, as later versions of a service do. */
export const BEYOND: readonly Change[] = [
  { what: "unknown fields", change: withUnknown },
  { what: "unknown values of enums", change: unlisted },
];

/** A change to what the place itself may be. */
function to(change: (spot: Spot) => readonly [unknown?]): Change["change"] {
  return (spot, reading) => {
    const [value] = change(spot);
    return value !== undefined && mayBe(reading, spot, value) ? [value] : [];
  };
}

function repeated(list: readonly unknown[]): unknown[] {
  return Array.from({ length: 30 }, (_, index) => list[index % list.length]);
}

function deep(levels: number): unknown {
  let value: unknown = "the bottom";
  for (let level = levels; level > 0; level -= 1) value = level % 2 === 0 ? [value] : { deeper: value };
  return value;
}

/** In a map a member of any name is known, and is like the others. */
function withUnknown({ value, schemas }: Spot, { checker, direction }: Reading): readonly [unknown?] {
  if (!isObject(value)) return [];
  const isMap = schemas.some(({ schema }) => isObject(schema["additionalProperties"]));
  const members = Object.entries(value);
  const like = members.find(([name]) => !schemas.some(({ schema }) => names(schema["properties"]).includes(name)));
  if (isMap && like === undefined) return [];
  const isAllowed = (name: string): boolean =>
    schemas.every(({ schema }) => checker.problems(schema["propertyNames"] ?? {}, name, direction).length === 0);
  const unknown = NAMES.filter((name) => !Object.hasOwn(value, name) && isAllowed(name));
  if (unknown.length === 0) return [];
  const more = unknown.map((name, index) => {
    return [name, isMap ? like?.[1] : UNKNOWN[index % UNKNOWN.length]] as const;
  });
  return [Object.fromEntries([...members, ...more])];
}

const UNKNOWN = [{ nested: [{ more: null }] }, null, "unknown", [], 12.5, false, ["a", { b: {} }]];

function names(properties: unknown): string[] {
  return isObject(properties) ? Object.keys(properties) : [];
}

/** A value of the same kind that no enum of the place lists. */
function unlisted({ value, schemas }: Spot): readonly [unknown?] {
  const listed = schemas.flatMap(({ schema }) => listOf(schema["enum"]));
  if (listed.length === 0) return [];
  if (typeof value === "string") return ["NotListedYet"];
  return typeof value === "number" ? [Math.max(...listed.filter((each) => typeof each === "number")) + 1] : [];
}

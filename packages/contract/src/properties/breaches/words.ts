import { typesOf } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { listOf, type JsonObject } from "../../openapi/json.ts";

/** Values that break one word of a schema, and nothing else that it says of values of this type. */
export interface Broken {
  readonly word: string;
  readonly values: fc.Arbitrary<unknown>;
}

/** Texts and lists beyond that are too long to be sent only to be refused. */
const MOST = 5000;

/** By the words that speak of a value itself, not of what is in it. */
export function brokenWords(schema: JsonObject): Broken[] {
  const broken: Broken[] = [];
  const add = (word: string, ...values: readonly unknown[]): void => {
    if (values.length > 0) broken.push({ word, values: fc.constantFrom(...values) });
  };
  const types = typesOf(schema);
  if (types.length > 0) add("type", ...wrongTypes(types));
  const choices = "const" in schema ? [schema["const"]] : listOf(schema["enum"]);
  if (choices.length > 0) {
    const others = ["no such value", "", 12345, false].filter((other) => isOfTypes(types, other));
    add("const" in schema ? "const" : "enum", ...others.filter((other) => !choices.includes(other)));
    return broken;
  }
  if (types.length === 0 || types.includes("string")) brokenTexts(schema, add);
  if (types.some((type) => type === "number" || type === "integer")) brokenNumbers(schema, add);
  return broken;
}

type Add = (word: string, ...values: readonly unknown[]) => void;

function brokenTexts({ minLength, maxLength, pattern, format }: JsonObject, add: Add): void {
  const fits = lengthsOf(minLength, maxLength);
  if (typeof minLength === "number" && minLength > 0 && pattern === undefined && format === undefined)
    add("minLength", "x".repeat(minLength - 1), "😀".repeat(minLength - 1));
  if (typeof maxLength === "number" && maxLength < MOST && pattern === undefined && format === undefined)
    add("maxLength", "x".repeat(maxLength + 1), "é".repeat(maxLength + 1));
  if (typeof pattern === "string") {
    const regexp = readPattern(pattern);
    const others = ["!", "no match", "", " ", "\n", "ÿ", "0", "-"].filter(
      (text) => fits(text) && regexp?.test(text) === false,
    );
    if (regexp !== undefined) add("pattern", ...others);
  } else if (typeof format === "string" && NOT_OF_FORMAT.has(format)) {
    add(`format ${format}`, ...["no such text", "!", " "].filter(fits));
  }
}

/** Formats that some text is not of. */
const NOT_OF_FORMAT: ReadonlySet<string> = new Set([
  "date-time",
  "date",
  "time",
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "uri",
  "uuid",
]);

/** Formats that the packages' validation leaves to the service, so that only the mock refuses what is not of them. */
export function isUncheckedFormat(word: string): boolean {
  return word.startsWith("format ") && !["date-time", "uuid", "uri"].includes(word.slice("format ".length));
}

function lengthsOf(least: unknown, most: unknown): (text: string) => boolean {
  return (text) =>
    text.length >= (typeof least === "number" ? least : 0) &&
    text.length <= (typeof most === "number" ? most : Infinity);
}

function readPattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined; // of another language, which nobody here holds texts against
  }
}

function brokenNumbers(schema: JsonObject, add: Add): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (typeof minimum === "number") add("minimum", exclusiveMinimum === true ? minimum : minimum - 1);
  if (typeof maximum === "number") add("maximum", exclusiveMaximum === true ? maximum : maximum + 1);
  if (typeof exclusiveMinimum === "number") add("exclusiveMinimum", exclusiveMinimum);
  if (typeof exclusiveMaximum === "number") add("exclusiveMaximum", exclusiveMaximum);
  if (typeof multipleOf === "number") {
    const isInteger = typesOf(schema).includes("integer");
    const middle = isInteger ? multipleOf + 1 : multipleOf * 1.5;
    if (!isInteger || multipleOf > 1) add("multipleOf", middle);
  }
}

const OF_TYPE: Readonly<Record<string, readonly unknown[]>> = {
  string: ["text"],
  number: [12.5],
  integer: [7],
  boolean: [true],
  array: [[], ["text"]],
  object: [{}, { key: "text" }],
  null: [null],
};

function wrongTypes(types: readonly string[]): unknown[] {
  return Object.values(OF_TYPE)
    .flat()
    .filter((value) => !isOfTypes(types, value));
}

function isOfTypes(types: readonly string[], value: unknown): boolean {
  const type = value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
  return types.length === 0 || types.includes(type) || (Number.isInteger(value) && types.includes("integer"));
}

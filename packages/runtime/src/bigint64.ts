import { PrecisionError } from "./errors/precision-error.ts";
import { longInteger, type Naming, type NumberCodec } from "./int64.ts";

// Strings are matched whole, so that digits in them are left alone, and so are numbers.
const integer = /^-?\d+$/;
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The codec for bodies with bigint properties, by their names, and perhaps other int64: named as for `int64`. */
export function bigint64(
  bigints: readonly string[],
  names: readonly string[] = [],
  naming: Naming = (key) => [key],
): Required<NumberCodec> {
  return {
    parse(text, exchange, response, where) {
      // What is no JSON must not become so by what is marked in it. An escape may spell what the text does not show.
      const plain: unknown = JSON.parse(text);
      const refuse = (path: string): never => {
        throw new PrecisionError(exchange, response, text, path, where);
      };
      // Where no integer is long, none was rounded, and marks would cost ten times as much.
      if (!longInteger.test(text)) return restore(plain, { names, bigints, naming, refuse }, [""], "");
      const mark = unusedMark(text.includes("\\") ? JSON.stringify(plain) : text);
      const marked = text.replace(token, (found) => (integer.test(found) ? `"${mark}${found}"` : found));
      return restore(JSON.parse(marked), { names, bigints, naming, mark, refuse }, [""], "");
    },
    stringify(value) {
      const mark = unusedMark(JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? "" : item)));
      const marked = JSON.stringify(value, (_, item: unknown) =>
        typeof item === "bigint" ? mark + String(item) : item,
      );
      return marked.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
    },
  };
}

interface Rules {
  readonly names: readonly string[];
  readonly bigints: readonly string[];
  readonly naming: Naming;
  /** What stands before the digits of an integer; none where integers are numbers. */
  readonly mark?: string;
  readonly refuse: (path: string) => never;
}

/** A text that occurs nowhere in another. */
function unusedMark(text: string): string {
  let mark = "int64:";
  while (text.includes(mark)) mark += ":";
  return mark;
}

function restore(value: unknown, rules: Rules, called: readonly string[], path: string): unknown {
  const { bigints, naming, mark, refuse } = rules;
  if (typeof value === "string") {
    return mark && value.startsWith(mark) ? numberOf(value.slice(mark.length), rules, called, path) : value;
  }
  // Written short, or by an exponent, which is not made out where the number is beyond what is exact.
  if (typeof value === "number" && called.some((name) => bigints.includes(name))) {
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER) refuse(path);
    return Number.isInteger(value) ? BigInt(value) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const isList = Array.isArray(value);
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const restored = restore(fields[key], rules, isList ? called : naming(key, called), `${path}/${key}`);
    // Defined, not assigned: a key may be `__proto__`.
    if (restored !== fields[key]) {
      Object.defineProperty(fields, key, { value: restored, writable: true, enumerable: true, configurable: true });
    }
  }
  return value;
}

function numberOf(
  digits: string,
  { names, bigints, refuse }: Rules,
  called: readonly string[],
  path: string,
): number | bigint {
  if (called.some((name) => bigints.includes(name))) return BigInt(digits);
  const number = Number(digits);
  if (!Number.isSafeInteger(number) && called.some((name) => names.includes(name))) refuse(path);
  return number;
}

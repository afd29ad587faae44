// JSON has integers of any length, JavaScript numbers are exact up to 2^53. `JSON.parse` rounds what is beyond without a word, so:
// - fields that the spec marks with `x-sdk-bigint` are bigints, both ways
// - any other int64 that a number cannot hold exactly is refused, and the refusal names the field
// - numbers that the spec does not call int64 are left to JSON
// An answer without a long run of digits costs one search. One with it is parsed a second time, its long integers held as texts.

/** Reads and writes the JSON of an operation whose bodies hold int64 fields. */
export interface NumberCodec {
  /** `refuse` is told which field holds what. */
  readonly parse: (text: string, refuse: (why: string) => never) => unknown;
  readonly stringify: (value: unknown) => string;
}

// What may be a long integer; a text that looks like one costs the second look and nothing else.
const longInteger = /(?:^|[:,[])\s*-?\d{16}/;
// Strings are matched whole, so that digits in them are left alone, and so are numbers.
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The codec for bodies with int64 properties of these names; items of a list go by the list's name. */
export function int64(names: readonly string[], bigints: readonly string[] = []): NumberCodec {
  const held = bigints.length === 0 ? /^-?\d{16,}$/ : /^-?\d+$/;
  return {
    parse(text, refuse) {
      const plain: unknown = JSON.parse(text);
      if (bigints.length === 0 && !longInteger.test(text)) return plain;
      const mark = unusedMark(text);
      const marked = text.replace(token, (found) => (held.test(found) ? `"${mark}${found}"` : found));
      return restore(JSON.parse(marked), { names, bigints, mark, refuse }, "", "");
    },
    stringify(value) {
      if (bigints.length === 0) return JSON.stringify(value);
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
  readonly mark: string;
  readonly refuse: (why: string) => never;
}

/** A text that occurs nowhere in another. */
function unusedMark(text: string): string {
  let mark = "int64:";
  while (text.includes(mark)) mark += ":";
  return mark;
}

function restore(value: unknown, rules: Rules, name: string, path: string): unknown {
  if (typeof value === "string") {
    return value.startsWith(rules.mark) ? numberOf(value.slice(rules.mark.length), rules, name, path) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  const isList = Array.isArray(value);
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const restored = restore(fields[key], rules, isList ? name : key, `${path}/${key}`);
    // Defined, not assigned: a key may be `__proto__`.
    if (restored !== fields[key]) {
      Object.defineProperty(fields, key, { value: restored, writable: true, enumerable: true, configurable: true });
    }
  }
  return value;
}

function numberOf(digits: string, { names, bigints, refuse }: Rules, name: string, path: string): number | bigint {
  if (bigints.includes(name)) return BigInt(digits);
  const number = Number(digits);
  if (names.includes(name) && !Number.isSafeInteger(number)) {
    refuse(`${path} is ${digits}, which no JavaScript number holds exactly`);
  }
  return number;
}

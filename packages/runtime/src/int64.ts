import type { Exchange } from "./exchange.ts";
import { PrecisionError } from "./errors/precision-error.ts";

// JSON has integers of any length, JavaScript numbers are exact up to 2^53. `JSON.parse` rounds what is beyond without a word, so:
// - fields that the spec marks with `x-sdk-bigint` are bigints, both ways (see bigint64.ts)
// - any other int64 that a number cannot hold exactly is refused, and the refusal names the field
// - numbers that the spec does not call int64 are left to JSON
// An answer without a long run of digits costs one search.

/** Reads and writes the JSON of an operation whose bodies hold int64 fields. */
export interface NumberCodec {
  /** `where`: what the place in a refusal begins with. */
  readonly parse: (text: string, exchange: Exchange, response: Response, where?: string) => unknown;
  /** `JSON.stringify` unless said. */
  readonly stringify?: (value: unknown) => string;
}

type Values = Readonly<Record<string, unknown>>;

// What may be a long integer; a text that looks like one costs the second look and nothing else. Digits alone would be looked
// for at every character, which costs more than all the rest of a call.
export const longInteger: RegExp = /(?:^|[:,[])\s*-?\d{16}/;

/** What values of an object are called besides their keys, if it is a map: by the name of the map, or of a map that it lies in. */
export function mapNames(name: string, maps: readonly string[]): readonly string[] {
  return [`${name}/*`, ...maps.slice(0, 1).map((map) => `${map}/*`)];
}

/** The codec for bodies with int64 properties of these names; items of a list go by the list's name, values of a map by `name/*`. */
export function int64(names: readonly string[]): NumberCodec {
  return {
    parse(text, exchange, response, where) {
      const check = (value: unknown, name: string, maps: readonly string[], path: string): void => {
        if (
          typeof value === "number" &&
          Math.abs(value) > Number.MAX_SAFE_INTEGER &&
          [name, ...maps].some((each) => names.includes(each))
        ) {
          throw new PrecisionError(exchange, response, text, path, where);
        }
        if (typeof value !== "object") return;
        // of null there is nothing
        const isList = Array.isArray(value);
        const inside = isList ? maps : mapNames(name, maps);
        for (const key in value) check((value as Values)[key], isList ? name : key, inside, `${path}/${key}`);
      };
      const value: unknown = JSON.parse(text);
      if (longInteger.test(text)) check(value, "", [], "");
      return value;
    },
  };
}

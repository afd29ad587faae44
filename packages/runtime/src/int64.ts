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

/** What a value is called that stands under a key of an object, by what the object is called. */
export type Naming = (key: string, called: readonly string[]) => readonly string[];

/** If the object is a map, its values go by `name/*` as well, those of a map in a map by `name/*` + `/*`. */
export const inMaps: Naming = (key, [name, map]) => [key, `${name}/*`, ...(map === undefined ? [] : [`${map}/*`])];

/** The codec for bodies with int64 properties of these names; items of a list go by the list's name. */
export function int64(names: readonly string[], naming: Naming = (key) => [key]): NumberCodec {
  return {
    parse(text, exchange, response, where) {
      const check = (value: unknown, called: readonly string[], path: string): void => {
        if (
          typeof value === "number" &&
          Math.abs(value) > Number.MAX_SAFE_INTEGER &&
          called.some((name) => names.includes(name))
        ) {
          throw new PrecisionError(exchange, response, text, path, where);
        }
        if (typeof value !== "object") return;
        // of null there is nothing
        for (const key in value) {
          check((value as Values)[key], Array.isArray(value) ? called : naming(key, called), `${path}/${key}`);
        }
      };
      const value: unknown = JSON.parse(text);
      if (longInteger.test(text)) check(value, [""], "");
      return value;
    },
  };
}

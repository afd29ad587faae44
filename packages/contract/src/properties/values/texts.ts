import * as fc from "fast-check";

// Texts of every kind that a careless writer of requests gets wrong.

/** Where a text has to travel: JSON and URLs carry any, a header only what it can hold. */
export type Alphabet = "any" | "header";

const PLAIN = Array.from("abcXYZ019");
const LATIN = Array.from("éßÿ÷¡");
const RESERVED = Array.from("/?#%&+,;=:@ \"'`\\|[]{}<>^!$()*~._-");
const HARD = Array.from("éß中Ωı\u00A0\u0301\u200D\u202E\u2028\uFEFF\uFFFD😀𝒳🏽\u{10FFFF}\t\n\r\0\u007F");

/** One code point: JSON Schema counts texts by these. */
const ANY = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 3, arbitrary: fc.constantFrom(...RESERVED) },
  { weight: 2, arbitrary: fc.constantFrom(...HARD) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
);
/** What RFC 9110 lets a field value hold and fetch takes: Latin-1 without control characters. */
const HEADER = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 3, arbitrary: fc.constantFrom(...RESERVED) },
  { weight: 1, arbitrary: fc.constantFrom(...LATIN) },
);

const TRICKY: readonly string[] = [
  "",
  ".",
  "..",
  "%",
  "%2F",
  "%00",
  "+",
  " ",
  " a",
  "a ",
  "a b",
  "a+b",
  "a,b",
  "a|b",
  "a;b=c",
  "a=b&c=d",
  "a/b?c#d",
  "null",
  "undefined",
  "true",
  "0",
  "-1",
  "1e3",
  "NaN",
  "[]",
  "{}",
  '"',
  "__proto__",
  "constructor",
  "toString",
  "é",
  "e\u0301",
  "😀",
  "👨\u200D👩",
  "\uFEFF",
  "\0",
];

/** A longer text makes some URLs longer than servers take. */
const LONG = 1000;

export interface Lengths {
  readonly shortest: number;
  readonly longest: number;
}

/** Texts of any content, of the least and the greatest length too. Lengths are in code points. */
export function texts({ shortest, longest }: Lengths, alphabet: Alphabet): fc.Arbitrary<string> {
  const unit = alphabet === "any" ? ANY : HEADER;
  const tricky = TRICKY.filter((text) => {
    const { length } = Array.from(text);
    return length >= shortest && length <= longest && (alphabet === "any" || isHeaderText(text));
  });
  const bounds = [...new Set([shortest, Math.min(longest, Math.max(LONG, shortest))])].map((length) =>
    "x".repeat(length),
  );
  return fc.oneof(
    { withCrossShrink: true },
    {
      weight: 6,
      arbitrary: fc.string({ unit, minLength: shortest, maxLength: Math.min(longest, shortest + 24) }),
    },
    { weight: 1, arbitrary: fc.constantFrom(...bounds) },
    ...(tricky.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...tricky) }]),
  );
}

export function isHeaderText(text: string): boolean {
  return /^[\x20-\x7E\xA0-\xFF]*$/.test(text);
}

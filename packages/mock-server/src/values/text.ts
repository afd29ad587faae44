import { sample, stringMatching } from "fast-check";
import type { JsonObject } from "../json.ts";
import { withoutBackReferences } from "./back-references.ts";
import { isPattern } from "../schema/prepare-schema.ts";

const FORMATS: Readonly<Record<string, string>> = {
  "date-time": "2030-01-02T03:04:05Z",
  date: "2030-01-02",
  time: "03:04:05Z",
  duration: "P1D",
  email: "user@example.com",
  "idn-email": "user@example.com",
  hostname: "example.com",
  "idn-hostname": "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  uri: "https://example.com/",
  url: "https://example.com/",
  iri: "https://example.com/",
  "uri-reference": "/example",
  "iri-reference": "/example",
  "uri-template": "/example/{id}",
  uuid: "123e4567-e89b-42d3-a456-426614174000",
  regex: "^example$",
  "json-pointer": "/example",
  "json-pointer-uri-fragment": "#/example",
  "relative-json-pointer": "0",
  "iso-time": "03:04:05Z",
  "iso-date-time": "2030-01-02T03:04:05Z",
  byte: "ZXhhbXBsZQ==",
};

// Tried before made-up ones, since people read them.
const PLAIN = [
  "example",
  "Example",
  "EXAMPLE",
  "1",
  "10",
  "1.0",
  "a",
  "A",
  "en",
  "example-1",
  "example_1",
  "https://example.com/",
  "2030-01-02",
];
const SEED = 1;
const TRIES = 50;

/** A text that the schema allows, as far as that can be had; `turn` makes others of the same kind. */
export function makeText(schema: JsonObject, turn: number): string {
  const { pattern, format } = schema;
  const shortest = typeof schema["minLength"] === "number" ? schema["minLength"] : 0;
  const longest = typeof schema["maxLength"] === "number" ? schema["maxLength"] : Infinity;
  if (typeof pattern === "string" && isPattern(pattern)) return matching(pattern, shortest, longest, turn, format);
  const base = typeof format === "string" ? FORMATS[format] : undefined;
  if (base !== undefined && base.length >= shortest && base.length <= longest)
    return turn === 0 ? base : vary(base, turn);
  const plain = turn === 0 ? "example" : `example${turn}`;
  if (plain.length < shortest) return plain + "x".repeat(shortest - plain.length);
  return plain.length > longest ? plain.slice(plain.length - longest) : plain;
}

/** Another value of the same format: its last digit is counted up. */
function vary(text: string, turn: number): string {
  return text.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + turn) % 10));
}

/** By pattern: making texts for one costs more than all else, and documents repeat them. */
const matches = new Map<string, readonly string[]>();

function matching(pattern: string, shortest: number, longest: number, turn: number, format: unknown): string {
  const key = JSON.stringify([pattern, shortest, longest, format]);
  const known = matches.get(key) ?? matchesOf(pattern, shortest, longest, format);
  matches.set(key, known);
  return known[turn % Math.max(known.length, 1)] ?? "";
}

function matchesOf(pattern: string, shortest: number, longest: number, format: unknown): string[] {
  const regexp = new RegExp(pattern, "u");
  const fits = (text: string): boolean => {
    const { length } = Array.from(text);
    return length >= Math.max(shortest, 1) && length <= longest && regexp.test(text);
  };
  const formatted = typeof format === "string" ? (FORMATS[format] ?? []) : [];
  const plain = [formatted, PLAIN].flat().filter(fits);
  // Wide character classes bring odd characters: the plainest texts come first.
  const made = textsFor(regexp).filter(fits);
  const ranked = made.map((text) => ({ text, rank: oddness(text) })).sort((a, b) => a.rank - b.rank);
  return [...plain, ...ranked.map(({ text }) => text)];
}

/** None for a pattern whose words are not known; that no text was found is told where one is needed. */
function textsFor(regexp: RegExp): string[] {
  try {
    return sample(stringMatching(new RegExp(withoutBackReferences(regexp.source), "u")), {
      seed: SEED,
      numRuns: TRIES,
    });
  } catch {
    return [];
  }
}

function oddness(text: string): number {
  return text.length + 100 * text.replace(/[\w.~:/@+ -]/g, "").length;
}

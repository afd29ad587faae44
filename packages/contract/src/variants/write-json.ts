import { isObject, listOf } from "../openapi/json.ts";

// JSON written by hand, so that what a client reads can be compared with what was meant, and not with what another parser made of it.

export type Spelling = "plain" | "odd";

/**
 * The text of a value. A bigint is an integer of any length. What is spelled oddly says the same with white space, escapes and
 * exponents wherever they may stand.
 */
export function writeJson(value: unknown, spelling: Spelling): string {
  const gap = spelling === "odd" ? " \r\n\t" : "";
  const write = (each: unknown): string => writeJson(each, spelling);
  if (typeof value === "string") return writeText(value, spelling);
  if (typeof value === "number") return writeNumber(value, spelling);
  if (Array.isArray(value)) return `[${gap}${listOf(value).map(write).join(`${gap},${gap}`)}${gap}]`;
  if (!isObject(value)) return String(value);
  const members = Object.entries(value).map(
    ([name, each]) => `${writeText(name, spelling)}${gap}:${gap}${write(each)}`,
  );
  return `{${gap}${members.join(`,${gap}`)}${gap}}`;
}

const NEEDS_ESCAPE = /["\\\p{Cs}]|[^ -\u{10FFFF}]/u;

function writeText(text: string, spelling: Spelling): string {
  if (spelling === "plain" && !NEEDS_ESCAPE.test(text)) return `"${text}"`;
  // By characters: of two halves that belong together neither may be written in another way than the other.
  const written = Array.from(text, (character, index) => {
    return NEEDS_ESCAPE.test(character) || (spelling === "odd" && index < 40 && index % 2 === 0)
      ? escaped(character)
      : character;
  });
  return `"${written.join("")}"`;
}

function escaped(character: string): string {
  return character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

function writeNumber(value: number, spelling: Spelling): string {
  if (Object.is(value, -0)) return spelling === "odd" ? "-0.0e0" : "-0";
  return spelling === "odd" ? value.toExponential().toUpperCase() : String(value);
}

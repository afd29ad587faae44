/**
 * Letters that not every compiler knows: Unicode has had them for too short a time (16 and later), or they lie beyond the basic
 * plane, where such letters are added every year. In an identifier they would not parse.
 */
const UNKNOWN_LETTERS =
  /\u0897|[\u1ACF-\u1AFF]|[\u088F\u0C5C\u0CDC\u1C89\u1C8A\uA7CB-\uA7CF\uA7D2\uA7D4\uA7DA-\uA7DC\uA7F1]|[\u{10000}-\u{10FFFF}]/u;

const EACH = new RegExp(UNKNOWN_LETTERS, "gu");

export function hasUnknownLetters(name: string): boolean {
  return UNKNOWN_LETTERS.test(name);
}

/** The name with a space for each of them, as for all that cannot stand in an identifier. */
export function withoutUnknownLetters(name: string): string {
  return name.replace(EACH, " ");
}

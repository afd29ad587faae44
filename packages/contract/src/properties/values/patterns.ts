import * as fc from "fast-check";

/** Texts that match a pattern; undefined for one that cannot be turned round: look-behind, references back. */
export function matching(pattern: string): fc.Arbitrary<string> | undefined {
  try {
    return fc.stringMatching(new RegExp(pattern, "u"));
  } catch {
    return undefined;
  }
}

import { createHash } from "node:crypto";

/** The longest name that is emitted: longer ones are no use to a reader, and file systems and stack traces cut them. */
const LONGEST = 100;

/** The name, or its first words with a mark of what it stands for. */
export function bounded(name: string, identity: string, longest: number = LONGEST): string {
  const letters = Array.from(name);
  if (letters.length <= longest) return name;
  const head = letters.slice(0, longest - 9).join("");
  const words = head.replace(/\p{Lu}[^\p{Lu}]*$/u, "");
  return marked(words.length > longest / 2 ? words : head, identity);
}

/** A name that no other has: marked by what it stands for, not by a count, so that no other name depends on it. */
export function marked(name: string, identity: string, isFree: (name: string) => boolean = () => true): string {
  const hash = createHash("sha256").update(identity).digest("hex");
  for (let length = 6; length < hash.length; length += 6) {
    const candidate = `${name}_${hash.slice(0, length)}`;
    if (isFree(candidate)) return candidate;
  }
  return `${name}_${hash}`;
}

import { joinWords, pascalCase } from "../types/names.ts";

export { joinWords, pascalCase };

/** `UserSessions` → `userSessions`. Digits may come first. */
export function camelCase(name: string): string {
  return joinWords(name).replace(/^\p{Lu}+(?=\p{Lu}\p{Ll}|\P{L}|$)|^\p{Lu}/u, (head) => head.toLowerCase());
}

/** `UserSessions` → `user-sessions`: letters and digits of ASCII alone, so that every file system takes it. */
export function kebabCase(name: string): string {
  const words = pascalCase(name).replace(/(\p{Ll}|\d)(\p{Lu})|(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1$3-$2$4");
  return words.toLowerCase().replace(/[^a-z0-9-]/gu, (letter) => `u${(letter.codePointAt(0) ?? 0).toString(16)}`);
}

/** The same for names that differ in case alone: to file systems, and to readers, they are one. */
export function fold(name: string): string {
  return joinWords(name).toLowerCase();
}

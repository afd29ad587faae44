import { existsSync } from "node:fs";

/** What is wrong with the vendors that a command names. */
export function unknownVendors(names: readonly string[], known: readonly string[]): string | undefined {
  const strangers = names.filter((name) => !known.includes(name));
  if (strangers.length === 0) return undefined;
  return `There is no spec of ${strangers.join(", ")}. There are: ${known.join(", ")}`;
}

/** What is wrong with a `--base` for these vendors: a file is of one. */
export function sharedBase(base: string | undefined, names: readonly string[]): string | undefined {
  if (base === undefined || names.length === 1 || !existsSync(base)) return undefined;
  return "--base names a file: name the one vendor whose spec it is, too";
}

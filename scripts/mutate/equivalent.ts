import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Mutant } from "./mutants.ts";

/** A mutant that no test can tell from the code as it is, and why. */
export interface Equivalent {
  readonly operator: string;
  /** In the file from the package's folder. */
  readonly path: string;
  /** The line of code. */
  readonly code: string;
  readonly was: string;
  readonly reason: string;
}

/** What the packages say of their own code, in a file beside their tests. */
export function readEquivalents(root: string, packages: readonly string[]): Equivalent[] {
  return packages.flatMap((name) => {
    const folder = `packages/${name}`;
    const file = join(root, folder, "test/equivalent-mutants.json");
    if (!existsSync(file)) return [];
    const entries = JSON.parse(readFileSync(file, "utf8")) as Equivalent[];
    return entries.map((entry) => ({ ...entry, path: `${folder}/${entry.path}` }));
  });
}

/** The mutants that are no equivalents. An entry without a mutant, or without a reason, is an error. */
export function withoutEquivalents(mutants: readonly Mutant[], entries: readonly Equivalent[]): Mutant[] {
  for (const entry of entries) {
    const where = `${entry.path}: "${entry.code}" (${entry.operator})`;
    if (!mutants.some((mutant) => isMeant(entry, mutant)))
      throw new Error(`equivalent-mutants.json has an entry that no mutant is like any more: ${where}. Take it out.`);
    if (entry.reason === "") throw new Error(`equivalent-mutants.json gives no reason for ${where}`);
  }
  return mutants.filter((mutant) => !entries.some((entry) => isMeant(entry, mutant)));
}

function isMeant(entry: Equivalent, { operator, source, code, was }: Mutant): boolean {
  return entry.operator === operator.name && entry.path === source.path && entry.code === code && entry.was === was;
}

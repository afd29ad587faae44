import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { textAt } from "../generate/load/json.ts";

export interface Part {
  /** From 1 on. */
  readonly number: number;
  readonly of: number;
}

export interface TestedPackage {
  readonly name: string;
  /** How many files of tests it has. */
  readonly tests: number;
}

/** The part that the arguments name, all of it without any, or what is wrong with them. */
export function readPart(argv: readonly string[]): Part | string {
  const [given = "1/1", ...more] = argv;
  const [, number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(given) ?? []).map(Number);
  if (more.length === 0 && number >= 1 && number <= of) return { number, of };
  return `"${argv.join(" ")}" is no part of the tests: write 1/3 for the first of three`;
}

/** Every package of the workspace that has tests. */
export function testedPackages(root: string): TestedPackage[] {
  const packages = readdirSync(join(root, "packages")).map((folder) => join(root, "packages", folder));
  return [...packages, ...["docs", "examples", "scripts"].map((folder) => join(root, folder))]
    .filter((folder) => existsSync(join(folder, "package.json")) && existsSync(join(folder, "test")))
    .map((folder) => {
      const manifest: unknown = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      const files = readdirSync(join(folder, "test"), { recursive: true, encoding: "utf8" });
      const tests = files.filter((file) => file.endsWith(".test.ts")).length;
      return { name: textAt(manifest, "name") ?? folder, tests };
    });
}

/** The packages of a part. Each is in one; the largest are dealt out first, each to the part that has least. */
export function partOf(packages: readonly TestedPackage[], { number, of }: Part): string[] {
  const parts = Array.from({ length: of }, () => ({ names: [] as string[], tests: 0 }));
  const byWeight = packages.toSorted((a, b) => b.tests - a.tests || (a.name < b.name ? -1 : 1));
  for (const { name, tests } of byWeight) {
    const least = parts.reduce((one, other) => (other.tests < one.tests ? other : one));
    least.names.push(name);
    least.tests += tests;
  }
  return parts[number - 1]?.names ?? [];
}

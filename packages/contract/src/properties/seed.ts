import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** How many requests a package's operations are tried with, together. */
const RUNS = 500;

export interface Fuzzing {
  readonly seed: number;
  /** Tries of each property. */
  readonly runs: number;
}

/**
 * Another seed for another spec or another package, and the same for the same one: a commit that was green stays so.
 * `CONTRACT_SEED` repeats a failure, `CONTRACT_RUNS` tries each property so many times.
 */
export function fuzzingOf(folder: URL, operations: number): Fuzzing {
  const runs = Math.round(Math.min(Math.max(RUNS / Math.max(operations, 1), 6), 60));
  return {
    seed: Number(process.env["CONTRACT_SEED"] ?? seedOf(fileURLToPath(folder))),
    runs: Number(process.env["CONTRACT_RUNS"] ?? runs),
  };
}

function seedOf(folder: string): number {
  const hash = createHash("sha256").update(readFileSync(join(folder, "openapi.json")));
  const sources = join(folder, "src/generated");
  const files = existsSync(sources) ? readdirSync(sources, { recursive: true, encoding: "utf8" }) : [];
  for (const file of files.sort()) if (file.endsWith(".ts")) hash.update(readFileSync(join(sources, file)));
  return hash.digest().readUInt32BE() >>> 1;
}

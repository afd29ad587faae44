import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { complaints } from "../types/compiler.ts";
import { generated } from "./generated.ts";
import { mutated, mutations } from "./mutations.ts";
import { wholeSpec } from "./spec.ts";

/** Another seed for every other generator, and the same for the same one: a commit that was green stays so. */
function seedOfGenerator(): number {
  const folder = join(import.meta.dirname, "../../generate");
  const hash = createHash("sha256");
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
    if (file.endsWith(".ts")) hash.update(readFileSync(join(folder, file)));
  }
  return hash.digest().readUInt32BE() >>> 1;
}

// A run is repeated by `FUZZ_SEED=… FUZZ_RUNS=…`; a failure prints its seed and the smallest changes that bring it about.
const seed = Number(process.env["FUZZ_SEED"] ?? seedOfGenerator());
const numRuns = Number(process.env["FUZZ_RUNS"] ?? 400);
// Compiling takes a hundred times as long as generating: one package in so many.
const compiled = Number(process.env["FUZZ_COMPILE"] ?? 20);
const timeout = 1_000_000;

test(
  `whatever is changed in a document, it is refused with reasons or becomes inert files (seed ${seed}, ${numRuns} runs)`,
  { timeout },
  () => {
    let refused = 0;
    let emitted = 0;
    fc.assert(
      fc.property(mutations, (all) => {
        const { codes, faults } = generated(mutated(wholeSpec(), all));
        if (codes.length > 0) refused += 1;
        else emitted += 1;
        expect(faults).toEqual([]);
      }),
      { seed, numRuns },
    );
    // Otherwise the changes are too coarse to reach what emits, or too small to be refused.
    expect(refused).toBeGreaterThan(numRuns / 10);
    expect(emitted).toBeGreaterThan(numRuns / 10);
  },
);

test(
  `whatever is changed in a document, what is emitted compiles (seed ${seed}, ${numRuns / compiled} runs)`,
  { timeout },
  () => {
    fc.assert(
      fc.property(mutations, (all) => {
        const { codes, files } = generated(mutated(wholeSpec(), all));
        fc.pre(codes.length === 0);
        const sources = [...files].filter(([file]) => file.endsWith(".ts"));
        expect(complaints(Object.fromEntries(sources))).toEqual([]);
      }),
      { seed, numRuns: numRuns / compiled, maxSkipsPerRun: 100 },
    );
  },
);

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { complaints } from "../types/compiler.ts";
import { generated } from "./generated.ts";
import { mutated, mutations } from "./mutations.ts";
import { wholeSpec } from "./spec.ts";

// A run is repeated by `FUZZ_SEED=… FUZZ_RUNS=…`; a failure prints its seed and the smallest changes that bring it about.
const seed = Number(process.env["FUZZ_SEED"] ?? Math.floor(Math.random() * 2 ** 31));
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

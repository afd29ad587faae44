import { runBench, type Measured } from "./bench/harness/run.ts";
import type { Options } from "./bench/harness/options.ts";
import { measureBundles } from "./bench-runtime/bundle/measure.ts";
import { bundleLimits, bundleSections } from "./bench-runtime/bundle/sections.ts";
import { measureCpu } from "./bench-runtime/cpu/measure.ts";
import { cpuSections } from "./bench-runtime/cpu/sections.ts";
import { readPackages } from "./bench-runtime/packages.ts";
import type { Figures } from "./bench-runtime/figures.ts";
import { measureTypes } from "./bench-runtime/types/measure.ts";
import { typesLimits, typesSections } from "./bench-runtime/types/sections.ts";

const PARTS = ["bundle", "cpu", "types"] as const;

const USAGE = `pnpm bench:runtime [--rounds N] [--quick] [--only bundle|cpu|types] [--strict] [--out FOLDER]

What a client weighs and costs, beside the bare libraries: bundle sizes, CPU per call, type instantiations.
Prints tables, and writes them to reports/bench-runtime.md and .json.

  --rounds N   rounds of the CPU part, 15 unless said
  --quick      a few seconds in all: its timings show that it runs, no more
  --only PART  one part alone
  --out FOLDER where the report goes, reports/ unless said
  --strict     end with 1 where a size or a count is over its limit (timings never count)
`;

/** Calls that are timed together. */
const CALLS = { usual: 3000, quick: 100 };

async function measure({ parts, rounds, quick }: Options<(typeof PARTS)[number]>): Promise<Measured> {
  const packages = await readPackages();
  const calls = quick ? CALLS.quick : CALLS.usual;
  const figures: Figures = {
    ...(parts.includes("bundle") && { bundle: await measureBundles(packages) }),
    ...(parts.includes("cpu") && { cpu: await measureCpu(packages, rounds, calls) }),
    ...(parts.includes("types") && { types: await measureTypes(packages) }),
  };
  const { bundle, cpu, types } = figures;
  return {
    figures,
    sections: [
      ...(bundle === undefined ? [] : bundleSections(bundle)),
      ...(cpu === undefined ? [] : cpuSections(cpu)),
      ...(types === undefined ? [] : typesSections(types)),
    ],
    held: [...(bundle === undefined ? [] : bundleLimits(bundle)), ...(types === undefined ? [] : typesLimits(types))],
  };
}

process.exitCode = await runBench(
  {
    name: "bench-runtime",
    title: "What a client weighs and costs",
    usage: USAGE,
    parts: PARTS,
    rounds: { usual: 15, quick: 3 },
    measure,
  },
  process.argv.slice(2),
);

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { measureConsumers } from "./bench/consumer/measure.ts";
import { consumerHeld, consumerSections } from "./bench/consumer/sections.ts";
import { measureOwn, measureSpecs, type Table } from "./bench/generation/measure.ts";
import { generationHeld, generationSection } from "./bench/generation/sections.ts";
import { measureWatch, watchHeld, watchSection } from "./bench/generation/watch.ts";
import type { Options } from "./bench/harness/options.ts";
import { runBench, type Measured } from "./bench/harness/run.ts";
import { githubSpec, installPeers } from "./bench/install.ts";
import { writeSynthetic, type BenchSpec } from "./bench/specs.ts";

const PARTS = ["specs", "own", "watch", "consumer"] as const;

const USAGE = `pnpm bench [--rounds N] [--quick] [--only ${PARTS.join("|")}] [--strict] [--out FOLDER]

What generating costs and what it makes of programs, beside other generators. Prints tables, and writes them to reports/bench.md and .json.
The first run installs the others below node_modules/.cache/bench; later ones need no network.

  specs        made-up specs of 30 and 200 operations, and GitHub's
  own          the specs of this repository, all at once
  watch        the same, one after the other as they are saved
  consumer     type instantiations and bundles of programs that use what is generated

  --rounds N   rounds, 5 unless said
  --quick      one round of the smaller specs, nobody beside: shows that it runs, no more
  --only PART  one part alone
  --out FOLDER where the report goes, reports/ unless said; it tells the machine and the day
  --strict     end with 1 where a figure is over its limit
`;

async function measure({ parts, rounds, quick }: Options<(typeof PARTS)[number]>): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    const peers = quick ? [] : await installPeers();
    const tables: Table[] = [
      ...(parts.includes("specs")
        ? await measureSpecs(await specsFor(quick ? [30] : [30, 200], quick, folder), peers, rounds)
        : []),
      ...(parts.includes("own") ? [await measureOwn(peers, rounds)] : []),
    ];
    const watch = parts.includes("watch") ? await measureWatch(rounds) : [];
    const consumer = parts.includes("consumer")
      ? await measureConsumers(await specsFor(quick ? [30] : [30, 1200], quick, folder), peers, folder)
      : undefined;
    return {
      figures: { generation: tables, watch, consumer },
      sections: [
        ...tables.map(generationSection),
        ...(watch.length === 0 ? [] : [watchSection(watch)]),
        ...(consumer === undefined ? [] : consumerSections(consumer)),
      ],
      held: [
        ...tables.flatMap(generationHeld),
        ...watchHeld(watch),
        ...(consumer === undefined ? [] : consumerHeld(consumer)),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function specsFor(sizes: readonly number[], quick: boolean, folder: string): Promise<BenchSpec[]> {
  const made = writeSynthetic(folder, sizes);
  if (quick) return made;
  const file = await githubSpec();
  return [...made, { name: "github", about: "GitHub's 1,200 operations, 13 MB of JSON", file }];
}

process.exitCode = await runBench(
  {
    name: "bench",
    title: "What generating costs",
    usage: USAGE,
    parts: PARTS,
    rounds: { usual: 5, quick: 1 },
    measure,
  },
  process.argv.slice(2),
);

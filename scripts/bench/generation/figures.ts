import { spreadOf, type Spread } from "../harness/statistics.ts";
import { YARDSTICK } from "../peers.ts";
import type { Runs } from "../race.ts";
import type { Usage } from "../usage.ts";

/** What a generator took and what it wrote. */
export interface Run extends Usage {
  readonly files: number;
  readonly bytes: number;
}

export interface Row {
  readonly generator: string;
  readonly makes: string;
  readonly runs: number;
  readonly cpu?: Spread;
  readonly memory?: Spread;
  /** To the yardstick's in the same round. */
  readonly cpuRatio?: Spread;
  readonly memoryRatio?: Spread;
  readonly files?: number;
  readonly bytes?: number;
  /** Why there is nothing to measure. */
  readonly failed?: string;
}

/** Rows with their figures, the cheapest first, those that failed last. */
export function rowsOf(runs: ReadonlyMap<string, Runs<Run>>, makes: Readonly<Record<string, string>>): Row[] {
  const yardstick = runs.get(YARDSTICK)?.results ?? [];
  const rows = [...runs].map(([generator, { results, failed }]): Row => {
    const base = { generator, makes: makes[generator] ?? "", runs: results.length };
    const [first] = results;
    if (failed !== undefined || first === undefined) return { ...base, failed: failed ?? "it did not run" };
    const spread = (pick: (run: Run) => number): Spread => spreadOf(results.map(pick));
    const paired = results.filter((_, round) => yardstick[round] !== undefined);
    const ratio = (pick: (run: Run) => number): Spread =>
      spreadOf(paired.map((run, round) => pick(run) / pick(yardstick[round] ?? run)));
    return {
      ...base,
      cpu: spread(({ cpu }) => cpu),
      memory: spread(({ memory }) => memory),
      ...(paired.length > 0 && { cpuRatio: ratio(({ cpu }) => cpu), memoryRatio: ratio(({ memory }) => memory) }),
      files: first.files,
      bytes: first.bytes,
    };
  });
  return rows.toSorted((a, b) => (a.cpu?.median ?? Infinity) - (b.cpu?.median ?? Infinity));
}

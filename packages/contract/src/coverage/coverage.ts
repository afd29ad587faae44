import { readComplete } from "../complete.ts";
import { readCanaries, type Canaries } from "../suite/canaries.ts";
import { count, type CellResult } from "./count.ts";
import { excuse, type Ledger } from "./ledger.ts";
import { matrixOf } from "./matrix.ts";
import { readParts } from "./part.ts";

/** What the contract tests of a package have covered of its spec. */
export interface Coverage {
  readonly service: string;
  readonly operations: number;
  readonly cells: readonly CellResult[];
  /** Answers that no call can have, each with the reason. */
  readonly beyondReach: readonly string[];
  /** Examples that contradict their own schemas, and schemas that no value was found for. */
  readonly wrongExamples: readonly string[];
  /** What was planted in requests and answers, and where planting shows nothing; undefined where that was not run. */
  readonly canaries: Canaries | undefined;
  /** What of the runs is missing. */
  readonly problems: readonly string[];
}

/** Holds what the last run, or all of its shards, has left behind against the spec as it is now. */
export function readCoverage(folder: URL, ledger: Ledger): Coverage {
  const { spec, plans, cases, files, wrongExamples } = readComplete(folder);
  const { service } = cases;
  const { cells, beyondReach } = matrixOf(spec, plans);
  const { tried, missing } = readParts(files.parts);
  return {
    service,
    operations: spec.operations.size,
    cells: excuse(ledger, service, count(cells, tried)),
    beyondReach,
    wrongExamples,
    canaries: readCanaries(files.canaries),
    problems: [
      ...(missing === undefined ? [`${service}: its contract suite has left no report; run \`pnpm contract\``] : []),
      ...(missing ?? []).map(
        ({ index, count }) =>
          `${service}: shard ${index} of ${count} has left no report; run \`pnpm exec vitest run test/contract --shard=${index}/${count}\` in packages/${service}`,
      ),
      ...(cells.length === 0 ? [`${service}: its spec makes no cell`] : []),
    ],
  };
}

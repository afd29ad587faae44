import { changedFiles, type Trial } from "./batch.ts";
import { expectLoaded, type Cells } from "./cells.ts";
import type { Uses } from "./functions.ts";
import type { Outcome, Ran, Tests } from "./job.ts";
import type { Run } from "./lanes.ts";
import type { Mutant } from "./mutants.ts";

export interface Cell {
  readonly folder: string;
  readonly project: string;
  readonly test: string;
}

export type Verdict =
  | { readonly mutant: Mutant; readonly outcome: "killed"; readonly by: Cell; readonly error: string }
  /** With the tests that ran the changed code and noticed nothing. */
  | { readonly mutant: Mutant; readonly outcome: "survived"; readonly cells: readonly Cell[] }
  | { readonly mutant: Mutant; readonly outcome: "invalid"; readonly error: string };

/**
 * The tests of some cells that run what a mutant changes. What no function of a client uses is there for whoever imports it, so any
 * test may; of the runtime, clients import what they need.
 */
export function touching(mutant: Mutant, uses: Uses, all: readonly Cells[]): Cells[] {
  const { source, change } = mutant;
  const functions = uses.functionsAt(source, change.from);
  const isForImporters = functions.size === 0 && !source.path.startsWith("packages/runtime/");
  return all
    .filter(({ of }) => of.mutated.some((folder) => source.path.startsWith(folder)))
    .map((cells) => ({
      ...cells,
      tests: cells.tests.filter(({ touched }) => isForImporters || touched.some((key) => functions.has(key))),
    }))
    .filter(({ tests }) => tests.length > 0);
}

/** Tries mutants that no test touches together; those that nothing noticed are not in the answer. */
export async function tried(run: Run, trials: readonly Trial[]): Promise<Verdict[]> {
  const [first] = trials;
  if (first === undefined) return [];
  const alone = trials.length === 1;
  const { of } = first.cells;
  const mutants = trials.map(({ mutant }) => mutant);
  const ids = Map.groupBy(
    trials.flatMap(({ cells }) => cells.tests),
    ({ file }) => file,
  );
  const tests = Object.fromEntries([...ids].map(([file, each]) => [file, each.map(({ id }) => id)]));
  const id = mutants.map((mutant) => mutant.id).join(" ");
  const ran = await run({ ...of, id, changes: changedFiles(mutants), tests, bail: alone, limit: limitOf(first.cells) });
  // Whose fault it is that nothing runs, only each by itself can tell.
  const isWhole = ran !== undefined && ran.broken.length === 0 && ran.unhandled.length === 0;
  if (!alone && !isWhole) {
    const verdicts: Verdict[] = [];
    for (const trial of trials) verdicts.push(...(await tried(run, [trial])));
    return verdicts;
  }
  return trials.flatMap((trial) => verdictOn(trial, ran) ?? []);
}

/** Twice as long as they all take unchanged, and then some. */
function limitOf({ milliseconds }: Cells): number {
  return 60_000 + 2 * milliseconds;
}

function verdictOn({ mutant, cells }: Trial, ran: Ran | undefined): Verdict | undefined {
  const own = new Set(cells.tests.map(({ id }) => id));
  const outcomes = ran?.outcomes.filter(({ id }) => own.has(id)) ?? [];
  const found = noticed(ran, outcomes);
  if (found !== undefined) {
    const { test, error } = found;
    return { mutant, outcome: "killed", by: { ...cellOf(cells.of), test }, error };
  }
  const broken = ran?.broken[0];
  if (broken !== undefined) return { mutant, outcome: "invalid", error: broken };
  expectLoaded(outcomes, mutant.id);
  return undefined;
}

/** The tests that ran a mutant, and said nothing. */
export function survivor(mutant: Mutant, cells: readonly Cells[]): Verdict {
  const silent = cells.flatMap(({ of, tests }) => tests.map(({ name }): Cell => ({ ...cellOf(of), test: name })));
  return { mutant, outcome: "survived", cells: silent };
}

function noticed(
  ran: Ran | undefined,
  outcomes: readonly Outcome[],
): { readonly test: string; readonly error: string } | undefined {
  if (ran === undefined) return { test: "the time limit", error: "the tests did not end" };
  const failed = outcomes.find(({ state }) => state === "failed");
  if (failed !== undefined) return { test: failed.name, error: failed.error ?? "" };
  const [unhandled] = ran.unhandled;
  return unhandled === undefined ? undefined : { test: "an error that nobody caught", error: unhandled };
}

function cellOf({ folder, project }: Tests): Omit<Cell, "test"> {
  return { folder, project };
}

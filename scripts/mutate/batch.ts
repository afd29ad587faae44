import type { Cells } from "./cells.ts";
import type { Mutant } from "./mutants.ts";
import { applied } from "./operator.ts";

/** A mutant, and the tests of one kind of one package that run what it changes. */
export interface Trial {
  readonly mutant: Mutant;
  readonly cells: Cells;
}

/**
 * Mutants that no test touches together can be tried in one run: which of them a failing test has noticed is then certain. Starting tests costs more than running them.
 */
export function packed(trials: readonly Trial[]): Trial[][] {
  const batches: { readonly of: string; readonly taken: Set<string>; readonly trials: Trial[] }[] = [];
  for (const trial of trials.toSorted((a, b) => a.cells.tests.length - b.cells.tests.length)) {
    const { of, tests } = trial.cells;
    const key = `${of.folder} ${of.project}`;
    const fits = batches.find(
      (batch) =>
        batch.of === key &&
        tests.every(({ id }) => !batch.taken.has(id)) &&
        batch.trials.every(({ mutant }) => !overlap(mutant, trial.mutant)),
    );
    const batch = fits ?? { of: key, taken: new Set<string>(), trials: [] };
    if (fits === undefined) batches.push(batch);
    batch.trials.push(trial);
    for (const { id } of tests) batch.taken.add(id);
  }
  return batches.map((batch) => batch.trials);
}

function overlap(one: Mutant, other: Mutant): boolean {
  return one.source === other.source && one.change.from <= other.change.to && other.change.from <= one.change.to;
}

export interface ChangedFile {
  readonly path: string;
  readonly code: string;
  /** The mutants that are in it. */
  readonly mutants: readonly string[];
}

/** The files of a batch with all of its changes. */
export function changedFiles(mutants: readonly Mutant[]): ChangedFile[] {
  return [...Map.groupBy(mutants, ({ source }) => source)].map(([source, each]) => ({
    path: source.path,
    code: each
      .toSorted((a, b) => b.change.from - a.change.from)
      .reduce((code, { change }) => applied(code, change), source.text),
    mutants: each.map(({ id }) => id),
  }));
}

import * as fc from "fast-check";
import type { Fuzzing } from "./seed.ts";

/** Fails with the smallest values that a property does not hold of, what they show, and how to try them again. */
export async function holdsFor<T>(
  { seed, runs }: Fuzzing,
  values: fc.Arbitrary<T>,
  show: (value: T) => unknown,
  holds: (value: T) => Promise<void>,
): Promise<void> {
  const found = await fc.check(fc.asyncProperty(values, holds), { seed, numRuns: runs });
  if (!found.failed) return;
  const again = `CONTRACT_SEED=${seed} CONTRACT_RUNS=${runs}`;
  if (found.counterexample === null)
    throw new Error(`Of ${found.numSkips} values none could be tried (repeat with ${again})`);
  const [value] = found.counterexample;
  const why = found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance);
  throw new Error(
    `${why}\n  with ${fc.stringify(show(value))}\n  after ${found.numRuns} tries, shrunk ${found.numShrinks} times; repeat with ${again}`,
    { cause: found.errorInstance },
  );
}

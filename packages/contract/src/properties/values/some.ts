import * as fc from "fast-check";

/** Whether a value can be found of which something holds. Mostly one of the first does; others are tried before it is given up. */
export function someHold<T>(values: fc.Arbitrary<T>, holds: (value: T) => boolean): boolean {
  return [4, 60].some((numRuns) => fc.sample(values, { seed: numRuns, numRuns }).some(holds));
}

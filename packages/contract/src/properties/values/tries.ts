import * as fc from "fast-check";

// fast-check looks for a value until it has one, and a schema may allow none. So it is looked first whether there are any, among a few;
// and who makes one after all gives up in the end. What fast-check shrinks comes to an end by itself.

/** Misses while one value is made. Where one of 64 is a hit, so many in a row do not happen. */
const TRIES = 10_000;

/** Of values that were to be made, none was found. */
class NoneFound extends Error {}

/** Whether a value can be found of which something holds. Mostly one of the first does; others are tried before it is given up. */
export function someHold<T>(values: fc.Arbitrary<T>, holds: (value: T) => boolean): boolean {
  return [4, 60].some((numRuns) => sample(values, numRuns).some(holds));
}

function sample<T>(values: fc.Arbitrary<T>, numRuns: number): T[] {
  try {
    return fc.sample(values, { seed: numRuns, numRuns });
  } catch (error) {
    if (error instanceof NoneFound) return [];
    throw error;
  }
}

/** The values of which something holds; undefined where of many tried it holds of none. `schema` is what they are made for. */
export function those<T>(
  values: fc.Arbitrary<T>,
  holds: (value: T) => boolean,
  schema: unknown,
): fc.Arbitrary<T> | undefined {
  if (!someHold(values, holds)) return undefined;
  return limited(schema, (isOver) => values.filter((value) => holds(value) || isOver()));
}

export interface Distinct<T> {
  readonly minLength: number;
  readonly maxLength: number;
  /** What no two items have in common. */
  readonly keyOf: (item: T) => string;
}

/** Lists without repetition; undefined where so many different items are not found. */
export function distinct<T>(
  items: fc.Arbitrary<T>,
  { minLength, maxLength, keyOf }: Distinct<T>,
  schema: unknown,
): fc.Arbitrary<T[]> | undefined {
  const found = limited(schema, (isOver) => {
    const selector = (item: T): string => (isOver(), keyOf(item));
    return fc.uniqueArray(items, { minLength, maxLength, selector });
  });
  return someHold(found, () => true) ? found : undefined;
}

/** Lets values be made in so many tries, each of which asks whether they are over. */
function limited<T>(schema: unknown, valuesOf: (isOver: () => false) => fc.Arbitrary<T>): fc.Arbitrary<T> {
  let left = Infinity;
  const set = (tries: number): fc.Arbitrary<void> => fc.constant(undefined).map(() => void (left = tries));
  const values = valuesOf(() => {
    left -= 1;
    if (left < 0) throw new NoneFound(`No value was found in ${TRIES} tries for the schema ${brief(schema)}`);
    return false;
  });
  return fc.tuple(set(TRIES), values, set(Infinity)).map(([, value]) => value);
}

function brief(schema: unknown): string {
  const text = JSON.stringify(schema) ?? "true";
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

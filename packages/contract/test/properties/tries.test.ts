import * as fc from "fast-check";
import { expect, test } from "vitest";
import { distinct, someHold, those } from "../../src/properties/values/tries.ts";

const schema = { type: "integer", title: "Count" };

/** Values that end a test which asks for them without end. */
function finite<T>(values: fc.Arbitrary<T>): fc.Arbitrary<T> {
  let made = 0;
  return values.map((value) => {
    made += 1;
    if (made > 100_000) throw new Error("was asked for ever more values");
    return value;
  });
}

const first = <T>(values: fc.Arbitrary<T> | undefined): T | undefined =>
  values && fc.sample(values, { seed: 1, numRuns: 1 })[0];

test("values of which something holds are found, and made smaller among themselves", () => {
  const large = those(fc.nat(), (value) => value >= 100, schema) ?? fc.constant(1);
  const { counterexample } = fc.check(
    fc.property(large, () => false),
    { seed: 1 },
  );
  expect(counterexample).toEqual([100]);
});

test("values of which nothing holds are none", () => {
  expect(those(finite(fc.nat()), (value) => value < 0, schema)).toBeUndefined();
});

test("values that are no longer found are given up, and the error shows their schema", () => {
  let allowed = true;
  const values = those(finite(fc.nat()), () => allowed, schema);
  expect(first(values)).toBeTypeOf("number");
  allowed = false;
  expect(() => first(values)).toThrow(
    'No value was found in 10000 tries for the schema {"type":"integer","title":"Count"}',
  );
  allowed = true;
  expect(first(values)).toBeTypeOf("number");
});

test("values in which others are no longer found are none either", () => {
  let allowed = true;
  const inner = those(finite(fc.nat()), () => allowed, schema) ?? fc.constant(1);
  allowed = false;
  expect(someHold(inner, () => true)).toBe(false);
});

test("an error of another kind is not taken for the lack of values", () => {
  const values = fc.nat().map(() => {
    throw new TypeError("wrong");
  });
  expect(() => someHold(values, () => true)).toThrow(TypeError);
});

/** A number that is made smaller one by one. */
class Countdown extends fc.Arbitrary<number> {
  generate(): fc.Value<number> {
    return new fc.Value(20_000, undefined);
  }
  canShrinkWithoutContext(value: unknown): value is number {
    return typeof value === "number";
  }
  shrink(value: number): fc.Stream<fc.Value<number>> {
    return fc.stream(Array.from({ length: value }, (_, index) => new fc.Value(value - 1 - index, undefined)).values());
  }
}

test("values are made smaller in as many tries as it takes", () => {
  const ends = those(new Countdown(), (value) => value === 20_000 || value === 0, schema) ?? fc.constant(1);
  const { counterexample } = fc.check(fc.property(ends, () => false));
  expect(counterexample).toEqual([0]);
});

test("lists without repetition are as long as was asked for", () => {
  const lists = distinct(fc.constantFrom("a", "b", "c"), { minLength: 3, maxLength: 7, keyOf: String }, schema);
  expect(first(lists)?.sort()).toEqual(["a", "b", "c"]);
});

test("where there are not so many different items, lists without repetition are none", () => {
  expect(distinct(finite(fc.boolean()), { minLength: 3, maxLength: 7, keyOf: String }, schema)).toBeUndefined();
});

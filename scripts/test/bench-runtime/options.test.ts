import { expect, test } from "vitest";
import { benchOptions } from "../../bench-runtime/options.ts";

test("unless told otherwise, everything is measured and no limit fails the run", () => {
  const { parts, strict, help, out, rounds } = benchOptions([]);
  expect({ parts, strict, help, out }).toEqual({
    parts: ["bundle", "cpu", "types"],
    strict: false,
    help: false,
    out: undefined,
  });
  expect(rounds).toBeGreaterThan(3);
});

test("a quick run measures the same parts with fewer calls", () => {
  const [usual, quick] = [benchOptions([]), benchOptions(["--quick"])];
  expect(quick.parts).toEqual(usual.parts);
  expect(quick.rounds * quick.calls).toBeLessThan((usual.rounds * usual.calls) / 10);
});

test("rounds that are asked for go before those of a quick run", () => {
  expect(benchOptions(["--quick", "--rounds", "2"]).rounds).toBe(2);
});

test("one part can be measured alone", () => {
  expect(benchOptions(["--only", "types"]).parts).toEqual(["types"]);
});

test.each([
  [["--rounds", "0"], "1 to 9999"],
  [["--rounds", "many"], "1 to 9999"],
  [["--only", "speed"], "bundle, cpu, types"],
])("%j is refused with what to write instead", (args, remedy) => {
  expect(() => benchOptions(args)).toThrow(remedy);
});

import { expect, test } from "vitest";
import { benchOptions, type Options } from "../../bench/harness/options.ts";

const PARTS = ["bundle", "cpu", "types"] as const;

function read(...args: string[]): Options<(typeof PARTS)[number]> {
  return benchOptions(args, { parts: PARTS, rounds: { usual: 15, quick: 3 } });
}

test("unless told otherwise, everything is measured and no limit fails the run", () => {
  expect(read()).toEqual({ parts: PARTS, rounds: 15, quick: false, strict: false, help: false, out: undefined });
});

test("a quick run measures the same parts in fewer rounds", () => {
  expect(read("--quick")).toMatchObject({ parts: PARTS, rounds: 3, quick: true });
});

test("rounds that are asked for go before those of a quick run", () => {
  expect(read("--quick", "--rounds", "2").rounds).toBe(2);
});

test("one part can be measured alone", () => {
  expect(read("--only", "types").parts).toEqual(["types"]);
});

test.each([
  [["--rounds", "0"], "1 to 9999"],
  [["--rounds", "many"], "1 to 9999"],
  [["--only", "speed"], "bundle, cpu, types"],
])("%j is refused with what to write instead", (args, remedy) => {
  expect(() => read(...args)).toThrow(remedy);
});

import { expect, test } from "vitest";
import { grouped, isOver, judged } from "../../bench/harness/held.ts";
import { spreadOf } from "../../bench/harness/statistics.ts";
import { formatSection } from "../../bench/harness/table.ts";

test("a spread is the middle and the range of the middle half", () => {
  expect(spreadOf([9, 1, 5, 3, 7])).toEqual({ median: 5, low: 3, high: 7 });
});

test("between two values of a sample a spread takes their proportion", () => {
  expect(spreadOf([1, 2])).toEqual({ median: 1.5, low: 1.25, high: 1.75 });
});

test("an empty sample has no spread", () => {
  expect(() => spreadOf([])).toThrow("empty sample");
});

test("a value at its limit is ok, and one above it is over", () => {
  expect(judged(4800, 4800).trim()).toBe("4,800 ok");
  expect(judged(4801, 4800)).toBe("4,801 over");
  expect(isOver({ what: "a bundle", value: 4800, limit: 4800 })).toBe(false);
  expect(isOver({ what: "a bundle", value: 4801, limit: 4800 })).toBe(true);
});

test("thousands are set apart", () => {
  expect([0, 999, 1000, 1234567.4].map(grouped)).toEqual(["0", "999", "1,000", "1,234,567"]);
});

test("a section is a Markdown table whose columns line up, names to the left and figures to the right", () => {
  const text = formatSection({
    title: "Bundles",
    notes: ["Bytes."],
    head: ["client", "1 call"],
    rows: [["ky", "8,990"], ["openapi-fetch"]],
  });
  expect(text).toBe(
    [
      "## Bundles",
      "",
      "Bytes.",
      "",
      "| client        | 1 call |",
      "| ------------- | -----: |",
      "| ky            |  8,990 |",
      "| openapi-fetch |        |",
      "",
    ].join("\n"),
  );
});

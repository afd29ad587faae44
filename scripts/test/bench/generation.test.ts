import { expect, test } from "vitest";
import { isOver } from "../../bench/harness/held.ts";
import { formatSection } from "../../bench/harness/table.ts";
import { rowsOf, type Run } from "../../bench/generation/figures.ts";
import { generationHeld, generationSection } from "../../bench/generation/sections.ts";

function run(cpu: number, memory: number): Run {
  return { cpu, memory, files: 2, bytes: 1000 };
}

const MAKES = { "vendor-sdks": "everything", "openapi-typescript": "types" };

test("ratios are to the yardstick in the same round", () => {
  const [ours] = rowsOf(
    new Map([
      ["vendor-sdks", { results: [run(1, 100), run(3, 300)] }],
      ["openapi-typescript", { results: [run(2, 100), run(6, 150)] }],
    ]),
    MAKES,
  );
  expect(ours).toMatchObject({ generator: "vendor-sdks", makes: "everything", runs: 2, files: 2, bytes: 1000 });
  expect(ours?.cpuRatio?.median).toBe(0.5);
  expect(ours?.memoryRatio?.median).toBe(1.5);
});

test("without the yardstick there are figures, and no ratios", () => {
  const [ours] = rowsOf(new Map([["vendor-sdks", { results: [run(1, 100)] }]]), MAKES);
  expect(ours?.cpu?.median).toBe(1);
  expect(ours?.cpuRatio).toBeUndefined();
});

test("the cheapest comes first, and what failed is told apart from the table", () => {
  const rows = rowsOf(
    new Map([
      ["broken", { results: [], failed: "no such option" }],
      ["openapi-typescript", { results: [run(2, 100)] }],
      ["vendor-sdks", { results: [run(1, 100)] }],
    ]),
    MAKES,
  );
  expect(rows.map(({ generator }) => generator)).toEqual(["vendor-sdks", "openapi-typescript", "broken"]);
  const section = generationSection({ spec: "github", about: "large", rows });
  expect(section.notes.at(-1)).toBe("Left out: broken, no such option.");
  expect(section.rows.map(([name]) => name)).toEqual(["vendor-sdks", "openapi-typescript", "limit: vendor-sdks"]);
});

test("GitHub's spec may take as much CPU as the yardstick and a fifth more memory", () => {
  const rows = rowsOf(
    new Map([
      ["vendor-sdks", { results: [run(2, 130)] }],
      ["openapi-typescript", { results: [run(2, 100)] }],
    ]),
    MAKES,
  );
  const held = generationHeld({ spec: "github", about: "large", rows });
  expect(held.map(({ value, limit }) => [value, limit])).toEqual([
    [1, 1],
    [1.3, 1.2],
  ]);
  expect(held.map(isOver)).toEqual([false, true]);
  expect(formatSection(generationSection({ spec: "github", about: "large", rows }))).toMatch(
    /1\.00 ok +\|.*1\.30 over \|/,
  );
});

test("a spec without limits holds nothing", () => {
  const rows = rowsOf(new Map([["vendor-sdks", { results: [run(2, 130)] }]]), MAKES);
  expect(generationHeld({ spec: "made-up-30", about: "small", rows })).toEqual([]);
});

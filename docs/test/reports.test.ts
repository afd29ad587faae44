import { expect, test } from "vitest";
import { missingReports, withReports } from "../.vitepress/reports.ts";
import { repositoryWith } from "./repository.ts";

const BENCH = {
  where: "Node 24, a machine",
  sections: [
    {
      title: "Bytes",
      notes: ["Minified."],
      head: ["client", "bytes"],
      rows: [["train", "1,200"]],
      plots: [
        {
          title: "Bytes of a call",
          bars: [
            { label: 'train "a" <b>', value: 1200, text: "1,200", ours: true },
            { label: "boat", value: 2400, text: "2,400", ours: false },
          ],
        },
      ],
    },
  ],
};

const COVERAGE =
  "# Contract coverage\n\n## train\n\n| operation | 200 |\n| --- | --- |\n| `stop` | ✓1 |\n| `go` | ✗1/1 |\n\nExcused by the ledger:\n\n- it rests\n\nNot covered:\n\n- no test\n";

test("a bench is its tables below a heading of the page, with bars and their figures in words", () => {
  const root = repositoryWith({ "reports/bench.json": JSON.stringify(BENCH) });
  const shown = withReports("# Proof\n\n<!-- report: bench -->\n", root, new Set());
  expect(shown).toContain("# Proof\n\nMeasured with Node 24, a machine.\n\n### Bytes\n");
  expect(shown).toContain("| train  | 1,200 |");
  expect(shown).toContain('aria-label="Bytes of a call: train &quot;a&quot; &lt;b> 1,200; boat 2,400"');
  expect(shown).toContain('width="50.0%"');
  expect(shown).toContain('width="100.0%"');
});

test("coverage leads from an operation to its page, and hides no answer that is not covered", () => {
  const root = repositoryWith({ "reports/contract-coverage.md": COVERAGE });
  const shown = withReports(
    "<!-- report: contract-coverage -->",
    root,
    new Set(["packages/train/docs/operations/stop.md"]),
  );
  expect(shown).toContain("### train");
  expect(shown).toContain("| [`stop`](/packages/train/docs/operations/stop.md) | ✓1 |");
  expect(shown).toContain("| `go` | ✗1/1 |");
  expect(shown).toContain("<summary>Excused by the ledger</summary>\n\n- it rests\n");
  expect(shown).toContain("\nNot covered:\n\n- no test\n");
});

test("what was not measured is said on the page, with what to run", () => {
  const root = repositoryWith({ "reports/bench.json": JSON.stringify(BENCH) });
  expect(withReports("<!-- report: bench-runtime -->", root, new Set())).toContain(
    "Not measured in this checkout. `pnpm bench:runtime` does",
  );
  expect(missingReports(root)).toEqual([
    "reports/contract-coverage.md is missing: `pnpm contract` writes it",
    "reports/bench-runtime.json is missing: `pnpm bench:runtime` writes it",
  ]);
});

test("a report of another shape, and one that nobody writes, are errors", () => {
  const root = repositoryWith({ "reports/bench.json": '{ "figures": [] }' });
  expect(() => withReports("<!-- report: bench -->", root, new Set())).toThrow(
    "reports/bench.json cannot be shown: write it anew by `pnpm bench`",
  );
  expect(() => withReports("<!-- report: speed -->", root, new Set())).toThrow(
    'There is no report "speed": write one of',
  );
});

import { expect, test } from "vitest";
import { markdownOf } from "../../contract/markdown.ts";
import { pageOf } from "../../contract/page.ts";
import { formatTable, markOf } from "../../contract/table.ts";
import { cell, own, problem, red, report, vendor } from "./sample.ts";

test("the table has a row for each operation, a column for each status, and tells how many cells there are", () => {
  const cells = [cell(), cell({ route: "proxy" }), own, red, cell({ operation: "remove", status: "404" })];
  expect(formatTable(vendor(cells)).split("\n")).toEqual([
    "sample: 2 operations, 4 of 5 cells",
    "          200  404   501",
    "  list    ✓2         ○1",
    "  remove       ✗1/2",
    "",
  ]);
});

test("the worst of several cells is what their mark shows", () => {
  const excused = cell({ state: "excused" });
  expect([[], [cell()], [cell(), own], [own, excused], [excused, red, red]].map(markOf)).toEqual([
    "",
    "✓1",
    "○2",
    "~2",
    "✗2/3",
  ]);
});

test("in Markdown, what is wrong comes first, and who stood in for Prism is told with the reason", () => {
  const text = markdownOf(report([cell(), own, red], [problem]));
  expect(text).toContain("- `specs/sample/openapi.yaml:12:9` sample remove 404");
  expect(text).toContain("| `remove` |  | ✗1/1 |  |");
  expect(text).toContain("- it puts a mock in the place of a 501: `list` 501 mock (1 cells)");
  expect(text).toContain("- no \\<test\\>: `remove` 404 proxy (1 cells)");
});

test("the page has every cell, opens what is red, and asks for nothing from elsewhere", () => {
  const page = pageOf(report([cell(), own, red], [problem]));
  expect(page.match(/<td class="cell /g)).toHaveLength(3);
  expect(page.match(/<details open>/g)).toHaveLength(1);
  expect(page).toContain('title="not tested: no &lt;test&gt;"');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/https?:|url\(|src=|<script|<link/);
});

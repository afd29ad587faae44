import { describe, expect, it } from "vitest";
import { problemsOf, type ContractReport } from "../../contract/report.ts";
import { formatTable } from "../../contract/table.ts";

const report: ContractReport = {
  operations: 2,
  cells: 5,
  covered: 5,
  skipped: 0,
  table: {
    list: { 200: { "application/json": true }, 401: { "application/json": true, "text/plain": true } },
    remove: { 204: { none: true }, default: { "application/json": true } },
  },
};

describe("the problems of a vendor", () => {
  it("are none when every cell is covered", () => {
    expect(problemsOf("sample", report)).toEqual([]);
  });

  it("are a report that is missing or empty, cells that are not covered, and cells that were skipped", () => {
    expect(problemsOf("sample", undefined)).toEqual([expect.stringContaining("has left no report")]);
    expect(problemsOf("sample", { ...report, cells: 0, covered: 0 })).toEqual([
      "sample: its contract suite has covered nothing",
    ]);
    expect(problemsOf("sample", { ...report, covered: 3, skipped: 1 })).toEqual([
      "sample: 2 of 5 cells are not covered",
      "sample: 1 cells were skipped",
    ]);
  });
});

describe("the table of a vendor", () => {
  it("has a row for each operation, a column for each status and a mark for each media type", () => {
    const { list, ...rest } = report.table;
    const table = { list: { ...list, 401: { "application/json": true, "text/plain": false } }, ...rest };
    expect(formatTable("sample", { ...report, covered: 4, table }).split("\n")).toEqual([
      "sample: 2 operations, 4 of 5 cells",
      "          200  204  401  default",
      "  list     ✓        ✓✗",
      "  remove        ✓           ✓",
      "",
    ]);
  });
});

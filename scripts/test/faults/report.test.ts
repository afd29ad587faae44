import { describe, expect, it } from "vitest";
import { problemsOf, tableOf, type FaultReport } from "../../faults/report.ts";
import { formatTable, summaryOf } from "../../faults/table.ts";

const none = { outcome: "not applicable", reason: "no path has a parameter" } as const;
const one: FaultReport = { service: "one", faults: { "It rains": { outcome: "passed" }, "It pours": none } };
const other: FaultReport = {
  service: "other",
  faults: { "It rains": { outcome: "passed" }, "It pours": { outcome: "passed" } },
};
const full = tableOf([
  ["one", one],
  ["other", other],
]);

describe("the table of faults", () => {
  it("is full where every row has passed or a reason", () => {
    expect(problemsOf(full)).toEqual([]);
    expect(summaryOf(full)).toBe("2 faults × 2 vendors: 3 passed, 1 not applicable, 0 failed");
  });

  it("has a row for each fault, a column for each vendor, and the reasons below", () => {
    expect(formatTable(full).split("\n")).toEqual([
      "┌ one",
      "│ ┌ other",
      "✓ ✓  It rains",
      "– ✓  It pours",
      "",
      "– not applicable, since by the spec",
      "  one: no path has a parameter (1)",
      "",
    ]);
  });

  it.each([
    ["was not run", null, "one: no result: It pours"],
    ["failed", { outcome: "failed" }, "one: failed: It pours"],
    ["has no reason", { outcome: "not applicable", reason: "" }, "one: no reason: It pours"],
  ] as const)("is not full where a row %s", (_, cell, problem) => {
    const report = { ...one, faults: { ...one.faults, "It pours": cell } };
    expect(
      problemsOf(
        tableOf([
          ["one", report],
          ["other", other],
        ]),
      ),
    ).toEqual([problem]);
  });

  it("is not full where a vendor lacks a row of another's, or has no report at all", () => {
    const { "It rains": rains = null } = one.faults;
    const short = { service: "one", faults: { "It rains": rains } };
    expect(
      problemsOf(
        tableOf([
          ["one", short],
          ["other", other],
        ]),
      ),
    ).toEqual(["one: no result: It pours"]);
    expect(
      problemsOf(
        tableOf([
          ["one", undefined],
          ["other", other],
        ]),
      ),
    ).toEqual([expect.stringContaining("one: its fault suite has left no report")]);
    expect(problemsOf(tableOf([["one", undefined]]))).toEqual([expect.stringContaining("No fault suite")]);
  });
});

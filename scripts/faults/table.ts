import type { FaultTable, Outcome } from "./report.ts";

const MARKS: Readonly<Record<Outcome["outcome"], string>> = { passed: "✓", failed: "✗", "not applicable": "–" };
const EMPTY = "?";

/** A row a fault, a column a vendor; below it why a fault does not concern a vendor. */
export function formatTable({ faults, vendors }: FaultTable): string {
  const names = Object.keys(vendors);
  const marks = faults.map((fault) => names.map((name) => markOf(vendors[name]?.[fault])).join(" "));
  const heads = names.map((name, index) => `${"│ ".repeat(index)}┌ ${name}`);
  const rows = faults.map((fault, index) => `${marks[index] ?? ""}  ${fault}`);
  return [...heads, ...rows, "", ...reasons({ faults, vendors })].join("\n");
}

function markOf(cell: Outcome | null | undefined): string {
  return cell === null || cell === undefined ? EMPTY : MARKS[cell.outcome];
}

/** One line for each reason, since many rows share one. */
function reasons({ vendors }: FaultTable): string[] {
  const lines = Object.entries(vendors).flatMap(([vendor, cells]) => {
    const counts = new Map<string, number>();
    for (const cell of Object.values(cells)) {
      if (cell?.outcome === "not applicable") counts.set(cell.reason, (counts.get(cell.reason) ?? 0) + 1);
    }
    return [...counts].map(([reason, count]) => `  ${vendor}: ${reason} (${count})`);
  });
  return lines.length === 0 ? [] : [`${MARKS["not applicable"]} not applicable, since by the spec`, ...lines, ""];
}

/** The table in numbers. */
export function summaryOf({ faults, vendors }: FaultTable): string {
  const cells = Object.values(vendors).flatMap((each) => Object.values(each));
  const count = (outcome: Outcome["outcome"]): number => cells.filter((cell) => cell?.outcome === outcome).length;
  const numbers = `${count("passed")} passed, ${count("not applicable")} not applicable, ${count("failed")} failed`;
  return `${faults.length} faults × ${Object.keys(vendors).length} vendors: ${numbers}`;
}

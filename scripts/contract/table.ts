import { isRed, type CellResult } from "@vendor-sdks/contract/coverage";
import { countOf, type VendorCoverage } from "./report.ts";

type Counted = Pick<CellResult, "operation" | "status" | "state">;

export const LEGEND =
  "✓ every cell covered (how many), ○ by a check of our own where it cannot be by Prism, ~ excused by the ledger, ✗ not covered";

/** The table of a vendor: a row an operation, a column a status, and how many cells it has: media type × kind of credentials × route. */
export function formatTable({ service, operations, cells }: VendorCoverage): string {
  const statuses = statusesOf(cells);
  const names = [...new Set(cells.map(({ operation }) => operation))];
  const rows = names.map((name) => statuses.map((status) => markOf(cellsAt(cells, name, status))));
  const first = Math.max(0, ...names.map((each) => each.length));
  const widths = statuses.map((status, index) =>
    Math.max(status.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (label: string, texts: readonly string[]): string =>
    `  ${label.padEnd(first)}  ${texts.map((text, index) => text.padEnd(widths[index] ?? 0)).join("  ")}`.trimEnd();
  return [
    `${service}: ${operations} operations, ${countOf(cells, "covered", "own check")} of ${cells.length} cells`,
    line("", statuses),
    ...names.map((name, index) => line(name, rows[index] ?? [])),
    "",
  ].join("\n");
}

export function statusesOf(cells: readonly Pick<CellResult, "status">[]): string[] {
  return [...new Set(cells.map(({ status }) => status))].toSorted();
}

export function cellsAt<Cell extends Counted>(cells: readonly Cell[], operation: string, status: string): Cell[] {
  return cells.filter((cell) => cell.operation === operation && cell.status === status);
}

/** `✓6`, `○6`, `~6` or `✗2/6`: the worst of the cells, and how many they are. */
export function markOf(cells: readonly Counted[]): string {
  const { length } = cells;
  if (length === 0) return "";
  const red = cells.filter(isRed).length;
  if (red > 0) return `✗${red}/${length}`;
  if (countOf(cells, "excused") > 0) return `~${length}`;
  return `${countOf(cells, "own check") > 0 ? "○" : "✓"}${length}`;
}

import type { ContractReport, Statuses } from "./report.ts";

const COVERED = "✓";
const NOT_COVERED = "✗";

/** The table of a vendor: a row an operation, a column a status, a mark for each media type. */
export function formatTable(name: string, { operations, cells, covered, table }: ContractReport): string {
  const statuses = [...new Set(Object.values(table).flatMap((each) => Object.keys(each)))].toSorted();
  const names = Object.keys(table);
  const first = Math.max(0, ...names.map((each) => each.length));
  const row = (label: string, texts: readonly string[]): string => {
    const columns = texts.map((text, index) => centre(text, statuses[index]?.length ?? 0));
    return `  ${label.padEnd(first)}  ${columns.join("  ")}`.trimEnd();
  };
  return [
    `${name}: ${operations} operations, ${covered} of ${cells} cells`,
    row("", statuses),
    ...names.map((each) =>
      row(
        each,
        statuses.map((status) => marks(table[each]?.[status])),
      ),
    ),
    "",
  ].join("\n");
}

function marks(mediaTypes: Statuses[string] | undefined): string {
  return Object.values(mediaTypes ?? {})
    .map((isCovered) => (isCovered ? COVERED : NOT_COVERED))
    .join("");
}

function centre(text: string, width: number): string {
  return text.padStart(text.length + Math.floor((width - text.length) / 2)).padEnd(width);
}

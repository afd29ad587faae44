import { UsageError } from "./command.ts";

export type Row = Readonly<Record<string, string | number>>;

export type Format = "table" | "csv" | "json";

const formats: Record<Format, (columns: readonly string[], rows: readonly Row[]) => string> = { table, csv, json };

/** Rows as `--format` says; without any there is still the line of the columns. */
export function rowsAs(columns: readonly string[], rows: readonly Row[], format: Format): string {
  return formats[format](columns, rows);
}

/** To be asked before the work, so that a wrong word costs no call. */
export function formatOf(text: string): Format {
  if (text === "table" || text === "csv" || text === "json") return text;
  throw new UsageError(`--format is table, csv or json, and not "${text}"`);
}

function table(columns: readonly string[], rows: readonly Row[]): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => printable(row[column])))];
  const widths = columns.map((_, index) => Math.max(...lines.map((line) => line[index]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Names come from an appliance, and a terminal obeys control characters. */
function printable(cell: string | number | undefined): string {
  return String(cell ?? "").replaceAll(/\p{Cc}/gu, "?");
}

function csv(columns: readonly string[], rows: readonly Row[]): string {
  return [columns, ...rows.map((row) => columns.map((column) => field(row[column])))]
    .map((line) => line.join(","))
    .join("\n");
}

function field(cell: string | number | undefined): string {
  if (typeof cell === "number") return String(cell);
  // A spreadsheet takes a text that begins so for a formula.
  const text = (cell ?? "").replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function json(_: readonly string[], rows: readonly Row[]): string {
  return JSON.stringify(rows, null, 2);
}

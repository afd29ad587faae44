import { existsSync, readFileSync } from "node:fs";

/** What a package's contract suite leaves behind in `reports/contract.json`. */
export interface ContractReport {
  readonly operations: number;
  readonly cells: number;
  readonly covered: number;
  readonly skipped: number;
  /** operation → status → media type → whether it is covered. */
  readonly table: Readonly<Record<string, Statuses>>;
}

export type Statuses = Readonly<Record<string, Readonly<Record<string, boolean>>>>;

export function readReport(file: string): ContractReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as ContractReport) : undefined;
}

/** What keeps a vendor from being covered. */
export function problemsOf(name: string, report: ContractReport | undefined): string[] {
  if (report === undefined) return [`${name}: its contract suite has left no report; run \`pnpm contract\``];
  const { cells, covered, skipped } = report;
  return [
    ...(cells === 0 ? [`${name}: its contract suite has covered nothing`] : []),
    ...(covered === cells ? [] : [`${name}: ${cells - covered} of ${cells} cells are not covered`]),
    ...(skipped === 0 ? [] : [`${name}: ${skipped} cells were skipped`]),
  ];
}

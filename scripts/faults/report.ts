import { existsSync, readFileSync } from "node:fs";

export type Outcome =
  { readonly outcome: "passed" | "failed" } | { readonly outcome: "not applicable"; readonly reason: string };

/** What a package's fault suite leaves behind in `reports/faults.json`. */
export interface FaultReport {
  readonly service: string;
  /** By the row's sentence; null where the row was not run. */
  readonly faults: Readonly<Record<string, Outcome | null>>;
}

/** All packages side by side. */
export interface FaultTable {
  readonly faults: readonly string[];
  /** vendor → fault → what came of it. */
  readonly vendors: Readonly<Record<string, Readonly<Record<string, Outcome | null>>>>;
}

export function readReport(file: string): FaultReport | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as FaultReport) : undefined;
}

/** Every vendor has every row: one that it does not know of is empty. */
export function tableOf(reports: readonly (readonly [vendor: string, report: FaultReport | undefined])[]): FaultTable {
  const faults = [...new Set(reports.flatMap(([, report]) => Object.keys(report?.faults ?? {})))];
  const vendors = reports.map(([vendor, report]) => {
    const cells = faults.map((fault) => [fault, report?.faults[fault] ?? null] as const);
    return [vendor, Object.fromEntries(cells)] as const;
  });
  return { faults, vendors: Object.fromEntries(vendors) };
}

/** What keeps the table from being full. */
export function problemsOf({ faults, vendors }: FaultTable): string[] {
  if (faults.length === 0) return ["No fault suite has left a report; run `pnpm faults`"];
  return Object.entries(vendors).flatMap(([vendor, cells]) => {
    const all = Object.entries(cells);
    if (all.every(([, cell]) => cell === null)) {
      return [`${vendor}: its fault suite has left no report; run \`pnpm faults\``];
    }
    return all.flatMap(([fault, cell]) => {
      if (cell === null) return [`${vendor}: no result: ${fault}`];
      if (cell.outcome === "failed") return [`${vendor}: failed: ${fault}`];
      if (cell.outcome === "not applicable" && cell.reason === "") return [`${vendor}: no reason: ${fault}`];
      return [];
    });
  });
}

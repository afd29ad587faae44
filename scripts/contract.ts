import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./bin.ts";
import { problemsOf, readReport, type ContractReport } from "./contract/report.ts";
import { formatTable } from "./contract/table.ts";
import { servicesOf } from "./generate/specs.ts";

const USAGE = `node scripts/contract.ts --report   prints what the contract suites have covered, and writes it to reports/contract-coverage.json

The suites themselves are turbo's task "contract"; \`pnpm contract\` does both.
`;

function main(): number {
  const { values } = parseArgs({ options: { report: { type: "boolean", default: false } } });
  if (!values.report) {
    process.stdout.write(USAGE);
    return 0;
  }
  const reports = servicesOf(root).map(
    (name) => [name, readReport(join(root, "packages", name, "reports/contract.json"))] as const,
  );
  const found = reports.flatMap(([name, report]) => (report === undefined ? [] : [[name, report] as const]));
  for (const [name, report] of found) process.stdout.write(`${formatTable(name, report)}\n`);
  writeCoverage(found);
  const problems = reports.flatMap(([name, report]) => problemsOf(name, report));
  if (problems.length > 0) {
    process.stderr.write(`${problems.join("\n")}\n`);
    return 1;
  }
  process.stdout.write(`${total(found.map(([, report]) => report))}\n`);
  return 0;
}

function writeCoverage(reports: readonly (readonly [name: string, report: ContractReport])[]): void {
  const counted = reports.map(([name, { operations, cells, covered, skipped }]) => [
    name,
    { operations, cells, covered, skipped },
  ]);
  mkdirSync(join(root, "reports"), { recursive: true });
  const text = JSON.stringify({ vendors: Object.fromEntries(counted) as unknown }, undefined, 2);
  writeFileSync(join(root, "reports/contract-coverage.json"), `${text}\n`);
}

function total(reports: readonly ContractReport[]): string {
  const operations = reports.reduce((sum, report) => sum + report.operations, 0);
  const cells = reports.reduce((sum, report) => sum + report.cells, 0);
  return `Every cell is covered, none skipped: ${reports.length} vendors, ${operations} operations, ${cells} cells`;
}

process.exitCode = main();

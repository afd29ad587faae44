import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./bin.ts";
import { problemsOf, readReport, tableOf } from "./faults/report.ts";
import { formatTable, summaryOf } from "./faults/table.ts";
import { handWrittenOf } from "./generate/specs.ts";

const USAGE = `node scripts/faults.ts --report   prints the table fault × vendor, and writes it to reports/faults.json

The suites themselves are turbo's task "faults"; \`pnpm faults\` does both.
`;

function main(): number {
  const { values } = parseArgs({ options: { report: { type: "boolean", default: false } } });
  if (!values.report) {
    process.stdout.write(USAGE);
    return 0;
  }
  const reports = handWrittenOf(root).map(
    (name) => [name, readReport(join(root, "packages", name, "reports/faults.json"))] as const,
  );
  const table = tableOf(reports);
  process.stdout.write(`${formatTable(table)}\n`);
  mkdirSync(join(root, "reports"), { recursive: true });
  writeFileSync(join(root, "reports/faults.json"), `${JSON.stringify(table, undefined, 2)}\n`);
  const problems = problemsOf(table);
  if (problems.length > 0) {
    process.stderr.write(`${problems.join("\n")}\n`);
    return 1;
  }
  process.stdout.write(`${summaryOf(table)}\n`);
  return 0;
}

process.exitCode = main();

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../generate/output.ts";
import { annotate, type Environment, summarise } from "../run/github.ts";
import { formatPlace, markdownOf } from "./markdown.ts";
import { pageOf } from "./page.ts";
import { countOf, type ContractReport } from "./report.ts";
import { formatTable, LEGEND } from "./table.ts";

/** Prints what is covered, writes it to `reports`, and on GitHub into the job's summary and beside the specs' lines. Gives the exit code. */
export function tell(
  report: ContractReport,
  root: string,
  { stdout, stderr }: Output,
  environment: Environment,
): number {
  const { vendors, problems } = report;
  const markdown = markdownOf(report);
  const folder = join(root, "reports");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "contract-coverage.json"), `${JSON.stringify(report, undefined, 1)}\n`);
  writeFileSync(join(folder, "contract-coverage.md"), markdown);
  writeFileSync(join(folder, "contract-coverage.html"), pageOf(report));

  for (const vendor of vendors) stdout.write(`${formatTable(vendor)}\n`);
  stdout.write(`${LEGEND}\nreports/contract-coverage.html has every cell; .md and .json say the same\n\n`);
  summarise(environment, markdown);
  for (const { message, place } of problems) {
    stdout.write(annotate(environment, { level: "error", title: "Contract coverage", message, place }));
    stderr.write(`${place === undefined ? "" : `${formatPlace(place)} `}${message}\n`);
  }
  if (problems.length > 0) return 1;
  stdout.write(`${total(report)}\n`);
  return 0;
}

function total({ vendors }: ContractReport): string {
  const cells = vendors.flatMap((vendor) => vendor.cells);
  const operations = vendors.reduce((sum, vendor) => sum + vendor.operations, 0);
  const excused = countOf(cells, "excused");
  const own = countOf(cells, "own check");
  return [
    `${excused === 0 ? "Every cell is covered, none skipped" : `Every cell is covered but the ${excused} that the ledger excuses`}: `,
    `${vendors.length} vendors, ${operations} operations, ${cells.length} cells`,
    own === 0 ? "" : `; for ${own} of them a check of our own stood in for Prism`,
  ].join("");
}

import { stripVTControlCharacters } from "node:util";
import { formatReport } from "../spec-diff/report.ts";
import { worklistPage } from "../spec-diff/theirs/markdown.ts";
import type { Vendor, Worklist } from "./plan.ts";

export interface Outcome {
  readonly step: string;
  readonly verdict: "done" | "failed" | "not done";
  readonly said: string;
}

export interface Update {
  readonly vendors: readonly Vendor[];
  readonly outcomes: readonly Outcome[];
  /** From the repository's root. */
  readonly files: readonly string[];
  readonly worklist: Worklist | undefined;
}

/** The update for people who read it on GitHub. */
export function updatePage({ vendors, outcomes, files, worklist }: Update): string {
  const rows = outcomes.map(({ step, verdict }) => `| ${step} | ${verdict} |`);
  const failed = outcomes.filter(({ verdict }) => verdict === "failed");
  const services = vendors.map(({ generated }) => generated.name);
  const heading = failed.length === 0 ? "To commit" : "Not to be committed yet";
  return [
    "# What follows the specs\n",
    ...(outcomes.length === 0 ? ["Nothing: each package is what its spec makes of it.\n"] : []),
    ...(outcomes.length === 0 ? [] : [["| step | |", "| --- | --- |", ...rows, ""].join("\n")]),
    ...failed.map(({ step, said }) => `## ${step} failed\n\n${block(said)}\nTo do: ${remedyFor(services)}\n`),
    ...vendors.map(({ compared }) => `## ${compared.report.package}\n\n${block(formatReport(compared.report))}`),
    ...(files.length === 0 ? [] : [`## ${heading}\n\n${files.map((file) => `- \`${file}\`\n`).join("")}`]),
    ...(worklist === undefined ? [] : [worklistPage(worklist.file, worklist.service, worklist.items)]),
  ].join("\n");
}

/** What to do when a step has failed. */
export function remedyFor(services: readonly string[]): string {
  const again = `run \`pnpm spec:update ${services.join(" ")}\` again`;
  return `mend what failed, in the spec or where else it lies, and ${again}. The spec is as you left it; all else is made of it, anew by each run.`;
}

/** Indented, a text is shown as it is, whatever is in it. */
function block(text: string): string {
  return `${stripVTControlCharacters(text).trimEnd().replaceAll(/^/gm, "    ")}\n`;
}

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Verdict } from "./row.ts";

const MARKS: Readonly<Record<Verdict, string>> = { passed: "✓", failed: "✗", unavailable: "–" };

export const RERUN = "pnpm release:rehearse --only";

/** One line for a screen; a failure is told with all that was said. */
export function tellOutcome({ row, verdict, detail, seconds }: Outcome): string {
  const told = verdict === "failed" ? `failed; again: ${RERUN} ${row}\n${indented(detail)}` : firstLine(detail);
  return `${MARKS[verdict]} ${row}  ${told} (${seconds} s)\n`;
}

export function summary(outcomes: readonly Outcome[]): string {
  const count = (verdict: Verdict): number => outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const gone = outcomes.filter(({ verdict }) => verdict === "unavailable");
  const missing = gone.map(({ row, detail }) => `  not to be had: ${row}: ${firstLine(detail)}\n`);
  return `${missing.join("")}${count("passed")} passed, ${count("failed")} failed, ${count("unavailable")} not to be had\n`;
}

/** Writes `release.json` and `release.md`. */
export function writeReport(
  folder: string,
  versions: Readonly<Record<string, string>>,
  outcomes: readonly Outcome[],
): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "release.json"), `${JSON.stringify({ versions, outcomes }, undefined, 2)}\n`);
  writeFileSync(join(folder, "release.md"), markdown(versions, outcomes));
}

function markdown(versions: Readonly<Record<string, string>>, outcomes: readonly Outcome[]): string {
  const packages = Object.entries(versions).map(([name, version]) => `- ${name} ${version}\n`);
  const rows = outcomes.map(({ row, verdict, detail, seconds }) => {
    const again = verdict === "failed" ? ` Again: \`${RERUN} ${row}\`` : "";
    return `| ${row} | ${MARKS[verdict]} | ${cell(detail)}${again} | ${seconds} |\n`;
  });
  return `# The release, rehearsed

${packages.join("")}
| consumer:check | | seen | s |
| --- | --- | --- | --: |
${rows.join("")}
${summary(outcomes)}`;
}

function cell(text: string): string {
  return firstLine(text).replaceAll(/[\\|<]/g, (sign) => `\\${sign}`);
}

function firstLine(text: string): string {
  return text.split("\n")[0] ?? "";
}

function indented(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, "    ");
}

import { stripVTControlCharacters, styleText } from "node:util";

import type { SpecReport } from "./report.ts";

const COLOURS = { pass: "green", refused: "yellow", failed: "red" } as const;

/** One line for a spec, and below it what is to be known if it did not pass. */
export function formatSpec(report: SpecReport, width: number): string {
  const { file, outcome, operations, warnings, seconds, megabytes, tests } = report;
  const time = Object.values(seconds).reduce((sum, each) => sum + each, 0);
  const columns = [
    styleText(COLOURS[outcome], outcome.padEnd(7)),
    file.padEnd(width),
    `${String(operations.in).padStart(5)} in ${String(operations.out).padStart(5)} out`,
    `${String(warnings.length).padStart(5)} warnings`,
    `${String(tests).padStart(6)} tests`,
    `${time.toFixed(1).padStart(6)} s`,
    `${megabytes.toFixed(0).padStart(5)} MB`,
  ];
  return `${[columns.join("  "), ...details(report)].join("\n")}\n`;
}

/** Lines of an explanation that are shown; the report has them all. */
const SHOWN = 6;

function details({ outcome, errors, failure, wrongExamples, beyondReach }: SpecReport): string[] {
  if (outcome === "refused") return [`         ${counted(errors)}`];
  if (failure === undefined) {
    const notes = [
      ...(wrongExamples.length > 0 ? [`${wrongExamples.length} examples contradict the spec`] : []),
      ...(beyondReach.length > 0 ? [`${beyondReach.length} answers are beyond the mock`] : []),
    ];
    return notes.length === 0 ? [] : [`         ${notes.join(", ")}`];
  }
  const lines = stripVTControlCharacters(failure.message)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const more = lines.length > SHOWN ? [`… ${lines.length - SHOWN} more lines`] : [];
  return [`${failure.step}:`, ...lines.slice(0, SHOWN), ...more].map((line) => `         ${line.slice(0, 200)}`);
}

/** `code ×3, other` */
function counted(codes: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => (count === 1 ? code : `${code} ×${count}`)).join(", ");
}

/** `40 pass, 3 refused, 1 failed` */
export function summary(reports: readonly SpecReport[]): string {
  const count = (outcome: SpecReport["outcome"]): number => reports.filter((each) => each.outcome === outcome).length;
  return `${reports.length} specs: ${count("pass")} pass, ${count("refused")} refused, ${count("failed")} failed`;
}

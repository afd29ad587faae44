import { subjectOf, type Mutant } from "./mutants.ts";
import type { Cell, Verdict } from "./verdict.ts";

export interface Score {
  readonly mutants: number;
  readonly killed: number;
  readonly byContract: number;
  /** By the tests that the runtime has by itself. */
  readonly byRuntime: number;
  readonly survived: number;
  readonly invalid: number;
  /** Of those that could be told from the code as it is, 0 to 1. */
  readonly score: number;
}

export function scoreOf(verdicts: readonly Verdict[]): Score {
  const killed = verdicts.filter(({ outcome }) => outcome === "killed").length;
  const survived = verdicts.filter(({ outcome }) => outcome === "survived").length;
  const by = (project: string): number =>
    verdicts.filter((each) => each.outcome === "killed" && each.by.project === project).length;
  const judged = killed + survived;
  const invalid = verdicts.length - judged;
  const [byContract, byRuntime] = [by("contract"), by("runtime")];
  return {
    mutants: judged,
    killed,
    byContract,
    byRuntime,
    survived,
    invalid,
    score: judged === 0 ? 0 : killed / judged,
  };
}

function percent(part: number): string {
  return `${(Math.floor(part * 1000) / 10).toFixed(1)} %`;
}

/** How many mutants of each operator were noticed. */
function tableOf(verdicts: readonly Verdict[]): [operator: string, score: Score][] {
  const groups = Map.groupBy(verdicts, ({ mutant }) => mutant.operator.name);
  return [...groups].map(([name, group]) => [name, scoreOf(group)]);
}

function placeOf({ source, line }: Mutant): string {
  return `${source.path}:${line}`;
}

function changeOf({ was, becomes }: Mutant): string {
  const short = (text: string): string => {
    const flat = text.replace(/\s+/g, " ");
    return flat === "" || flat === ";" ? "nothing" : flat.length > 80 ? `${flat.slice(0, 79)}…` : flat;
  };
  return `${short(was)} → ${short(becomes)}`;
}

function cellOf({ folder, project, test }: Cell): string {
  return `${folder}, ${project}: ${test}`;
}

/** A survivor, and which tests ran its code without noticing. */
function survivorLines(verdict: Verdict & { readonly outcome: "survived" }): string[] {
  const { mutant, cells } = verdict;
  const { operator } = mutant;
  const subject = subjectOf(mutant);
  const [first, ...others] = cells;
  const more = others.length === 0 ? "" : `, and ${others.length} more`;
  return [
    `${placeOf(mutant)}${subject === undefined ? "" : ` (${subject})`}: ${operator.name}`,
    `  ${changeOf(mutant)}`,
    `  ${operator.breaks}`,
    first === undefined ? "  No cell runs this code." : `  Should have been caught by ${cellOf(first)}${more}`,
  ];
}

export function textOf(verdicts: readonly Verdict[], untouched: number): string {
  const lines = tableOf(verdicts).map(
    ([name, { mutants, killed }]) =>
      `${name.padEnd(34)} ${String(killed).padStart(4)} of ${String(mutants).padStart(4)}`,
  );
  const survivors = survivorsOf(verdicts).flatMap((each) => ["", ...survivorLines(each)]);
  return [...lines, ...survivors, "", summaryOf(verdicts, untouched)].join("\n");
}

function summaryOf(verdicts: readonly Verdict[], untouched: number): string {
  const { mutants, killed, byContract, byRuntime, invalid, score } = scoreOf(verdicts);
  const rest = untouched === 0 ? "" : ` ${untouched} places of the runtime are run by no test, and were left alone.`;
  return (
    `${killed} of ${mutants} mutants killed (${percent(score)}): ${byContract} by the contract cells, ` +
    `${byRuntime} by the runtime's own tests, ${killed - byContract - byRuntime} by the table of faults; ${invalid} could not be loaded and do not count.${rest}`
  );
}

function survivorsOf(verdicts: readonly Verdict[]): (Verdict & { readonly outcome: "survived" })[] {
  return verdicts.filter((each): each is Verdict & { readonly outcome: "survived" } => each.outcome === "survived");
}

export function markdownOf(verdicts: readonly Verdict[], untouched: number): string {
  const rows = tableOf(verdicts).map(
    ([name, { mutants, killed }]) => `| ${name} | ${mutants} | ${killed} | ${mutants - killed} |`,
  );
  const survivors = survivorsOf(verdicts).map((each) => {
    const [place, ...rest] = survivorLines(each);
    return `- **${place ?? ""}**\n${rest.map((line) => `  ${line.trim().replaceAll("<", "&lt;")}  `).join("\n")}`;
  });
  return [
    "# Contract mutants",
    "",
    summaryOf(verdicts, untouched),
    "",
    "| operator | mutants | killed | survived |",
    "| --- | ---: | ---: | ---: |",
    ...rows,
    "",
    survivors.length === 0 ? "None survived." : "## Survivors",
    "",
    ...survivors,
    "",
  ].join("\n");
}

export function jsonOf(verdicts: readonly Verdict[], untouched: number): object {
  return {
    ...scoreOf(verdicts),
    untouched,
    operators: Object.fromEntries(tableOf(verdicts)),
    mutants: verdicts.map((verdict) => {
      const { mutant, outcome } = verdict;
      const { id, operator, was, becomes } = mutant;
      const subject = subjectOf(mutant);
      const what = { id, operator: operator.name, place: placeOf(mutant), subject, was, becomes, outcome };
      if (verdict.outcome === "killed") return { ...what, by: verdict.by, error: verdict.error };
      return verdict.outcome === "survived" ? { ...what, cells: verdict.cells } : { ...what, error: verdict.error };
    }),
  };
}

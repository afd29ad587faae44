import type { Outcome, Ran, Tests } from "./job.ts";
import type { Run } from "./lanes.ts";
import type { Source } from "./source.ts";

/** The kinds of tests of each vendor's package that mutants are run against. */
export const PROJECTS = ["contract", "faults"] as const;

export type Project = (typeof PROJECTS)[number];

/** The tests of one kind of one package, and which functions each of them runs. */
export interface Cells {
  readonly of: Tests;
  /** How long they take. */
  readonly milliseconds: number;
  readonly tests: readonly (Outcome & { readonly touched: readonly string[] })[];
}

export function testsOf(vendor: string, project: Project, files?: string): Tests {
  return { folder: `packages/${vendor}`, project, files, mutated: [generatedOf(vendor), RUNTIME] };
}

const RUNTIME = "packages/runtime/src/";

/** The tests that the runtime has by itself, for what no package's contract speaks of: other specs, other hosts. */
export const runtimeTests: Tests = {
  folder: "packages/runtime",
  project: "runtime",
  isolated: true,
  mutated: [RUNTIME],
};

/** In which order kinds of tests are tried. */
export const ORDER: readonly string[] = ["contract", "runtime", "faults"];

export function generatedOf(vendor: string): string {
  return `packages/${vendor}/src/generated/`;
}

/** Runs all tests of a kind, which have to be green, and finds out what each of them touches. */
export async function readCells(run: Run, of: Tests): Promise<Cells> {
  const { outcomes, milliseconds } = expectGreen(await run({ ...of, id: "unchanged", probe: true }), of);
  if (outcomes.length === 0) throw new Error(`${of.folder} has no tests "${of.project}"`);
  return { of, milliseconds, tests: outcomes.map((outcome) => ({ ...outcome, touched: outcome.touched ?? [] })) };
}

/** A change that changes nothing has to be loaded, by the tests that run any of that code, and to pass: else it is the harness that kills. */
export async function expectIdleMutantAlive(run: Run, { of, tests }: Cells, { path, text }: Source): Promise<void> {
  const id = "idle";
  const changes = [{ path, code: `${text}\n// nothing\n`, mutants: [id] }];
  const { outcomes } = expectGreen(await run({ ...of, id, changes }), of);
  const [folder] = of.mutated;
  const within = of.folder === runtimeTests.folder ? `${path}:` : (folder ?? "");
  const users = new Set(
    tests.filter(({ touched }) => touched.some((key) => key.startsWith(within))).map((each) => each.id),
  );
  expectLoaded(
    outcomes.filter((each) => users.has(each.id)),
    id,
  );
}

export function expectLoaded(outcomes: readonly Outcome[], id: string): void {
  const strange = outcomes.find(({ state, mutants }) => state === "passed" && mutants?.includes(id) !== true);
  if (strange === undefined) return;
  const loaded = strange.mutants?.join(", ") || "none";
  throw new Error(`"${strange.name}" passed with the mutant ${loaded} loaded instead of ${id}: the harness is wrong`);
}

function expectGreen(ran: Ran | undefined, { folder, project }: Tests): Ran {
  const what = `${folder}, tests "${project}"`;
  if (ran === undefined) throw new Error(`${what}: they did not end`);
  const failed = ran.outcomes.find(({ state }) => state !== "passed" && state !== "skipped");
  const problem = ran.broken[0] ?? ran.unhandled[0] ?? (failed && `${failed.name}: ${failed.error ?? failed.state}`);
  if (problem !== undefined) throw new Error(`${what}: they have to be green before anything is broken. ${problem}`);
  return ran;
}

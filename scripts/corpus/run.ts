import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { root } from "../bin.ts";
import { kebabCase } from "../generate/model/names.ts";
import { linkPackages, type Part, runContract, USUAL_PARTS } from "./contract.ts";
import { runNode } from "./process.ts";
import type { GenerateReport, SpecReport, Step } from "./report.ts";

/** Seconds that a step may take: a spec that needs more is one that a maintainer would not wait for either. */
const LIMITS = { generate: 120, types: 180, contract: 600 };

export interface RunOptions {
  /** Where the packages are left to be looked at; they are removed otherwise. */
  readonly keep: string | undefined;
  /** Of the contract suite; the usual ones unless given. */
  readonly parts?: readonly Part[];
}

const NO_TESTS: Pick<SpecReport, "tests" | "wrongExamples" | "beyondReach"> = {
  tests: 0,
  wrongExamples: [],
  beyondReach: [],
};

/** Makes a package of one spec, type-checks it and runs its contract suite, each in a process of its own. */
export async function runSpec(
  corpus: string,
  file: string,
  { keep, parts = USUAL_PARTS }: RunOptions,
): Promise<SpecReport> {
  const name = kebabCase(file);
  const folder = keep === undefined ? mkdtempSync(join(tmpdir(), "corpus-")) : join(keep, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  try {
    return await runIn(folder, name, corpus, file, parts);
  } finally {
    if (keep === undefined) rmSync(folder, { recursive: true });
  }
}

async function runIn(
  folder: string,
  name: string,
  corpus: string,
  file: string,
  parts: readonly Part[],
): Promise<SpecReport> {
  const program = join(import.meta.dirname, "generate.ts");
  // Parts may lie anywhere in the folder that was named.
  const generated = await runNode([program, join(corpus, file), folder, name, corpus], root, LIMITS.generate);
  const seconds: Partial<Record<Step, number>> = { generate: generated.seconds };
  if (generated.problem !== undefined) {
    const message = `${generated.problem}\n${generated.output}`;
    const nothing = {
      megabytes: 0,
      errors: [],
      warnings: [],
      diagnostics: "",
      operations: { in: 0, out: 0 },
      ...NO_TESTS,
    };
    return { file, ...nothing, seconds, outcome: "failed", failure: { step: "generate", message } };
  }
  const { client, ...made } = JSON.parse(readFileSync(join(folder, "generate.json"), "utf8")) as GenerateReport;
  seconds.generate = made.seconds;
  const report = { ...made, file, seconds, ...NO_TESTS };
  const failed = (step: Step, message: string): SpecReport => ({
    ...report,
    outcome: "failed",
    failure: { step, message },
  });

  if (made.errors.length > 0) return { ...report, outcome: "refused" };
  const { operations } = made;
  if (operations.in !== operations.out)
    return failed("operations", `${operations.in} went in, ${operations.out} came out`);

  linkPackages(folder);
  const compiler = join(root, "packages/runtime/node_modules/typescript/bin/tsc");
  const types = await runNode([compiler, "-p", folder], folder, LIMITS.types);
  seconds.types = types.seconds;
  if (types.problem !== undefined) return failed("types", types.output || types.problem);

  const contract = await runContract(folder, client, LIMITS.contract, parts);
  seconds.contract = contract.seconds;
  const { tests, wrongExamples, beyondReach } = contract;
  Object.assign(report, { tests, wrongExamples, beyondReach });
  if (contract.problem !== undefined) return failed("contract", `${contract.problem}\n${contract.output}`);
  return { ...report, outcome: "pass" };
}

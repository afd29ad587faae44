import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Output } from "../generate/output.ts";
import { annotationsOf, generateService, problemsOf } from "../generate/service.ts";
import { servicesOf } from "../generate/specs.ts";
import { type Environment, summarise } from "../run/github.ts";
import { formatReport } from "../spec-diff/report.ts";
import { worklistPage } from "../spec-diff/theirs/markdown.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { isConcerned, readWorklist, type Vendor, vendorOf, type Worklist } from "./plan.ts";
import { type Outcome, remedyFor, updatePage } from "./report.ts";
import { type Step, stepsFor } from "./steps.ts";
import type { Tools } from "./tools.ts";
import { uncommitted } from "./uncommitted.ts";

export interface Surroundings {
  /** The repository. */
  readonly root: string;
  readonly tools: Tools;
  readonly environment: Environment;
}

/** The command `pnpm spec:update`. Gives the exit code. */
export async function runSpecUpdate(
  argv: readonly string[],
  surroundings: Surroundings,
  output: Output,
): Promise<number> {
  const { root, tools, environment } = surroundings;
  const { stdout, stderr } = output;
  const options = readOptions(argv, servicesOf(root));
  if (typeof options === "string") return (stderr.write(`${options}\n\n${USAGE}`), 1);
  if (options.help) return (stdout.write(USAGE), 0);

  const plan = await planned(options, surroundings, output);
  if (plan === undefined) return (stderr.write("Nothing was written.\n"), 1);
  const { vendors, worklist } = plan;
  for (const { compared } of vendors) stdout.write(`${formatReport(compared.report)}\n`);

  const outcomes = vendors.length === 0 ? [] : await runSteps(stepsFor(vendors, root, tools), stdout);
  const services = vendors.map(({ generated }) => generated.name);
  const files = await uncommitted(root, services);
  const page = updatePage({ vendors, outcomes, files, worklist });
  mkdirSync(join(root, "reports"), { recursive: true });
  writeFileSync(join(root, "reports/spec-update.md"), page);
  summarise(environment, page);

  if (worklist !== undefined) stdout.write(`\n${worklistPage(worklist.file, worklist.service, worklist.items)}`);
  if (vendors.length === 0) stdout.write("Nothing follows: each package is what its spec makes of it\n");
  const listed = files.map((file) => `  ${file}\n`).join("");
  const failed = outcomes.find(({ verdict }) => verdict === "failed");
  if (failed !== undefined) {
    const left = outcomes.filter(({ verdict }) => verdict === "not done").map(({ step }) => step);
    stderr.write(`\n${failed.step} failed:\n${failed.said.trimEnd()}\n`);
    stderr.write(left.length === 0 ? "" : `not done: ${left.join(", ")}\n`);
    stderr.write(files.length === 0 ? "" : `not to be committed yet:\n${listed}`);
    stderr.write(`to do: ${remedyFor(services)}\n`);
    return 1;
  }
  if (files.length > 0) stdout.write(`\nTo commit:\n${listed}`);
  return 0;
}

interface Plan {
  readonly vendors: readonly Vendor[];
  readonly worklist: Worklist | undefined;
}

/** All that can fail without anything being written; undefined if it did, which is told. */
async function planned(
  { vendors: named, base, theirs }: Options,
  { root, environment }: Surroundings,
  { stdout, stderr }: Output,
): Promise<Plan | undefined> {
  try {
    const all = (named.length === 0 ? servicesOf(root) : named).map((name) => generateService(name, root));
    stderr.write(problemsOf(all));
    stdout.write(annotationsOf(all, root, environment));
    if (all.some(({ model }) => model === undefined)) return undefined;
    const vendors: Vendor[] = [];
    for (const generated of all) vendors.push(await vendorOf(generated, base, root));
    const [first] = vendors;
    const worklist = theirs === undefined || first === undefined ? undefined : readWorklist(first, theirs);
    const concerned: Vendor[] = [];
    for (const vendor of vendors) if (await isConcerned(vendor, root)) concerned.push(vendor);
    return { vendors: concerned, worklist };
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}

/** Each step until one fails. */
async function runSteps(steps: readonly Step[], stdout: Output["stdout"]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, run } of steps) {
    if (outcomes.some(({ verdict }) => verdict === "failed")) {
      outcomes.push({ step: name, verdict: "not done", said: "" });
      continue;
    }
    try {
      const said = await run();
      outcomes.push({ step: name, verdict: "done", said });
      stdout.write(`✓ ${name}${said === "" ? "" : `: ${said.trimEnd()}`}\n`);
    } catch (error) {
      outcomes.push({ step: name, verdict: "failed", said: error instanceof Error ? error.message : String(error) });
      stdout.write(`✗ ${name}\n`);
    }
  }
  return outcomes;
}

// A process that runs tests, one job after the other. A mutant may loop for ever: then the whole process is ended from outside.
import { basename, join } from "node:path";
import { createVitest, type TestProject, type TestSpecification, type Vitest } from "vitest/node";
import { root } from "../bin.ts";
import type { Job, Outcome, Ran } from "./job.ts";
import { probed } from "./functions.ts";
import { sourceOf } from "./source.ts";

/** Of single tests; on a busy machine even a good one takes its time. */
const LIMIT_OF_A_TEST = 20_000;

const running = new Map<string, Promise<Runner>>();

interface Runner {
  readonly vitest: Vitest;
  readonly project: TestProject;
  readonly specifications: readonly TestSpecification[];
  /** Files that were loaded otherwise than they are. */
  readonly changed: Set<string>;
  job: Job | undefined;
}

/** One instance for each package and kind of tests: it keeps what it has transformed, and the mock that it has started. */
async function runnerOf({ folder, project: name, files = "", isolated = false }: Job): Promise<Runner> {
  let runner: Runner | undefined;
  const changed = new Set<string>();
  const runtime = join(root, "packages/runtime/src");
  const vitest = await createVitest(
    {
      root: join(root, folder),
      project: [name],
      watch: false,
      reporters: [{}],
      // What is cached on disk knows nothing of mutants.
      fsModuleCache: false,
      pool: "threads",
      isolate: isolated,
      maxWorkers: 1,
    },
    {
      plugins: [
        {
          name: "mutant",
          enforce: "pre",
          // Packages import the runtime as it was built.
          resolveId(id) {
            const found = /^@vendor-sdks\/runtime(?:\/(validation|node))?$/.exec(id);
            return found === null ? undefined : join(runtime, `${found[1] ?? "index"}.ts`);
          },
          transform(code, id) {
            const [file = ""] = id.split("?");
            const path = file.replace(`${root}/`, "");
            const becomes = runner?.job && codeFor(runner.job, path, code);
            if (becomes !== undefined) changed.add(file);
            return becomes;
          },
        },
      ],
    },
  );
  const all = await vitest.globTestSpecifications();
  const specifications = all.filter(
    ({ project, moduleId }) => project.name === name && basename(moduleId).startsWith(files),
  );
  const [first] = specifications;
  if (first === undefined) throw new Error(`${folder} has no tests of the project ${name}`);
  // Projects take no files from the command line.
  const { project } = first;
  project.config.setupFiles = [join(import.meta.dirname, "in-worker.ts"), ...project.config.setupFiles];
  project.config.testTimeout = LIMIT_OF_A_TEST;
  runner = { vitest, project, specifications, changed, job: undefined };
  return runner;
}

/** What takes the place of a file; undefined where it is loaded as it is. */
function codeFor({ changes = [], probe, mutated }: Job, path: string, code: string): string | undefined {
  const change = changes.find((each) => each.path === path);
  if (change !== undefined)
    return `${change.code}\n(globalThis.__mutants ??= []).push(...${JSON.stringify(change.mutants)});\n`;
  return probe === true && mutated.some((each) => path.startsWith(each)) ? probed(sourceOf(path, code)) : undefined;
}

async function run(job: Job): Promise<Ran> {
  const id = `${job.folder} ${job.project}`;
  const pending = running.get(id) ?? runnerOf(job);
  running.set(id, pending);
  const runner = await pending;
  const { vitest, project, changed } = runner;
  for (const { path } of job.changes ?? []) changed.add(join(root, path));
  for (const file of changed) vitest.invalidateFile(file);
  changed.clear();
  runner.job = job;
  vitest.config.bail = project.config.bail = job.bail === true ? 1 : 0;
  const chosen =
    job.tests === undefined
      ? [...runner.specifications]
      : Object.entries(job.tests).map(([file, testIds]) =>
          project.createSpecification(file, { testIds: [...testIds] }),
        );
  const began = performance.now();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(chosen);
  const outcomes = testModules.flatMap((module): Outcome[] =>
    [...module.children.allTests()].map((test) => {
      const { state, errors } = test.result();
      const { touched, mutants } = test.meta();
      return {
        file: module.moduleId,
        id: test.id,
        name: test.fullName,
        state,
        error: errors?.[0]?.message.split("\n")[0],
        touched: job.probe === true ? touched : undefined,
        mutants,
      };
    }),
  );
  const broken = testModules.filter(({ children }) => children.size === 0).flatMap((module) => module.errors());
  return {
    milliseconds: performance.now() - began,
    outcomes,
    broken: broken.map(({ message }) => message),
    unhandled: unhandledErrors.map((error) => (error as Error).message),
  };
}

process.on("message", (job: Job) => {
  run(job).then(
    (ran) => process.send?.({ id: job.id, ran }),
    (error: unknown) => process.send?.({ id: job.id, failure: error instanceof Error ? error.stack : String(error) }),
  );
});
process.on("disconnect", () => process.exit());

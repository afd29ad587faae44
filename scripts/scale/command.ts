import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import type { Output } from "../generate/output.ts";
import type { Growth, Sizes } from "./growth.ts";
import { scalePage } from "./page.ts";
import type { CacheRehearsal } from "./remote-cache.ts";

const PAGE = "docs/scale.md";

const USAGE = `pnpm scale:rehearse [task…]   runs turbo's tasks, \`build\` unless given, in one copy of the repository, then in another that shares nothing with it
                              but a cache server; fails where a task is run again there. Measures what up to 40 vendors cost.

  --vendors N  the most copies of our specs that are generated from
  --suites N   how many vendors' contract suites are run, by one process and by one a core
  --update     writes ${PAGE}, too; without it reports/scale.md and .json alone
`;

/** What is measured. */
export interface Measurements {
  readonly rehearseCache: (root: string, tasks: readonly string[]) => Promise<CacheRehearsal>;
  readonly measureGrowth: (sizes: Sizes) => Promise<Growth>;
}

interface Options {
  readonly tasks: readonly string[];
  readonly vendors: number;
  readonly suites: number;
  readonly update: boolean;
  readonly help: boolean;
}

/** The command `pnpm scale:rehearse`. Gives the exit code. */
export async function runScale(
  argv: readonly string[],
  root: string,
  { rehearseCache, measureGrowth }: Measurements,
  { stdout, stderr }: Output,
): Promise<number> {
  const options = readOptions(argv);
  if (typeof options === "string") return (stderr.write(`${options}\n\n${USAGE}`), 2);
  if (options.help) return (stdout.write(USAGE), 0);
  const { tasks, vendors, suites } = options;

  const cache = await rehearseCache(root, tasks);
  const missed = cache.second.tasks.filter(({ source }) => source !== "remote");
  stdout.write(
    `${cache.second.tasks.length - missed.length} of ${cache.second.tasks.length} tasks came from the server\n`,
  );
  if (cache.second.tasks.length === 0) return (stderr.write(`There is no task called ${tasks.join(" or ")}\n`), 1);
  if (missed.length > 0) {
    const told = missed.map(
      ({ name, source }) => `  ${name} (${source === "run" ? "run again" : "from its own disk"})\n`,
    );
    stderr.write(`What the first copy had done did not serve the second:\n${told.join("")}`);
    stderr.write(
      "to do: compare both copies' .turbo/runs, which name the inputs of each task, and declare what differs\n",
    );
    return 1;
  }

  const sizes = [1, 4, 10, 20, 40, vendors].filter((size) => size <= vendors);
  const growth = await measureGrowth({ vendors: [...new Set(sizes)], suites, processes: availableParallelism() });
  const page = scalePage({ tasks, cache, growth });
  stdout.write(page);
  mkdirSync(join(root, "reports"), { recursive: true });
  writeFileSync(join(root, "reports/scale.md"), page);
  writeFileSync(join(root, "reports/scale.json"), `${JSON.stringify({ cache, growth }, undefined, 1)}\n`);
  if (options.update) writeFileSync(join(root, PAGE), page);
  return 0;
}

function readOptions(argv: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        vendors: { type: "string", default: "40" },
        suites: { type: "string", default: "8" },
        update: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const [vendors, suites] = [Number(values.vendors), Number(values.suites)];
    if (![vendors, suites].every((each) => Number.isInteger(each) && each > 0)) {
      return "--vendors and --suites take a whole number above 0";
    }
    const tasks = positionals.length === 0 ? ["build"] : positionals;
    return { tasks, vendors, suites, update: values.update, help: values.help };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

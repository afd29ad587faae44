import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { usageOf } from "../bench/usage.ts";
import { binOf, root } from "../bin.ts";
import { handWrittenOf, specOf } from "../generate/specs.ts";
import { listAt, textAt } from "../generate/load/json.ts";
import { output } from "../run/output.ts";

export interface Cost {
  readonly vendors: number;
  /** Of the wall. */
  readonly seconds: number;
  /** Seconds of all processes. */
  readonly cpu: number;
  /** Most that a process held at once, in MB. */
  readonly memory: number;
  /** How many processes shared the vendors. */
  readonly processes: number;
}

export interface Growth {
  /** Turbo's tasks that a vendor brings along. */
  readonly tasks: number;
  readonly generation: readonly Cost[];
  readonly contract: readonly Cost[];
}

export interface Sizes {
  readonly vendors: readonly number[];
  /** How many vendors' contract suites are run; each with one process, then with all cores. */
  readonly suites: number;
  readonly processes: number;
}

/** What generating and testing cost for more and more vendors: copies of ours, under names of their own. */
export async function measureGrowth({ vendors, suites, processes }: Sizes): Promise<Growth> {
  const lab = realpathSync(mkdtempSync(join(tmpdir(), "scale-")));
  try {
    const generation: Cost[] = [];
    for (const count of vendors) generation.push(await generate(count, join(lab, `generate-${count}`)));
    const contract: Cost[] = [];
    for (const each of new Set([1, processes])) contract.push(await test(suites, each, join(lab, "contract")));
    return { tasks: await tasksOfOne(), generation, contract };
  } finally {
    rmSync(lab, { recursive: true, force: true });
  }
}

/** Names of copies, each with the vendor that it is one of. */
function copies(count: number): [name: string, service: string][] {
  const services = handWrittenOf(root);
  return Array.from({ length: count }, (_, index) => {
    const service = services[index % services.length] ?? "";
    return [`${service}-${Math.floor(index / services.length) + 1}`, service];
  });
}

async function generate(count: number, folder: string): Promise<Cost> {
  for (const [name, service] of copies(count)) {
    const spec = specOf(root, service) ?? "";
    mkdirSync(join(folder, "specs", name), { recursive: true });
    copyFileSync(join(root, spec), join(folder, "specs", name, spec.split("/").at(-1) ?? ""));
  }
  const start = performance.now();
  const usage = await usageOf([join(root, "scripts/bench/generate-in.ts"), folder], folder);
  return { vendors: count, seconds: secondsSince(start), ...usage, processes: 1 };
}

async function test(count: number, processes: number, folder: string): Promise<Cost> {
  // Two folders above the copies, as above the packages.
  copyFileSync(join(root, "tsconfig.base.json"), join(folder, "../tsconfig.base.json"));
  const waiting = copies(count).map(([name, service]) => {
    const copy = join(folder, name);
    cpSync(join(root, "packages", service), copy, { recursive: true, filter: (from) => !from.includes("/reports") });
    return copy;
  });
  const start = performance.now();
  const used: Awaited<ReturnType<typeof usageOf>>[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const vitest = join(root, "packages/contract/node_modules/vitest/vitest.mjs");
      // What tests take is measured here, not whether each keeps to its time on a machine that has much to do.
      const flags = ["--pool=threads", "--test-timeout=120000", "--hook-timeout=120000"];
      used.push(await usageOf([vitest, "run", "test/contract", ...flags], next));
    }
  };
  await Promise.all(Array.from({ length: processes }, work));
  const seconds = secondsSince(start);
  rmSync(folder, { recursive: true });
  const cpu = used.reduce((sum, each) => sum + each.cpu, 0);
  return { vendors: count, seconds, cpu, memory: Math.max(...used.map(({ memory }) => memory)), processes };
}

/** What turbo would run for one vendor. */
async function tasksOfOne(): Promise<number> {
  const [service = ""] = handWrittenOf(root);
  const manifest: unknown = JSON.parse(readFileSync(join(root, "packages", service, "package.json"), "utf8"));
  const name = textAt(manifest, "name") ?? "";
  const tasks = ["build", "typecheck", "test", "contract", "faults", "pack-check"];
  const said = await output(
    process.execPath,
    [binOf("turbo", "turbo"), "run", ...tasks, `--filter=${name}`, "--dry=json"],
    root,
  );
  return listAt(JSON.parse(said), "tasks").filter((task) => textAt(task, "package") === name).length;
}

function secondsSince(start: number): number {
  return (performance.now() - start) / 1000;
}

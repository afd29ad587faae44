import { cpus, loadavg, totalmem } from "node:os";
import { formatSection } from "../bench/harness/table.ts";
import type { Cost, Growth } from "./growth.ts";
import type { CacheRehearsal } from "./remote-cache.ts";

export interface Measured {
  readonly tasks: readonly string[];
  readonly cache: CacheRehearsal;
  readonly growth: Growth;
}

/** How many vendors the page extrapolates to. */
const MANY = 200;

export function scalePage({ tasks, cache, growth }: Measured): string {
  const { first, second } = cache;
  const last = growth.generation.at(-1);
  return [
    "# What more vendors cost\n",
    `Written by \`pnpm scale:rehearse --update\`. ${machine()}. Figures of other machines or loads differ; how they grow does not.\n`,
    formatSection({
      title: "A cache that machines share",
      notes: [
        `\`turbo run ${tasks.join(" ")}\` in two copies of the repository, each with an empty cache of its own. The second one has every result from the server.`,
      ],
      head: ["copy", "tasks", "run", "from the server", "seconds"],
      rows: [first, second].map((run, index) => [
        index === 0 ? "first" : "second",
        String(run.tasks.length),
        String(run.tasks.filter(({ source }) => source === "run").length),
        String(run.tasks.filter(({ source }) => source === "remote").length),
        run.seconds.toFixed(1),
      ]),
    }),
    formatSection({
      title: "Generating",
      notes: [
        "All packages from nothing, in one process. The vendors are ours, over and over, under names of their own.",
      ],
      head: ["vendors", "seconds", "CPU s", "CPU s a vendor", "memory MB"],
      rows: growth.generation.map((cost) => [
        String(cost.vendors),
        cost.seconds.toFixed(1),
        cost.cpu.toFixed(1),
        perVendor(cost),
        cost.memory.toFixed(0),
      ]),
    }),
    formatSection({
      title: "Contract testing",
      notes: [
        "A process a vendor, with a mock of its own; one after the other, then as many at a time as there are cores.",
      ],
      head: ["vendors", "at a time", "seconds", "CPU s", "CPU s a vendor", "memory MB a process"],
      rows: growth.contract.map((cost) => [
        String(cost.vendors),
        String(cost.processes),
        cost.seconds.toFixed(1),
        cost.cpu.toFixed(1),
        perVendor(cost),
        cost.memory.toFixed(0),
      ]),
    }),
    "## What follows\n",
    `- A vendor brings ${growth.tasks} tasks of turbo's, which depend on the shared packages and on nothing of another vendor: ${MANY} vendors are ${MANY * growth.tasks} tasks, and an edit of one spec runs ${growth.tasks} of them, with the scripts' own tests.`,
    ...(last === undefined ? [] : [generationLine(growth.generation, last)]),
    ...contractLines(growth.contract),
    "- The cache server makes each result once for everybody: what a pull request did not touch is fetched.\n",
  ].join("\n");
}

function generationLine(costs: readonly Cost[], last: Cost): string {
  const smallest = costs.find(({ vendors }) => vendors >= 4) ?? last;
  const step =
    last.vendors === smallest.vendors ? undefined : (last.cpu - smallest.cpu) / (last.vendors - smallest.vendors);
  const more = step ?? last.cpu / last.vendors;
  const held =
    last.vendors === smallest.vendors ? 0 : (last.memory - smallest.memory) / (last.vendors - smallest.vendors);
  const cpu = last.cpu + more * (MANY - last.vendors);
  const memory = last.memory + held * (MANY - last.vendors);
  return `- Generating grows by ${more.toFixed(2)} s of CPU and ${held.toFixed(1)} MB a vendor: ${MANY} vendors take about ${cpu.toFixed(0)} s and ${memory.toFixed(0)} MB.`;
}

function contractLines(costs: readonly Cost[]): string[] {
  const [alone, shared = alone] = costs;
  if (alone === undefined || shared === undefined) return [];
  const all = (alone.cpu / alone.vendors) * MANY;
  const speed = alone.seconds / shared.seconds;
  return [
    `- ${shared.processes} processes test ${shared.vendors} vendors ${speed.toFixed(1)} times as fast as one; nothing but cores is shared between them.`,
    `- Testing grows by ${perVendor(alone)} s of CPU a vendor, and by no memory: ${MANY} vendors from nothing take about ${(all / 60).toFixed(0)} minutes of CPU, or ${(all / 60 / 16).toFixed(0)} on each of 16 cores (\`pnpm check:tests 1/16\` and so on).`,
  ];
}

function perVendor({ cpu, vendors }: Cost): string {
  return (cpu / vendors).toFixed(2);
}

function machine(): string {
  const [core] = cpus();
  const load = loadavg()[0] ?? 0;
  return `Measured on ${cpus().length} cores (${core?.model.trim() ?? "unknown"}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, with a load of ${load.toFixed(0)}; Node ${process.versions.node}, ${new Date().toISOString().slice(0, 10)}`;
}

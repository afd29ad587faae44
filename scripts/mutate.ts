import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { root } from "./bin.ts";
import { handWrittenOf } from "./generate/specs.ts";
import { generatedOf, PROJECTS } from "./mutate/cells.ts";
import { forRequests } from "./mutate/operators/index.ts";
import { jsonOf, markdownOf, scoreOf, textOf } from "./mutate/report.ts";
import { mutate, type Plan } from "./mutate/run.ts";
import { sourcesBelow } from "./mutate/source.ts";

const USAGE = `pnpm contract:mutate [option…]    breaks the emitted clients and the runtime in many ways, and tells which ones no test notices

  --clients N        mutants of emitted clients
  --runtime N        mutants of the runtime
  --sample           a few mutants of one client, which its sources choose: for every test run
  --vendor NAME      of this vendor's client alone
  --operator NAME    of this kind alone; may be repeated
  --file TEXT        in files whose path has this text
  --lanes N          processes at a time

Exit code 1 where fewer than 95 % are noticed, or fewer than 300 were tried and nothing was chosen by hand; 2 where nothing can be said.
`;

const LEAST_MUTANTS = 300;
const LEAST_SCORE = 0.95;
const SAMPLE = 8;
const ofRequests = new Set(forRequests.map(({ name }) => name));

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      clients: { type: "string", default: "260" },
      runtime: { type: "string", default: "120" },
      sample: { type: "boolean", default: false },
      vendor: { type: "string" },
      operator: { type: "string", multiple: true, default: [] },
      file: { type: "string" },
      lanes: { type: "string", default: String(Math.min(4, availableParallelism())) },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  build();
  const { sample, vendor, operator, file } = values;
  const all = handWrittenOf(root);
  if (vendor !== undefined && !all.includes(vendor))
    throw new Error(`There is no vendor "${vendor}": ${all.join(", ")}`);
  const vendors = vendor === undefined ? (sample ? [drawn(all)] : all) : [vendor];
  const plan: Plan = {
    root,
    vendors,
    projects: sample ? ["contract"] : PROJECTS,
    ownTests: !sample,
    files: sample ? "requests" : undefined,
    clients: sample ? SAMPLE : countOf("clients", values.clients),
    runtime: sample ? 0 : countOf("runtime", values.runtime),
    lanes: countOf("lanes", values.lanes),
    only: ({ operator: { name }, source: { path } }) =>
      (sample ? ofRequests.has(name) : operator.length === 0 || operator.includes(name)) && path.includes(file ?? ""),
    say: (line) => void process.stderr.write(`${line}\n`),
  };
  const { verdicts, untouched } = await mutate(plan);
  process.stdout.write(`${textOf(verdicts, untouched)}\n`);
  if (!sample) {
    mkdirSync(join(root, "reports"), { recursive: true });
    writeFileSync(
      join(root, "reports/contract-mutants.json"),
      `${JSON.stringify(jsonOf(verdicts, untouched), undefined, 2)}\n`,
    );
    writeFileSync(join(root, "reports/contract-mutants.md"), markdownOf(verdicts, untouched));
  }
  const { mutants, score } = scoreOf(verdicts);
  const isWhole = !sample && vendor === undefined && operator.length === 0 && file === undefined;
  if (isWhole && mutants < LEAST_MUTANTS) {
    process.stderr.write(`Only ${mutants} mutants could be tried; ${LEAST_MUTANTS} is the least that says something\n`);
    return 1;
  }
  return score < LEAST_SCORE ? 1 : 0;
}

/** The sources say which vendor's turn it is, so that all have theirs as the code goes on, and a commit always the same. */
function drawn(vendors: readonly string[]): string {
  const hash = createHash("sha256");
  for (const vendor of vendors)
    for (const { text } of sourcesBelow(root, generatedOf(vendor).slice(0, -1))) hash.update(text);
  return vendors[hash.digest().readUInt32BE() % vendors.length] ?? "";
}

function countOf(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} takes a number, not "${text}"`);
  return Number(text);
}

function build(): void {
  const command = [join(root, "scripts/turbo.ts"), "run", "build", "--output-logs=errors-only"];
  const { status } = spawnSync(process.execPath, command, { stdio: ["inherit", 2, "inherit"], cwd: root });
  if (status !== 0) throw new Error("The packages do not build, so nothing can be said of mutants");
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

// `pnpm corpus DIR`: the generator on specs that it was not made for.
import { existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

import { root } from "./bin.ts";
import { EVERY_PART, type Part, USUAL_PARTS } from "./corpus/contract.ts";
import { findSpecs } from "./corpus/find.ts";
import type { SpecReport } from "./corpus/report.ts";
import { runSpec } from "./corpus/run.ts";
import { formatSpec, summary } from "./corpus/table.ts";

const USAGE = `pnpm corpus DIR [--only TEXT] [--jobs N] [--keep FOLDER] [--part NAME…]

Makes a package of every spec below DIR, type-checks it and runs its contract suite against a mock of it. Each spec passes, is refused
for reasons that diagnostics tell, or has failed; if one has, so does the command. All that was found is in reports/corpus.json.

  --only TEXT    the specs alone whose path holds TEXT
  --jobs N       how many at a time: 2 unless given
  --keep FOLDER  leaves the packages there
  --part NAME    of the contract suite; may be repeated: ${EVERY_PART.join(", ")}.
                 Unless given, all but those that make up values: canaries, variants, properties
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      only: { type: "string", default: "" },
      jobs: { type: "string", default: "2" },
      keep: { type: "string" },
      part: { type: "string", multiple: true, default: [...USUAL_PARTS] },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return say(USAGE, 0);
  const [folder, ...others] = positionals;
  const jobs = Number(values.jobs);
  if (folder === undefined || others.length > 0 || !Number.isSafeInteger(jobs) || jobs < 1) return say(USAGE, 2);
  const parts = values.part.map(partOf);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`${folder} is no folder`);
  const files = findSpecs(folder).filter((file) => file.includes(values.only));
  if (files.length === 0) throw new Error(`There is no spec below ${folder} whose path holds "${values.only}"`);

  const keep = values.keep === undefined ? undefined : resolve(values.keep);
  const width = Math.max(...files.map((file) => file.length));
  const reports: SpecReport[] = [];
  const waiting = [...files];
  const work = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
      const report = await runSpec(resolve(folder), file, { keep, parts });
      reports.push(report);
      process.stdout.write(formatSpec(report, width));
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));

  reports.sort((a, b) => (a.file < b.file ? -1 : 1));
  mkdirSync(join(root, "reports"), { recursive: true });
  writeFileSync(join(root, "reports/corpus.json"), `${JSON.stringify({ specs: reports }, undefined, 2)}\n`);
  process.stdout.write(`${summary(reports)}; reports/corpus.json tells all\n`);
  return reports.some(({ outcome }) => outcome === "failed") ? 1 : 0;
}

function partOf(name: string): Part {
  const part = EVERY_PART.find((each) => each === name);
  if (part === undefined) throw new Error(`The contract suite has no part "${name}": it has ${EVERY_PART.join(", ")}`);
  return part;
}

function say(text: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(text);
  return code;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`corpus: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

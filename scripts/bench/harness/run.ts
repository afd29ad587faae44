import { mkdirSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { root } from "../../bin.ts";
import { isOver, tellOver, type Held } from "./held.ts";
import { benchOptions, type Known, type Options } from "./options.ts";
import { formatSection, type Section } from "./table.ts";

export interface Bench<Part extends string> extends Known<Part> {
  /** Of its report's files. */
  readonly name: string;
  readonly title: string;
  readonly usage: string;
  readonly measure: (options: Options<Part>) => Promise<Measured>;
}

export interface Measured {
  readonly sections: readonly Section[];
  /** What has a limit, be it over or not. */
  readonly held: readonly Held[];
  /** All of it, as JSON. */
  readonly figures: object;
}

/** Measures, prints the tables, writes them with their figures. Gives the exit code. */
export async function runBench<Part extends string>(bench: Bench<Part>, args: readonly string[]): Promise<number> {
  const options = optionsFrom(args, bench);
  if (options === undefined) return 2;
  if (options.help) {
    process.stdout.write(bench.usage);
    return 0;
  }
  const { sections, held, figures } = await bench.measure(options);
  const where = machine();
  const text = [`# ${bench.title}`, "", `${where}.`, "", ...sections.map(formatSection)].join("\n");
  process.stdout.write(text);
  const folder = options.out ?? join(root, "reports");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${bench.name}.md`), text);
  writeFileSync(
    join(folder, `${bench.name}.json`),
    `${JSON.stringify({ where, ...figures, sections }, undefined, 2)}\n`,
  );
  const over = held.filter(isOver);
  if (!options.strict || over.length === 0) return 0;
  process.stderr.write(`${over.map(tellOver).join("\n")}\n`);
  return 1;
}

/** Figures mean something beside those of the same run; others want to know where and when it was. */
function machine(): string {
  const [first, ...others] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GB`;
  const day = new Date().toISOString().slice(0, 10);
  const processor = first?.model.trim() || process.arch;
  return `Node ${process.version}, ${process.platform}, ${others.length + 1} × ${processor}, ${memory}, ${day}`;
}

function optionsFrom<Part extends string>(args: readonly string[], bench: Bench<Part>): Options<Part> | undefined {
  try {
    return benchOptions(args, bench);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${bench.usage}`);
    return undefined;
  }
}

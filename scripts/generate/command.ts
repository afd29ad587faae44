import { join } from "node:path";

import { formatDiagnostics, type Locate } from "./diagnostics/diagnostic.ts";
import { generate, type Generated } from "./generate.ts";
import { readOptions, USAGE } from "./options.ts";
import type { Output } from "./output.ts";
import { runStandAlone } from "./package/run.ts";
import { servicesOf, specOf } from "./specs.ts";
import { applyChanges, findChanges, tellChanges } from "./write.ts";

/** The command `pnpm generate`; `root` holds the folders specs and packages. Gives the exit code. */
export function runGenerate(argv: readonly string[], root: string, output: Output): number {
  const { stdout, stderr } = output;
  const say = (text: string): number => (stdout.write(text), 0);
  const fail = (text: string): number => (stderr.write(text), 1);

  const options = readOptions(argv);
  if (typeof options === "string") return fail(`${options}\n\n${USAGE}`);
  if (options.help) return say(USAGE);
  if (options.standAlone !== undefined) return runStandAlone(options.standAlone, options, output);

  const known = servicesOf(root);
  const unknown = options.vendors.filter((name) => !known.includes(name));
  if (unknown.length > 0) return fail(`There is no spec of ${unknown.join(", ")}. There are: ${known.join(", ")}\n`);

  // All specs are read before anything is written, so that a mistake in one leaves every package as it was.
  const all = (options.vendors.length === 0 ? known : options.vendors).map((name) => generateService(name, root));
  const problems = all.flatMap(({ diagnostics }) => diagnostics);
  if (problems.length > 0) stderr.write(formatDiagnostics(problems, locatorFor(all)));
  if (problems.some(({ severity }) => severity === "error")) return fail("Nothing was written.\n");

  if (!options.check) return say(all.map((each) => write(each, root)).join(""));
  const drift = all.flatMap((each) => driftOf(each, root));
  if (drift.length === 0) return say(`What is emitted is up to date: ${all.map(({ name }) => name).join(", ")}\n`);
  return fail(
    `These files are not what the specs make of them:\n${drift.join("")}Run \`pnpm generate\` and commit the result.\n`,
  );
}

/** What the spec of a service of this repository makes of its package. */
function generateService(name: string, root: string): Generated {
  const spec = specOf(root, name);
  if (spec === undefined) throw new Error(`There is no spec of ${name}`);
  return generate(name, join(root, spec), spec);
}

/** Finds places in the files of several specs. */
function locatorFor(all: readonly Generated[]): Locate {
  return (pointer, file) => all.find(({ spec }) => spec.file === file)?.spec.locate(pointer) ?? { line: 1, column: 1 };
}

function driftOf({ name, files }: Generated, root: string): string[] {
  return findChanges(join(root, "packages", name), files).map(
    ({ file, kind }) => `  packages/${name}/${file} (${kind === "new" ? "missing" : kind})\n`,
  );
}

function write({ name, files }: Generated, root: string): string {
  const folder = join(root, "packages", name);
  const changes = findChanges(folder, files);
  applyChanges(folder, files, changes);
  return `${name}: ${tellChanges(files, changes)}`;
}

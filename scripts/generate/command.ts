import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import { formatDiagnostics, type Locate } from "./diagnostics/diagnostic.ts";
import { generate, type Generated } from "./generate.ts";
import { applyChanges, findChanges } from "./write.ts";

const USAGE = `pnpm generate [vendor…]           writes what the specs make of their packages
pnpm generate --check [vendor…]   writes nothing, names each file that would change, and fails if there is one
`;

/** Where a command says what it does. */
export interface Output {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** The command `pnpm generate`; `root` holds the folders specs and packages. Gives the exit code. */
export function runGenerate(argv: readonly string[], root: string, { stdout, stderr }: Output): number {
  const say = (text: string): number => (stdout.write(text), 0);
  const fail = (text: string): number => (stderr.write(text), 1);

  const options = readOptions(argv);
  if (typeof options === "string") return fail(`${options}\n\n${USAGE}`);
  if (options.help) return say(USAGE);

  const known = vendorsOf(root);
  const unknown = options.vendors.filter((name) => !known.includes(name));
  if (unknown.length > 0) return fail(`There is no spec of ${unknown.join(", ")}. There are: ${known.join(", ")}\n`);

  // All specs are read before anything is written, so that a mistake in one leaves every package as it was.
  const all = (options.vendors.length === 0 ? known : options.vendors).map((name) =>
    generate(name, join(root, "specs", name, "openapi.yaml"), `specs/${name}/openapi.yaml`),
  );
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

interface Options {
  readonly check: boolean;
  readonly help: boolean;
  readonly vendors: readonly string[];
}

/** The options, or what is wrong with them. */
function readOptions(argv: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { check: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
    });
    return { ...values, vendors: [...new Set(positionals)] };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function vendorsOf(root: string): string[] {
  return readdirSync(join(root, "specs"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, "specs", entry.name, "openapi.yaml")))
    .map(({ name }) => name)
    .toSorted();
}

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
  const lines = changes.map(({ file, kind }) => `  ${kind === "stale" ? "removed" : kind} ${file}\n`);
  return `${name}: ${files.size} files, ${changes.length} changed\n${lines.join("")}`;
}

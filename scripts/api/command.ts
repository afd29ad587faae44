import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

import type { Output } from "../generate/output.ts";
import { defaultBase, textAt as textAtCommit } from "../spec-diff/base.ts";
import { pendingBump } from "../spec-diff/pending.ts";
import { checkReleasedExamples } from "./examples.ts";
import { describePackage, type PublicPackage, publicPackages } from "./packages.ts";

const USAGE = `pnpm api:check            fails if what a package exports is not what its api.md says
pnpm api:check --update   writes every api.md

  --changesets  fails, too, where an api.md has changed and no changeset names its package, and where examples of a package's last
                release do not compile any more and no changeset says so
  --base REF    the commit that it has changed since; the package's last release unless given, or where the branch left main
`;

/** The command \`pnpm api:check\`. Gives the exit code. */
export async function runApi(argv: readonly string[], root: string, { stdout, stderr }: Output): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      update: { type: "boolean", default: false },
      changesets: { type: "boolean", default: false },
      base: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return (stdout.write(USAGE), 0);
  const problems: string[] = [];
  for (const each of publicPackages(root)) {
    const file = pageOf(each);
    if (values.update) {
      if (updatePage(root, each)) stdout.write(`wrote ${file}\n`);
    } else {
      const text = describePackage(root, each);
      const drift = driftOf(join(root, file), text, each);
      const problem = drift ?? (values.changesets ? await unnoticed(root, file, each, values.base) : undefined);
      if (problem !== undefined) problems.push(`${file}: ${problem}\n`);
    }
  }
  for (const each of values.changesets ? publicPackages(root) : []) {
    const { told, problem } = await checkReleasedExamples(root, each);
    stdout.write(told);
    if (problem !== "") problems.push(problem);
  }
  stderr.write(problems.join(""));
  if (problems.length === 0 && !values.update) stdout.write("Every package exports what its api.md says\n");
  return problems.length === 0 ? 0 : 1;
}

/** Writes the page of one package anew. Whether that changed it. */
export function updatePage(root: string, each: PublicPackage): boolean {
  return write(join(root, pageOf(each)), describePackage(root, each));
}

function pageOf({ folder }: PublicPackage): string {
  return `packages/${folder}/api.md`;
}

function write(file: string, text: string): boolean {
  if (existsSync(file) && readFileSync(file, "utf8") === text) return false;
  writeFileSync(file, text);
  return true;
}

/** A package that was never released may be without its page: it has no users who could notice a change. */
function driftOf(file: string, text: string, { version }: PublicPackage): string | undefined {
  if (!existsSync(file) && version === "0.0.0") return undefined;
  const reviewed = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (reviewed === text) return undefined;
  const [old, young] = [reviewed.split("\n"), text.split("\n")];
  const line = young.findIndex((each, index) => each !== old[index]) + 1;
  return `from line ${line} on, the package exports something else. Run \`pnpm api:check --update\`, and review what it changes`;
}

async function unnoticed(
  root: string,
  file: string,
  { name, version }: PublicPackage,
  given: string | undefined,
): Promise<string | undefined> {
  const base = given ?? defaultBase(root, name, version);
  const before = textAtCommit(root, base, file);
  if (before === undefined || before === readFileSync(join(root, file), "utf8")) return undefined;
  if ((await pendingBump(root, name)) !== undefined) return undefined;
  return `it has changed since ${base}, and no changeset names ${name}. Run \`pnpm changeset\``;
}

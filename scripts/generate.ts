import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { parseArgs } from "node:util";

import { formatDiagnostics } from "./generate/diagnostics/diagnostic.ts";
import { generate, type Generated } from "./generate/generate.ts";
import { applyChanges, findChanges } from "./generate/write.ts";

const USAGE = `pnpm generate [vendor…]           writes what the specs make of their packages
pnpm generate --check [vendor…]   writes nothing, names each file that would change, and fails if there is one
`;

const root = join(import.meta.dirname, "..");

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "boolean", default: false }, help: { type: "boolean", short: "h", default: false } },
  });
  if (values.help) return say(USAGE);

  const known = vendors();
  const unknown = positionals.filter((name) => !known.includes(name));
  if (unknown.length > 0) return fail(`There is no spec of ${unknown.join(", ")}. There are: ${known.join(", ")}\n`);

  const all = (positionals.length === 0 ? known : positionals).map((name) =>
    generate(
      name,
      join(root, "specs", name, "openapi.yaml"),
      relative(root, join(root, "specs", name, "openapi.yaml")),
    ),
  );
  const problems = all.flatMap(({ diagnostics }) => diagnostics);
  if (problems.length > 0) process.stderr.write(formatDiagnostics(problems, locator(all)));
  if (problems.some(({ severity }) => severity === "error")) return fail("Nothing was written.\n");
  return values.check ? check(all) : write(all);
}

function vendors(): string[] {
  const folders = readdirSync(join(root, "specs"), { withFileTypes: true });
  return folders
    .filter((entry) => entry.isDirectory() && existsSync(join(root, "specs", entry.name, "openapi.yaml")))
    .map(({ name }) => name)
    .toSorted();
}

function locator(all: readonly Generated[]): Parameters<typeof formatDiagnostics>[1] {
  return (pointer: string, file: string) =>
    all.find(({ spec }) => spec.file === file)?.spec.locate(pointer) ?? { line: 1, column: 1 };
}

function check(all: readonly Generated[]): number {
  const drift = all.flatMap(({ name, files }) =>
    findChanges(join(root, "packages", name), files).map(({ file, kind }) => `  packages/${name}/${file} (${kind})\n`),
  );
  if (drift.length === 0) return say(`What is emitted is up to date: ${all.map(({ name }) => name).join(", ")}\n`);
  return fail(
    `These files are not what the specs make of them:\n${drift.join("")}Run \`pnpm generate\` and commit the result.\n`,
  );
}

function write(all: readonly Generated[]): number {
  for (const { name, files } of all) {
    const folder = join(root, "packages", name);
    const changes = findChanges(folder, files);
    applyChanges(folder, files, changes);
    const named = changes.map(({ file, kind }) => `  ${kind === "stale" ? "removed" : kind} ${file}\n`).join("");
    process.stdout.write(
      `${name}: ${files.size} files, ${changes.length === 0 ? "none changed" : `changed:`}\n${named}`,
    );
  }
  return 0;
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}

function fail(text: string): number {
  process.stderr.write(text);
  return 1;
}

process.exitCode = main();

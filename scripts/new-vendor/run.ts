import { join } from "node:path";

import { formatDiagnostics } from "../generate/diagnostics/diagnostic.ts";
import { generate, type Generated } from "../generate/generate.ts";
import type { Output } from "../generate/output.ts";
import { specOf } from "../generate/specs.ts";
import { readmeSections } from "../generate/package/sections.ts";
import { createJournal, type Journal } from "./journal.ts";
import { problemOfVendor } from "./name.ts";
import { handWrittenFiles } from "./package.ts";
import { filesOfSpec } from "./spec.ts";
import { NOTICES } from "../notices/render.ts";
import type { Tools } from "./tools.ts";

export interface NewVendor {
  readonly name: string;
  /** The vendor's own document. */
  readonly spec: string;
}

/** Makes a vendor of a spec, wholly or not at all. Gives the exit code. */
export async function newVendor(
  { name, spec }: NewVendor,
  root: string,
  tools: Tools,
  { stdout, stderr }: Output,
): Promise<number> {
  const fail = (text: string): number => (stderr.write(text), 1);
  const problem = problemOfVendor(name, root);
  if (problem !== undefined) return fail(`${problem}\nNothing was written.\n`);

  const first = generate(name, spec, spec);
  if (first.diagnostics.length > 0) stderr.write(formatDiagnostics(first.diagnostics, first.spec.locate));
  if (first.model === undefined) return fail("Nothing was written.\n");

  const journal = createJournal(root);
  try {
    const written = writeVendor(name, first, root, journal);
    await tools.format(written);
    // What is left where an installation breaks off.
    const left = ["pnpm-lock.yaml", `scripts/node_modules/@vendor-sdks/${name}`, `packages/${name}/${NOTICES}`];
    for (const path of left) journal.expect(path);
    await tools.install();
  } catch (error) {
    journal.undo();
    const message = error instanceof Error ? error.message : String(error);
    return fail(`${message}\nEverything is as it was.\n`);
  }
  stdout.write(`packages/${name} is there, with its spec, its tests and a changeset. What is left to do by hand:

  - read packages/${name}/README.md, .changeset/first-${name}.md and the row in README.md, and say them in your own words
  - run npm test, and commit all of it
  - write specs/${name}/evidence.yaml from the vendor's sources (specs/README.md), and packages/${name}/test/unit/evidence.test.ts
`);
  return 0;
}

/** Writes all files, and gives those that are written by hand from now on. */
function writeVendor(name: string, { spec, model }: Generated, root: string, journal: Journal): string[] {
  if (model === undefined) throw new Error("there is no model of a spec that is wrong");
  for (const file of filesOfSpec(spec)) {
    if ("from" in file) journal.copy(file.from, `specs/${name}/${file.name}`);
    else journal.create(`specs/${name}/${file.name}`, file.text);
  }
  const copied = specOf(root, name) ?? "";
  // From the copy: that is what the package is generated from ever after.
  const generated = generate(name, join(root, copied), copied);
  const { model: copy, split } = generated;
  if (copy === undefined || split === undefined)
    throw new Error(formatDiagnostics(generated.diagnostics, generated.spec.locate));
  for (const [file, text] of generated.files) journal.create(`packages/${name}/${file}`, text);

  const sections = readmeSections(copy, split, `@vendor-sdks/${name}`);
  const byHand = [...handWrittenFiles(copy, sections)].map(
    ([file, text]) => [`packages/${name}/${file}`, text] as const,
  );
  const changeset = `.changeset/first-${name}.md`;
  for (const [file, text] of [...byHand, [changeset, changesetOf(name, model.title)] as const])
    journal.create(file, text);
  journal.edit("scripts/package.json", (text) => withDependency(text, name));
  journal.edit("README.md", (text) => withRow(text, name, model.title));
  return [...byHand.map(([file]) => file), changeset, "scripts/package.json", "README.md"];
}

function changesetOf(name: string, title: string): string {
  return `---\n"@vendor-sdks/${name}": minor\n---\n\nFirst release: a typed client for ${plain(title)}.\n`;
}

/** The scripts use every vendor's built package, so each has to be built before they are tested. */
function withDependency(manifest: string, name: string): string {
  const parsed = JSON.parse(manifest) as { readonly dependencies: Readonly<Record<string, string>> };
  const all = Object.entries({ ...parsed.dependencies, [`@vendor-sdks/${name}`]: "workspace:^" });
  const dependencies = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ ...parsed, dependencies }, undefined, 2)}\n`;
}

/** The table of packages, with the new one behind the other vendors. */
function withRow(readme: string, name: string, title: string): string {
  const next = "| [`@vendor-sdks/runtime`]";
  if (!readme.includes(next)) throw new Error(`README.md has no row "${next}" for the new one to stand before`);
  return readme.replace(next, () => `| [\`@vendor-sdks/${name}\`](packages/${name}) | ${plain(title)} |\n${next}`);
}

/** The words of a title, without what would be markup. */
function plain(title: string): string {
  return title
    .replaceAll(/[\s\p{C}\\`*_{}[\]<>|#~]+/gu, " ")
    .trim()
    .replace(/\.$/, "");
}

import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";

import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { tellCounts } from "./counts.ts";
import { formatDiagnostics } from "./diagnostics/diagnostic.ts";
import { generate, type Generated } from "./generate.ts";
import { readmeSections } from "./package/sections.ts";
import { withSections } from "./package/splice.ts";
import { annotate, type Environment } from "../run/github.ts";
import { specOf } from "./specs.ts";
import { applyChanges, findChanges, tellChanges } from "./write.ts";

/** What the spec of a service of this repository makes of its package. */
export function generateService(name: string, root: string): Generated {
  const spec = specOf(root, name);
  if (spec === undefined) throw new Error(`There is no spec of ${name}`);
  return withReadme(generate(name, join(root, spec), spec), root);
}

/** The package's README is written by hand, but for the sections that say what the spec says. */
function withReadme(generated: Generated, root: string): Generated {
  const { name, model, split } = generated;
  const file = join(root, "packages", name, "README.md");
  if (model === undefined || split === undefined || !existsSync(file)) return generated;
  const sections = readmeSections(model, split, `@vendor-sdks/${name}`);
  const text = withSections(readFileSync(file, "utf8"), sections);
  if (typeof text === "string") return { ...generated, files: new Map([...generated.files, ["README.md", text]]) };
  const diagnostic: Diagnostic = {
    code: "misplaced-section",
    severity: "error",
    file,
    pointer: "",
    position: { line: text.line, column: 1 },
    message: text.message,
    fix: "put it between its comments, as in the READMEs of the other packages; what stands between them is made",
  };
  const diagnostics = [...generated.diagnostics, diagnostic];
  return { ...generated, diagnostics, model: undefined, split: undefined, files: new Map() };
}

/** The problems of several specs, each with its place. */
export function problemsOf(all: readonly Generated[]): string {
  return formatDiagnostics(
    all.flatMap(({ diagnostics }) => diagnostics),
    (pointer, file) => all.find(({ spec }) => spec.file === file)?.spec.locate(pointer) ?? { line: 1, column: 1 },
  );
}

/** The same for GitHub, which shows them beside the specs' lines. */
export function annotationsOf(all: readonly Generated[], root: string, environment: Environment): string {
  return all
    .flatMap(({ spec }) =>
      spec.diagnostics.map(({ severity: level, code, file, pointer, position, message, fix }) => {
        const { line, column } = position ?? spec.locate(pointer);
        const place = { file: relative(root, file).replaceAll("\\", "/"), line, column };
        return annotate(environment, { level, title: code, message: `${message}\nfix: ${fix}`, place });
      }),
    )
    .join("");
}

/** A line for each file of the package that is not what the spec makes of it. */
export function driftOf({ name, files }: Generated, root: string): string[] {
  return findChanges(join(root, "packages", name), files).map(
    ({ file, kind }) => `  packages/${name}/${file} (${kind === "new" ? "missing" : kind})\n`,
  );
}

/** Makes the package what its spec says, and tells what that changed. */
export function write({ name, files, counts }: Generated, root: string): string {
  const folder = join(root, "packages", name);
  const changes = findChanges(folder, files);
  applyChanges(folder, files, changes);
  return `${name}: ${tellCounts(counts)}; ${tellChanges(files, changes)}`;
}

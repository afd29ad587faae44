import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

import type { Output } from "../output.ts";
import { tellCounts } from "../counts.ts";
import { formatDiagnostics } from "../diagnostics/diagnostic.ts";
import { generate } from "../generate.ts";
import { textAt } from "../load/json.ts";
import type { Options, StandAloneTarget } from "../options.ts";
import { applyChanges, findChanges, tellChanges } from "../write.ts";
import { isMarked } from "./manifest.ts";
import { serviceOf } from "./name.ts";
import { standAlonePackage } from "./stand-alone.ts";

/** `pnpm generate --spec`: a package of its own from any spec, or with `--check` whether it is up to date. Gives the exit code. */
export function runStandAlone(
  { spec, name, out, runtime }: StandAloneTarget,
  { check, root, tolerant }: Options,
  { stdout, stderr }: Output,
): number {
  const say = (text: string): number => (stdout.write(text), 0);
  const fail = (text: string): number => (stderr.write(text), 1);

  const target = readTarget(out);
  if (typeof target === "string") return fail(`${target}\nNothing was written.\n`);

  const generated = generate(serviceOf(name), spec, basename(spec), {
    tolerant,
    packageName: name,
    ...(root !== undefined && { root }),
  });
  if (generated.diagnostics.length > 0) stderr.write(formatDiagnostics(generated.diagnostics, generated.spec.locate));
  const { model, split, files: emitted } = generated;
  if (model === undefined || split === undefined) return fail("Nothing was written.\n");

  const files = standAlonePackage(model, split, emitted, { name, runtime, version: target.version });
  const changes = findChanges(out, files);
  if (check) {
    if (changes.length === 0) return say(`What is emitted is up to date: ${name}\n`);
    const drift = changes.map(({ file, kind }) => `  ${join(out, file)} (${kind === "new" ? "missing" : kind})\n`);
    return fail(`These files are not what the spec makes of them:\n${drift.join("")}`);
  }
  applyChanges(out, files, changes);
  return say(`${name}: ${tellCounts(generated.counts)}; ${tellChanges(files, changes)}`);
}

/** What is there already, or why nothing may be written there. */
function readTarget(out: string): { readonly version: string } | string {
  if (!existsSync(out)) return { version: "0.0.0" };
  if (!statSync(out).isDirectory()) return `${out} is no folder`;
  if (readdirSync(out).length === 0) return { version: "0.0.0" };
  const manifest = readManifest(join(out, "package.json"));
  if (!isMarked(manifest)) {
    return `${out} is not empty, and holds no package that this command has made: name another folder, or empty it`;
  }
  // The version is the only thing in the package that whoever publishes it decides.
  return { version: textAt(manifest, "version") ?? "0.0.0" };
}

function readManifest(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

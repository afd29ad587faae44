import { canonical } from "./canonical.ts";
import { type Counts, countOperations, lostOperations } from "./counts.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { emitPackage } from "./emit/emit.ts";
import { type LoadedSpec, type LoadOptions, loadSpec } from "./load/load.ts";
import { buildModel } from "./model/build.ts";
import type { Model } from "./model/model.ts";
import { takenNames } from "./model/taken-names.ts";
import { eitherWaySchemas, renamedSchemas } from "./types/remarks.ts";
import { type Split, splitSchemas } from "./types/split.ts";

export interface Generated {
  readonly name: string;
  readonly spec: LoadedSpec;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
  /** Undefined if the spec is wrong. */
  readonly model: Model | undefined;
  /** What the model's schemas are made of; undefined if the spec is wrong. */
  readonly split: Split | undefined;
  /** Text by path in the package; empty if the spec is wrong. */
  readonly files: ReadonlyMap<string, string>;
}

const NOTHING = { model: undefined, split: undefined, files: new Map<string, string>() };

export interface GenerateOptions extends LoadOptions {
  /** What the package is called, with its scope: as the packages here unless given. */
  readonly packageName?: string;
}

/** load → model → emit: what a spec makes of its package. Nothing is written. `shownAs` is how emitted files name the spec. */
export function generate(name: string, file: string, shownAs: string, options?: GenerateOptions): Generated {
  const spec = loadSpec(file, options);
  if (spec.diagnostics.some(({ severity }) => severity === "error")) {
    const counts = countOperations(spec.document, undefined);
    return { name, spec, diagnostics: spec.diagnostics, counts, ...NOTHING };
  }
  const document = canonical(spec.document);
  const split = splitSchemas(document, { taken: takenNames(name, document) });
  const model = buildModel(name, split);
  // A file may be called anything, and a comment ends with its line.
  const shown = shownAs.replaceAll("\\", "/").replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, " ");
  const source = { file: shown, document, packageName: options?.packageName ?? `@vendor-sdks/${name}` };
  const counts = countOperations(spec.document, model);
  const lost = lostOperations(counts, file);
  const remarks = [...renamedSchemas(spec, split.renames), ...eitherWaySchemas(spec, split.eitherWay)];
  const diagnostics = [...spec.diagnostics, ...remarks, ...lost];
  if (lost.length > 0) return { name, spec, diagnostics, counts, ...NOTHING };
  return { name, spec, diagnostics, counts, model, split, files: emitPackage(model, split, source) };
}

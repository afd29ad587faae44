import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { catalogue } from "../../generate/diagnostics/catalogue.ts";
import { formatDiagnostics } from "../../generate/diagnostics/diagnostic.ts";
import { generate } from "../../generate/generate.ts";
import { readmeSections } from "../../generate/package/sections.ts";
import { faultsOf } from "./inert.ts";

export interface Outcome {
  readonly files: ReadonlyMap<string, string>;
  /** Why it was refused; empty where it was generated. */
  readonly codes: readonly string[];
  readonly faults: readonly string[];
}

/** Generates from a document, and looks for what may never be: an error without a place, files that are not inert. */
export function generated(document: unknown): Outcome {
  const folder = mkdtempSync(join(tmpdir(), "hostile-"));
  try {
    const file = join(folder, "openapi.json");
    writeFileSync(file, JSON.stringify(document));
    const { diagnostics, files: emitted, spec, model, split } = generate("shop", file, "specs/shop/openapi.json");
    const files = new Map(emitted);
    // What of a README is made of the spec, as a page of its own.
    if (model !== undefined && split !== undefined) {
      const sections = readmeSections(model, split, "@vendor-sdks/shop");
      files.set("README.md", `# Shop\n\n${[...sections.values()].join("\n")}\n---\n`);
    }
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    const told = formatDiagnostics(diagnostics, spec.locate);
    return {
      files,
      codes: errors.map(({ code }) => code),
      faults: [
        ...faultsOf(files),
        ...diagnostics.flatMap(({ code }) => (Object.hasOwn(catalogue, code) ? [] : [`${code} is in no catalogue`])),
        ...(diagnostics.length > 0 && !/^\S+:\d+:\d+ (?:error|warning) \[/.test(told)
          ? [`a place is missing: ${told}`]
          : []),
        // Terminals obey control characters.
        // oxlint-disable-next-line no-control-regex
        ...(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(told) ? [`a message drives the terminal: ${told}`] : []),
        ...(errors.length === 0 && files.size === 0 ? ["nothing was said, and nothing emitted"] : []),
      ],
    };
  } catch (error) {
    return {
      files: new Map(),
      codes: [],
      faults: [`thrown: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

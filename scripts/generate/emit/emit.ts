import { createHash } from "node:crypto";

import { createTypePrinter } from "../types/printer.ts";
import type { JsonObject } from "../load/json.ts";
import type { Split } from "../types/split.ts";
import type { Model } from "../model/model.ts";
import { emitCases } from "./cases.ts";
import { emitClient } from "./client.ts";
import { emitCredentials, signInOperations } from "./credentials.ts";
import { emitExtras } from "./extras.ts";
import { emitGroup } from "./groups.ts";
import { emitIndex, emitOperationsIndex, emitResults, emitStandalone } from "./index.ts";
import { emitOperations } from "./operations.ts";
import { emitReference } from "./reference/reference.ts";
import { emitService } from "./service.ts";

export interface Source {
  /** The spec's path from the repository's root, with slashes. */
  readonly file: string;
  /** What the package is called, with its scope. */
  readonly packageName: string;
  /** With the fields of every object in one order. */
  readonly document: JsonObject;
}

/** The text of every emitted file by its path in the package. A pure function: same spec, same bytes. */
export function emitPackage(model: Model, split: Split, source: Source): Map<string, string> {
  const printer = createTypePrinter(split.document, split);
  const exported = signInOperations(model);
  const files = new Map<string, string>();
  // The hash stands in one file alone: otherwise every edit of the spec would change every file.
  const origin = `// Generated from ${source.file}. Do not edit: edit the spec and run \`pnpm generate\`.\n`;
  const add = (file: string, text: string, more = ""): void => {
    files.set(`src/generated/${file}`, `${origin}${more}\n${text}`);
  };
  const bundled = `${JSON.stringify(source.document, undefined, 2)}\n`;
  const hash = createHash("sha256").update(bundled).digest("hex");
  add("index.ts", emitIndex(model), `// sha256 of openapi.json: ${hash}\n`);
  add("client.ts", emitClient(model));
  if (model.kinds.length > 0) add("credentials.ts", emitCredentials(model));
  add("extras.ts", emitExtras(model));
  add("paths.ts", printer.paths());
  add("results.ts", emitResults(model));
  add("service.ts", emitService(model));
  add("standalone.ts", emitStandalone(model));
  add("types.ts", printer.declarations());
  add("operations/index.ts", emitOperationsIndex(model));
  for (const group of model.groups) {
    add(`groups/${group.file}`, emitGroup(group, model, printer));
    add(`operations/${group.file}`, emitOperations(group, model, printer, exported));
  }
  files.set("openapi.json", bundled);
  files.set("test/generated/cases.json", emitCases(model, source.document));
  for (const [file, text] of emitReference(model, split, source)) files.set(file, text);
  return files;
}

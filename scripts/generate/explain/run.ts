import { basename, extname } from "node:path";

import { formatDiagnostics } from "../diagnostics/diagnostic.ts";
import { generate, type Generated } from "../generate.ts";
import { kebabCase } from "../model/names.ts";
import type { Output } from "../output.ts";
import { generateService } from "../service.ts";
import { createTypePrinter } from "../types/printer.ts";
import { findOperations, nearestNames } from "./find.ts";
import { explainOperation } from "./operation.ts";

/** What to explain: an operation of a spec of its own, or of services of the repository. */
export interface ExplainTarget {
  readonly operation: string;
  readonly spec: string | undefined;
  readonly root: string | undefined;
  readonly tolerant: boolean;
}

/** `pnpm generate --explain`: how everything about an operation came to be. Gives the exit code. */
export function runExplain(
  { operation, spec, root, tolerant }: ExplainTarget,
  services: readonly string[],
  repository: string,
  { stdout, stderr }: Output,
): number {
  const all =
    spec === undefined
      ? services.map((name) => generateService(name, repository))
      : [
          generate(kebabCase(basename(spec, extname(spec))), spec, basename(spec), {
            tolerant,
            ...(root !== undefined && { root }),
          }),
        ];
  const wrong = all.filter(({ model }) => model === undefined);
  for (const each of wrong) stderr.write(formatDiagnostics(each.diagnostics, each.spec.locate));
  const explained = all.flatMap((each) => explain(each, operation));
  stdout.write(explained.join("\n"));
  if (wrong.length > 0) return 1;
  if (explained.length > 0) return 0;
  const names = nearestNames(
    all.flatMap(({ model }) => model ?? []),
    operation,
  );
  stderr.write(`There is no operation "${operation}". The nearest names: ${names.join(", ")}\n`);
  return 1;
}

function explain(generated: Generated, word: string): string[] {
  const { model, split } = generated;
  if (model === undefined || split === undefined) return [];
  const printer = createTypePrinter(split.document, { schemas: split.schemas });
  return findOperations(model, word).map((found) => explainOperation({ generated, model, printer }, found));
}

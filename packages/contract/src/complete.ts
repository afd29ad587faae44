import {
  completeExamples,
  createSchemaChecker,
  createValueMaker,
  type SchemaChecker,
  type ValueMaker,
} from "@vendor-sdks/mock-server";
import { type Cases, namesIn, readCases } from "./cases.ts";
import { filesOf, type PackageFiles } from "./files.ts";
import { plansOf, type Plan } from "./openapi/plans.ts";
import { readDocument, specOf, type Spec } from "./openapi/spec.ts";
import { completeCases, type FullCase } from "./suite/complete-cases.ts";
import { createArgumentMaker } from "./values/arguments.ts";

/** A package's spec and cases, with values made of the schemas wherever the spec has no example. */
export interface Complete {
  readonly spec: Spec;
  readonly cases: Cases & { readonly operations: readonly FullCase[] };
  readonly plans: readonly Plan[];
  readonly files: PackageFiles;
  readonly checker: SchemaChecker;
  readonly maker: ValueMaker;
  /** Examples that contradict their own schemas, and schemas that no value was found for. */
  readonly wrongExamples: readonly string[];
}

export function readComplete(folder: URL): Complete {
  const given = readCases(new URL("test/generated/cases.json", folder));
  const files = filesOf(folder, given.service);
  const document = readDocument(files.document);
  const checker = createSchemaChecker(document);
  const maker = createValueMaker(document, checker);
  // A mock of the document makes the same ones, so that what it answers is known.
  const made = completeExamples(document, checker, maker);
  const spec = specOf(document, namesIn(given));
  const argumentMaker = createArgumentMaker(document, checker, maker);
  const operations = completeCases(given, spec, argumentMaker);
  return {
    spec,
    cases: { ...given, operations },
    plans: plansOf(spec, given.credentials),
    files,
    checker,
    maker,
    wrongExamples: [...made.map(({ where, message }) => `${where}: ${message}`), ...argumentMaker.wrong],
  };
}

import { completeExamples, createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import { type Cases, namesIn, readCases } from "./cases.ts";
import { filesOf } from "./files.ts";
import { readDocument, specOf, type Spec } from "./openapi/spec.ts";
import { completeCases } from "./suite/complete-cases.ts";
import { createArgumentMaker } from "./values/arguments.ts";

/** A package's spec and cases, with values made of the schemas wherever the spec has no example. */
export function readComplete(folder: URL): { readonly spec: Spec; readonly cases: Cases } {
  const given = readCases(new URL("test/generated/cases.json", folder));
  const document = readDocument(filesOf(folder, given.service).document);
  const checker = createSchemaChecker(document);
  const maker = createValueMaker(document, checker);
  completeExamples(document, checker, maker);
  const spec = specOf(document, namesIn(given));
  const operations = completeCases(given, spec, createArgumentMaker(document, checker, maker));
  return { spec, cases: { ...given, operations } };
}

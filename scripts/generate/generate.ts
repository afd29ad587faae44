import { canonical } from "./canonical.ts";
import type { Diagnostic } from "./diagnostics/diagnostic.ts";
import { emitPackage } from "./emit/emit.ts";
import { type LoadedSpec, loadSpec } from "./load/load.ts";
import { operationsOf } from "./load/walk.ts";
import { textAt } from "./load/json.ts";
import { buildModel } from "./model/build.ts";
import { pascalCase } from "./model/names.ts";
import { splitSchemas } from "./types/split.ts";

export interface Generated {
  readonly name: string;
  readonly spec: LoadedSpec;
  readonly diagnostics: readonly Diagnostic[];
  /** Text by path in the package; empty if the spec is wrong. */
  readonly files: ReadonlyMap<string, string>;
}

/** load → model → emit: what a spec makes of its package. Nothing is written. `shownAs` is how emitted files name the spec. */
export function generate(name: string, file: string, shownAs: string): Generated {
  const spec = loadSpec(file);
  if (spec.diagnostics.some(({ severity }) => severity === "error")) {
    return { name, spec, diagnostics: spec.diagnostics, files: new Map() };
  }
  const document = canonical(spec.document);
  const split = splitSchemas(document, { taken: takenNames(name, document) });
  const model = buildModel(name, split);
  const source = { file: shownAs.replaceAll("\\", "/"), document };
  return { name, spec, diagnostics: spec.diagnostics, files: emitPackage(model, split, source) };
}

/** Names that the package exports for something else than a schema. */
function takenNames(name: string, document: LoadedSpec["document"]): Set<string> {
  const client = `${pascalCase(name)}Client`;
  const taken = new Set([
    client,
    `${client}Options`,
    "Credentials",
    "OperationResults",
    "ServerOptions",
    "SessionCredentials",
  ]);
  for (const exported of RUNTIME_NAMES) taken.add(exported);
  for (const { value } of operationsOf(document)) {
    const type = pascalCase(textAt(value, "operationId") ?? "");
    taken.add(`${type}Args`).add(`${type}Result`);
  }
  const kinds = document["x-sdk-credentials"];
  for (const kind of Object.keys(typeof kinds === "object" && kinds !== null ? kinds : {})) {
    taken.add(`${pascalCase(kind)}Credentials`);
  }
  for (const { value } of operationsOf(document)) {
    const tags = value["tags"];
    if (Array.isArray(tags)) taken.add(`${pascalCase(String(tags[0]))}Operations`);
  }
  return taken;
}

/** What emitted files import, and what a package exports, of the runtime. */
const RUNTIME_NAMES = [
  "AbortError",
  "ApiError",
  "Call",
  "CallOptions",
  "ClientOptions",
  "ConfigurationError",
  "ConnectionError",
  "Core",
  "Environment",
  "ErrorStatus",
  "ErrorStatusExcept",
  "ExportedSession",
  "Failure",
  "Kind",
  "Operation",
  "Page",
  "PagedCall",
  "PagedOperation",
  "ParseError",
  "PrecisionError",
  "SdkError",
  "Secret",
  "SignIn",
  "SignInError",
  "StatusIn",
  "Success",
  "SuccessStatus",
  "TimeoutError",
  "Undeclared",
];

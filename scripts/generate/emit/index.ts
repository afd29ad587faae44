import { HANDED_ON } from "../model/handed-on.ts";
import type { Model } from "../model/model.ts";
import { STANDALONE } from "../model/reserved-names.ts";
import { operationTypes } from "../model/operation-names.ts";
import { quote } from "../types/escape.ts";
import { exportLine, importLine, key } from "./code.ts";
import { streamTypes } from "./result-type.ts";

/** `results.ts`: what every operation answers, by operationId, and the guard that narrows errors by it. */
export function emitResults({ groups, service }: Model): string {
  const imports = groups.map(({ file, operations }) =>
    importLine(
      operations.map(({ typeName }) => `${typeName}Result`),
      `./operations/${file}`,
      true,
    ),
  );
  const lines = groups.flatMap(({ operations }) =>
    operations.map(({ id, typeName }) => `  ${key(id)}: ${typeName}Result;\n`),
  );
  return [
    `import { apiErrorGuard, type ApiErrorGuard } from "@vendor-sdks/runtime";\n`,
    ...imports,
    "\n/** What each operation answers, by operationId. */\n",
    `export interface OperationResults {\n${lines.join("")}}\n\n`,
    "/** Tells whether a caught value is an error answer of this service: any, one operation's, or one with one status. */\n",
    `export const isApiError: ApiErrorGuard<OperationResults> = apiErrorGuard<OperationResults>(${quote(service)});\n`,
  ].join("");
}

/** `operations/index.ts`: the functions and types of all groups; the constants behind them stay inside. */
export function emitOperationsIndex({ groups }: Model): string {
  const lines = groups.map(({ file, operations }) =>
    exportLine(
      operations.flatMap((each) => [each.id, ...operationTypes(each.typeName).map((name) => `type ${name}`)]),
      `./${file}`,
    ),
  );
  // A file without exports is no module.
  return lines.length === 0 ? "export {};\n" : lines.join("");
}

/** What the package exports of all this, name by name: a change of the public face shows here. */
export function emitIndex(model: Model): string {
  const { clientName, groups, kinds, schemaNames } = model;
  const credentials = kinds.map(({ typeName }) => `type ${typeName}Credentials`);
  if (kinds.some(({ plan }) => Object.hasOwn(plan, "login"))) credentials.push("type SessionCredentials");
  return [
    exportLine([clientName, `type ${clientName}Options`], "./client.ts"),
    kinds.length === 0
      ? ""
      : exportLine(["type Credentials", "credentialsFromEnvironment", ...credentials], "./credentials.ts"),
    ...groups.map(({ className, file }) => exportLine([`type ${className}`], `./groups/${file}`)),
    ...groups.map(({ file, operations }) =>
      exportLine(
        operations.flatMap((each) => operationTypes(each.typeName).map((name) => `type ${name}`)),
        `./operations/${file}`,
      ),
    ),
    exportLine(["type paths", ...(model.hasWebhooks ? ["type webhooks"] : [])], "./paths.ts"),
    exportLine(["isApiError", "type OperationResults"], "./results.ts"),
    exportLine(["type ServerOptions"], "./service.ts"),
    exportLine(
      schemaNames.map((name) => `type ${name}`),
      "./types.ts",
    ),
    exportLine([...HANDED_ON, ...bodyTypesIn(model)], "@vendor-sdks/runtime"),
  ].join("");
}

/** The runtime's types of bodies that its operations mention. */
function bodyTypesIn({ groups }: Model): string[] {
  const operations = groups.flatMap((group) => group.operations);
  const streams = operations.flatMap(({ responses }) =>
    responses.flatMap(({ contents }) => contents.flatMap(streamTypes)),
  );
  const taken = operations.flatMap(({ body }) => body?.contents ?? []).map(({ kind }) => kind);
  return [
    ...streams,
    ...(streams.includes("EventStream") ? ["ServerSentEvent"] : []),
    ...(taken.includes("binary") ? ["BinaryBody"] : []),
    ...(taken.includes("multipart") ? ["FilePart"] : []),
  ].map((name) => `type ${name}`);
}

/** `standalone.ts`: what standalone operations are used with, beside the operations themselves. */
export function emitStandalone({ kinds }: Model): string {
  return [
    exportLine(
      STANDALONE.filter((name) => name !== "diagnostics"),
      "@vendor-sdks/runtime",
    ),
    exportLine(["diagnostics"], "./extras.ts"),
    exportLine(["createCore", "type ServerOptions"], "./service.ts"),
    exportLine(
      kinds.flatMap(({ name, typeName }) => [`${name}SignIn`, `type ${typeName}Credentials`]),
      "./credentials.ts",
    ),
    `export * from "./operations/index.ts";\n`,
  ].join("");
}

import { type JsonObject, listAt, objectAt, textAt } from "../load/json.ts";
import { operationsOf } from "../load/walk.ts";
import { pascalCase } from "./names.ts";

/** What emitted files import of the runtime, and what a package hands on from it. */
const OF_THE_RUNTIME = `
  AbortError ApiError AttemptFacts Call CallFacts CallOptions ClientOptions ConfigurationError ConnectionError Core
  EndFacts Environment ErrorStatus ErrorStatusExcept ExportedSession Failure Hooks Kind Logger LogLevel Middleware
  Operation Page PagedCall PagedOperation ParseError PrecisionError RetryFacts SdkError Secret SignIn SignInError
  SignInFacts StatusIn Success SuccessStatus TimeoutError Undeclared
`;

/** Names that the package exports for something else than a schema. */
export function takenNames(name: string, document: JsonObject): Set<string> {
  const client = `${pascalCase(name)}Client`;
  const taken = new Set([
    client,
    `${client}Options`,
    "Credentials",
    "OperationResults",
    "ServerOptions",
    "SessionCredentials",
  ]);
  for (const exported of OF_THE_RUNTIME.trim().split(/\s+/)) taken.add(exported);
  for (const { value } of operationsOf(document)) {
    const type = pascalCase(textAt(value, "operationId") ?? "");
    taken.add(`${type}Args`).add(`${type}Result`);
    const [tag] = listAt(value, "tags");
    if (typeof tag === "string") taken.add(`${pascalCase(tag)}Operations`);
  }
  for (const kind of Object.keys(objectAt(document, "x-sdk-credentials"))) taken.add(`${pascalCase(kind)}Credentials`);
  return taken;
}

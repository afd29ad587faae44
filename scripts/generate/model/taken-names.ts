import { type JsonObject, listAt, objectAt, textAt } from "../load/json.ts";
import { operationsOf } from "../load/walk.ts";
import { HANDED_ON } from "./handed-on.ts";
import { pascalCase } from "./names.ts";

/** What emitted files import of the runtime besides. */
const IMPORTED = [
  "ErrorStatus",
  "ErrorStatusExcept",
  "Failure",
  "Kind",
  "Operation",
  "PagedOperation",
  "Secret",
  "SignIn",
  "StatusIn",
  "Success",
  "SuccessStatus",
  "Undeclared",
];

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
  for (const exported of [...HANDED_ON, ...IMPORTED]) taken.add(exported.replace(/^type /, ""));
  for (const { value } of operationsOf(document)) {
    const type = pascalCase(textAt(value, "operationId") ?? "");
    taken.add(`${type}Args`).add(`${type}Result`);
    const [tag] = listAt(value, "tags");
    if (typeof tag === "string") taken.add(`${pascalCase(tag)}Operations`);
  }
  for (const kind of Object.keys(objectAt(document, "x-sdk-credentials"))) taken.add(`${pascalCase(kind)}Credentials`);
  return taken;
}

import type { JsonObject } from "../load/json.ts";
import { clientNameOf } from "./client-names.ts";
import { credentialPlans } from "./credentials/derive.ts";
import { BODY_TYPES, HANDED_ON } from "./handed-on.ts";
import { pascalCase } from "./names.ts";
import { operationTypes } from "./operation-names.ts";
import { publicNames } from "./public-names.ts";

/** What emitted files import of the runtime besides. */
const IMPORTED = [
  ...BODY_TYPES,
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
  const client = clientNameOf(name);
  const taken = new Set([
    client,
    `${client}Options`,
    "Credentials",
    "OperationResults",
    "ServerOptions",
    "SessionCredentials",
  ]);
  for (const exported of [...HANDED_ON, ...IMPORTED]) taken.add(exported.replace(/^type /, ""));
  const { operations, groups } = publicNames(document);
  for (const { name } of operations) for (const type of operationTypes(pascalCase(name.name))) taken.add(type);
  for (const { className } of groups) taken.add(className);
  for (const kind of Object.keys(credentialPlans(document))) taken.add(`${pascalCase(kind)}Credentials`);
  return taken;
}

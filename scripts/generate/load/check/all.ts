import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Edit } from "../edit.ts";
import type { JsonObject } from "../json.ts";
import { checkBigint } from "./bigint.ts";
import { checkCaution } from "./caution.ts";
import { createContext } from "./context.ts";
import type { Check, Refusals } from "./context.ts";
import { checkCredentials } from "./credentials/check.ts";
import { checkExtensions } from "./extensions.ts";
import { checkMethods } from "./methods.ts";
import { checkOperationIds } from "./operation-ids.ts";
import { checkNames } from "./names.ts";
import { checkPagination } from "./pagination.ts";
import { checkParameters } from "./parameters.ts";
import { checkPaths } from "./paths.ts";
import { checkReferences } from "./references.ts";
import { checkResource } from "./resource.ts";
import { checkSchemas } from "./schemas.ts";
import { checkSecurity } from "./security.ts";
import { checkServers } from "./servers.ts";
import { checkStructure } from "./structure.ts";
import { checkSupport } from "./support.ts";
import { checkVersion } from "./version.ts";

const CHECKS: readonly Check[] = [
  checkStructure,
  checkServers,
  checkPaths,
  checkMethods,
  checkParameters,
  checkOperationIds,
  checkReferences,
  checkSchemas,
  checkSecurity,
  checkExtensions,
  checkBigint,
  checkCaution,
  checkCredentials,
  checkPagination,
  checkResource,
  checkNames,
  checkSupport,
];

/** All problems of a document at once; of a version that is not read, only that. */
export function checkSpec(file: string, document: JsonObject, refusals?: Refusals, mends?: Edit[]): Diagnostic[] {
  const spec = createContext(file, document, refusals, mends);
  const version = checkVersion(spec);
  if (version.some(({ severity }) => severity === "error")) return version;
  return [...version, ...CHECKS.flatMap((check) => check(spec))];
}

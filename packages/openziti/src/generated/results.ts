// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { apiErrorGuard, type ApiErrorGuard } from "@vendor-sdks/runtime";
import type { AuthenticateMfaResult, AuthenticateResult } from "./operations/authentication.ts";
import type { DeleteCurrentApiSessionResult, GetCurrentApiSessionResult } from "./operations/current-api-session.ts";
import type { GetCurrentIdentityResult } from "./operations/current-identity.ts";
import type { ListVersionResult } from "./operations/informational.ts";
import type { DetailServiceResult, ListServicesResult } from "./operations/services.ts";
import type {
  CreateSessionResult,
  DeleteSessionResult,
  DetailSessionResult,
  ListSessionsResult,
} from "./operations/sessions.ts";

/** What each operation answers, by operationId. */
export interface OperationResults {
  authenticate: AuthenticateResult;
  authenticateMfa: AuthenticateMfaResult;
  deleteCurrentApiSession: DeleteCurrentApiSessionResult;
  getCurrentApiSession: GetCurrentApiSessionResult;
  getCurrentIdentity: GetCurrentIdentityResult;
  listVersion: ListVersionResult;
  listServices: ListServicesResult;
  detailService: DetailServiceResult;
  listSessions: ListSessionsResult;
  createSession: CreateSessionResult;
  deleteSession: DeleteSessionResult;
  detailSession: DetailSessionResult;
}

/** Tells whether a caught value is an error answer of this service: any, one operation's, or one with one status. */
export const isApiError: ApiErrorGuard<OperationResults> = apiErrorGuard<OperationResults>("openziti");

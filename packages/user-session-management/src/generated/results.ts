// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { apiErrorGuard, type ApiErrorGuard } from "@vendor-sdks/runtime";
import type {
  GetConcurrentSessionPolicyConfigResult,
  UpdateConcurrentSessionPolicyConfigResult,
} from "./operations/session-policy.ts";
import type { GetUserSessionsResult, RemoveUserSessionResult } from "./operations/user-sessions.ts";

/** What each operation answers, by operationId. */
export interface OperationResults {
  getConcurrentSessionPolicyConfig: GetConcurrentSessionPolicyConfigResult;
  updateConcurrentSessionPolicyConfig: UpdateConcurrentSessionPolicyConfigResult;
  removeUserSession: RemoveUserSessionResult;
  getUserSessions: GetUserSessionsResult;
}

/** Tells whether a caught value is an error answer of this service: any, one operation's, or one with one status. */
export const isApiError: ApiErrorGuard<OperationResults> = apiErrorGuard<OperationResults>("user-session-management");

// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import { apiErrorGuard, type ApiErrorGuard } from "@vendor-sdks/runtime";
import type { CreateServiceAccountSessionResult } from "./operations/service-accounts.ts";
import type { CreateSessionResult, DeleteSessionResult } from "./operations/sessions.ts";

/** What each operation answers, by operationId. */
export interface OperationResults {
  createServiceAccountSession: CreateServiceAccountSessionResult;
  createSession: CreateSessionResult;
  deleteSession: DeleteSessionResult;
}

/** Tells whether a caught value is an error answer of this service: any, one operation's, or one with one status. */
export const isApiError: ApiErrorGuard<OperationResults> = apiErrorGuard<OperationResults>("rubrik");

// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  type Core,
  type Failure,
  type Operation,
  soleJsonBody,
  type Success,
  textAnswers,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ErrorModel, ServiceAccountSession, ServiceAccountSessionRequest } from "../types.ts";

/** Arguments of `createServiceAccountSession`. */
export interface CreateServiceAccountSessionArgs {
  /** The service account that the session is for. */
  body: ServiceAccountSessionRequest;
}

/** What `createServiceAccountSession` answers. */
export type CreateServiceAccountSessionResult =
  | Success<200 | 201, ServiceAccountSession>
  | Failure<401, ErrorModel | string>
  | Failure<403 | 422, ErrorModel>
  | Undeclared;

export const createServiceAccountSessionOperation: Operation = {
  id: "createServiceAccountSession",
  method: "POST",
  path: "/service_account/session",
  body: soleJsonBody,
  responses: {
    200: "application/json",
    201: "application/json",
    401: ["application/json", "text/plain"],
    403: "application/json",
    422: "application/json",
  },
  reader: textAnswers,
  accept: "application/json, text/plain",
};

/**
 * Open a session for a service account
 *
 * Exchanges a service account's id and secret for a token that is good for 24 hours. The call itself needs no
 * authorization.
 *
 * An account has at most ten open sessions. The next one is refused until one of them is deleted or has run out.
 *
 * `POST /service_account/session`
 *
 * Source: rubrikinc/rubrik-sdk-for-powershell, Rubrik/Public/Connect-Rubrik.ps1; centreon/centreon-plugins,
 * src/apps/backup/rubrik/restapi/custom/api.pm (observed).
 *
 * @example
 * ```ts
 * const data = await createServiceAccountSession(core, {
 *   body: { secret: "example-secret", serviceAccountId: "User:::11111111-2222-4333-8444-555555555555" },
 * });
 * ```
 */
export function createServiceAccountSession(
  core: Core,
  args: CreateServiceAccountSessionArgs,
  options?: CallOptions,
): Call<ServiceAccountSession, CreateServiceAccountSessionResult> {
  return call(core, createServiceAccountSessionOperation, args, options);
}

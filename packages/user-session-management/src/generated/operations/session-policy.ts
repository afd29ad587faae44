// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  type Core,
  type Failure,
  type Operation,
  soleJsonBody,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ErrorEnvelope, UserSessionsConfig } from "../types.ts";

/** Arguments of `getConcurrentSessionPolicyConfig`. */
export interface GetConcurrentSessionPolicyConfigArgs {}

/** What `getConcurrentSessionPolicyConfig` answers. */
export type GetConcurrentSessionPolicyConfigResult =
  | Success<200, UserSessionsConfig>
  | Failure<401 | 403 | 429 | 556, ErrorEnvelope>
  | Undeclared;

const getConcurrentSessionPolicyConfigOperation: Operation = {
  id: "getConcurrentSessionPolicyConfig",
  method: "GET",
  path: "/clusterConfig/userSessions",
  responses: {
    200: "application/json",
    401: "application/json",
    403: "application/json",
    429: "application/json",
    556: "application/json",
  },
  security: [{ "Api-Token": ["ServiceProviderAPI"] }],
};

/**
 * Read the policy for sessions
 *
 * Answers how many sessions users and administrators may have at a time, and whether and when idle users are signed
 * out.
 *
 * `GET /clusterConfig/userSessions`
 *
 * Source: dynatrace-ace/dynatrace-go-api-client, api/v2/cluster/dynatrace/api/openapi.yaml (2021-08-16); Dynatrace
 * Managed documentation (documented).
 *
 * @example
 * ```ts
 * const data = await getConcurrentSessionPolicyConfig(core);
 * ```
 */
export function getConcurrentSessionPolicyConfig(
  core: Core,
  args?: GetConcurrentSessionPolicyConfigArgs,
  options?: CallOptions,
): Call<UserSessionsConfig, GetConcurrentSessionPolicyConfigResult> {
  return call(core, getConcurrentSessionPolicyConfigOperation, args, options);
}

/** Arguments of `updateConcurrentSessionPolicyConfig`. */
export interface UpdateConcurrentSessionPolicyConfigArgs {
  /** The new policy, complete. */
  body: UserSessionsConfig;
}

/** What `updateConcurrentSessionPolicyConfig` answers. */
export type UpdateConcurrentSessionPolicyConfigResult =
  | Success<200, undefined>
  | Failure<400 | 510, unknown>
  | Failure<401 | 403 | 429 | 556, ErrorEnvelope>
  | Undeclared;

const updateConcurrentSessionPolicyConfigOperation: Operation = {
  id: "updateConcurrentSessionPolicyConfig",
  method: "PUT",
  path: "/clusterConfig/userSessions",
  body: soleJsonBody,
  responses: {
    200: null,
    400: null,
    401: "application/json",
    403: "application/json",
    429: "application/json",
    510: null,
    556: "application/json",
  },
  security: [{ "Api-Token": ["ServiceProviderAPI"] }],
};

/**
 * Replace the policy for sessions
 *
 * Replaces the policy as a whole: read it, change what should be different, send all of it.
 *
 * Either both limits are 0, which stands for no limit, or neither is; anything else is refused.
 *
 * `PUT /clusterConfig/userSessions`
 *
 * Source: dynatrace-ace/dynatrace-go-api-client, api/v2/cluster/dynatrace/api/openapi.yaml (2021-08-16); Dynatrace
 * Managed documentation (documented).
 *
 * @example
 * ```ts
 * await updateConcurrentSessionPolicyConfig(core, {
 *   body: {
 *     automaticLogoutDto: { logoutInactiveUsersEnabled: true, userInactivityTimeout: 900 },
 *     concurrentSessionPolicyDto: { adminLimit: 5, userLimit: 3 },
 *   },
 * });
 * ```
 */
export function updateConcurrentSessionPolicyConfig(
  core: Core,
  args: UpdateConcurrentSessionPolicyConfigArgs,
  options?: CallOptions,
): Call<undefined, UpdateConcurrentSessionPolicyConfigResult> {
  return call(core, updateConcurrentSessionPolicyConfigOperation, args, options);
}

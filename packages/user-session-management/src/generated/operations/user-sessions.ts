// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  caution,
  type Core,
  type Failure,
  form,
  int64,
  type Operation,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ErrorEnvelope, UserSession } from "../types.ts";

/** Arguments of `removeUserSession`. */
export interface RemoveUserSessionArgs {
  /**
   * Id of the user whose sessions end, all of them. The vendor's own description leaves it optional, yet the cluster
   * refuses a call without it (400).
   */
  userId: string;
}

/** What `removeUserSession` answers. */
export type RemoveUserSessionResult =
  | Success<200, undefined>
  | Failure<400 | 404 | 500 | 510, unknown>
  | Failure<401 | 403 | 429 | 556, ErrorEnvelope>
  | Undeclared;

const removeUserSessionOperation: Operation = {
  id: "removeUserSession",
  method: "DELETE",
  path: "/userSessions",
  query: { userId: form },
  responses: {
    200: null,
    400: null,
    401: "application/json",
    403: "application/json",
    404: null,
    429: "application/json",
    500: null,
    510: null,
    556: "application/json",
  },
  security: [{ "Api-Token": ["ServiceProviderAPI"] }],
  caution: /* @__PURE__ */ caution("userId", "The cluster refuses the call with 400, since it does not know whose sessions to end."),
};

/**
 * End all sessions of a user
 *
 * Ends every session of one user. A single session cannot be ended.
 *
 * `DELETE /userSessions`
 *
 * **Caution.** The cluster refuses the call with 400, since it does not know whose sessions to end.
 *
 * Source: dynatrace-ace/dynatrace-go-api-client, api/v2/cluster/dynatrace/api/openapi.yaml (2021-08-16); Dynatrace
 * Managed documentation (documented).
 *
 * @example
 * ```ts
 * await removeUserSession(core, { userId: "jane.doe" });
 * ```
 */
export function removeUserSession(
  core: Core,
  args: RemoveUserSessionArgs,
  options?: CallOptions,
): Call<undefined, RemoveUserSessionResult> {
  return call(core, removeUserSessionOperation, args, options);
}

/** Arguments of `getUserSessions`. */
export interface GetUserSessionsArgs {
  /** Id of the user whose sessions are listed. Without it the sessions of all users are. */
  userId?: string | undefined;
}

/** What `getUserSessions` answers. */
export type GetUserSessionsResult =
  | Success<200, UserSession[]>
  | Failure<401 | 403 | 429 | 556, ErrorEnvelope>
  | Failure<500, unknown>
  | Undeclared;

const getUserSessionsOperation: Operation = {
  id: "getUserSessions",
  method: "GET",
  path: "/userSessions",
  query: { userId: form },
  responses: {
    200: "application/json",
    401: "application/json",
    403: "application/json",
    429: "application/json",
    500: null,
    556: "application/json",
  },
  security: [{ "Api-Token": ["ServiceProviderAPI"] }],
  numbers: /* @__PURE__ */ int64(["creationTime", "lastAccessedTimestamp"]),
};

/**
 * List open sessions
 *
 * Answers every open session of the cluster, or those of one user. They come all at once and in no promised order.
 *
 * `GET /userSessions`
 *
 * Source: dynatrace-ace/dynatrace-go-api-client, api/v2/cluster/dynatrace/api/openapi.yaml (2021-08-16); Dynatrace
 * Managed documentation (documented).
 *
 * @example
 * ```ts
 * const data = await getUserSessions(core);
 * ```
 */
export function getUserSessions(
  core: Core,
  args?: GetUserSessionsArgs,
  options?: CallOptions,
): Call<UserSession[], GetUserSessionsResult> {
  return call(core, getUserSessionsOperation, args, options);
}

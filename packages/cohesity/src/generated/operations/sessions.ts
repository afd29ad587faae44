// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  caution,
  comma,
  type Core,
  type ErrorStatus,
  type Failure,
  form,
  int64,
  type Operation,
  soleJsonBody,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import { usualSecurity } from "../service.ts";
import type { ActiveSessionsCountParams, CreateUserSessionRequestParams, ErrorModel, UserSession } from "../types.ts";

/** Arguments of `deleteSession`. */
export type DeleteSessionArgs =
  | {
      /** SID of the user whose sessions end. Left out, every session on the cluster ends. */
      sid: string;
      everySession?: undefined;
    }
  | {
      /** SID of the user whose sessions end. Left out, every session on the cluster ends. */
      sid?: undefined;
      /** Stands for leaving out `sid`. Without a SID the call ends every session on the cluster, whoever it belongs to. */
      everySession: true;
    };

/** What `deleteSession` answers. */
export type DeleteSessionResult = Success<204, undefined> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const deleteSessionOperation: Operation = {
  id: "deleteSession",
  method: "DELETE",
  path: "/users/sessions",
  query: { sid: form },
  responses: { 204: null, default: "application/json" },
  security: usualSecurity,
  caution: /* @__PURE__ */ caution("sid", "Without a SID the call ends every session on the cluster, whoever it belongs to.", "everySession"),
};

/**
 * End sessions
 *
 * Ends all sessions of one user. **Without `sid` it ends the sessions of everybody on the system.** A single session
 * cannot be ended.
 *
 * `DELETE /users/sessions`
 *
 * **Caution.** Without a SID the call ends every session on the cluster, whoever it belongs to.
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * await deleteSession(core, { sid: "S-1-100-21-11111111-22222222-1" });
 * ```
 */
export function deleteSession(
  core: Core,
  args: DeleteSessionArgs,
  options?: CallOptions,
): Call<undefined, DeleteSessionResult> {
  return call(core, deleteSessionOperation, args, options);
}

/** Arguments of `getActiveSessionsCount`. */
export interface GetActiveSessionsCountArgs {
  /** SIDs of users; only their sessions are counted. */
  sids?: string[] | undefined;
}

/** What `getActiveSessionsCount` answers. */
export type GetActiveSessionsCountResult =
  | Success<200, ActiveSessionsCountParams>
  | Failure<ErrorStatus, ErrorModel>
  | Undeclared;

const getActiveSessionsCountOperation: Operation = {
  id: "getActiveSessionsCount",
  method: "GET",
  path: "/users/sessions",
  query: { sids: comma },
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["sessionsCount", "totalSessionsCount"]),
};

/**
 * Count open sessions
 *
 * The number of open sessions, in all and per user; of all users, or of those given.
 *
 * `GET /users/sessions`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getActiveSessionsCount(core);
 * ```
 */
export function getActiveSessionsCount(
  core: Core,
  args?: GetActiveSessionsCountArgs,
  options?: CallOptions,
): Call<ActiveSessionsCountParams, GetActiveSessionsCountResult> {
  return call(core, getActiveSessionsCountOperation, args, options);
}

/** Arguments of `createSession`. */
export interface CreateSessionArgs {
  /** Who signs in, and with what. */
  body: CreateUserSessionRequestParams;
}

/** What `createSession` answers. */
export type CreateSessionResult = Success<201, UserSession> | Failure<ErrorStatus, ErrorModel> | Undeclared;

export const createSessionOperation: Operation = {
  id: "createSession",
  method: "POST",
  path: "/users/sessions",
  body: soleJsonBody,
  responses: { 201: "application/json", default: "application/json" },
};

/**
 * Open a session
 *
 * Signs in with a password, a password and a one-time code, or a client certificate with its key, and returns the
 * id that goes into the `session-id` header from then on. Session management must be switched on at the cluster;
 * access tokens are then not to be had. Needs no privilege.
 *
 * `POST /users/sessions`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await createSession(core, {
 *   body: { domain: "LOCAL", password: "example-password", username: "ops" },
 * });
 * ```
 */
export function createSession(
  core: Core,
  args: CreateSessionArgs,
  options?: CallOptions,
): Call<UserSession, CreateSessionResult> {
  return call(core, createSessionOperation, args, options);
}

// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  type Core,
  type Failure,
  int64,
  type Operation,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ApiErrorEnvelope, CurrentApiSessionDetailEnvelope, Empty } from "../types.ts";

/** Arguments of `deleteCurrentApiSession`. */
export interface DeleteCurrentApiSessionArgs {}

/** What `deleteCurrentApiSession` answers. */
export type DeleteCurrentApiSessionResult = Success<200, Empty> | Failure<401, ApiErrorEnvelope> | Undeclared;

export const deleteCurrentApiSessionOperation: Operation = {
  id: "deleteCurrentApiSession",
  method: "DELETE",
  path: "/current-api-session",
  responses: { 200: "application/json", 401: "application/json" },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

/**
 * Sign out
 *
 * Ends the API session whose token goes with the call, and with it every session that belongs to it. Works while a
 * second factor is still missing.
 *
 * `DELETE /current-api-session`
 *
 * Source: openziti/edge-api, client.yml (documented).
 *
 * @example
 * ```ts
 * const data = await deleteCurrentApiSession(core);
 * ```
 */
export function deleteCurrentApiSession(
  core: Core,
  args?: DeleteCurrentApiSessionArgs,
  options?: CallOptions,
): Call<Empty, DeleteCurrentApiSessionResult> {
  return call(core, deleteCurrentApiSessionOperation, args, options);
}

/** Arguments of `getCurrentApiSession`. */
export interface GetCurrentApiSessionArgs {}

/** What `getCurrentApiSession` answers. */
export type GetCurrentApiSessionResult =
  | Success<200, CurrentApiSessionDetailEnvelope>
  | Failure<401, ApiErrorEnvelope>
  | Undeclared;

const getCurrentApiSessionOperation: Operation = {
  id: "getCurrentApiSession",
  method: "GET",
  path: "/current-api-session",
  responses: { 200: "application/json", 401: "application/json" },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

/**
 * Show the API session in use
 *
 * Shows the API session whose token goes with the call, also while it waits for a second factor. Like any call it
 * starts the idle time anew, so it serves to keep an API session alive. `expiresAt` may still be the time before this
 * call.
 *
 * `GET /current-api-session`
 *
 * Source: openziti/edge-api, client.yml (documented).
 *
 * @example
 * ```ts
 * const data = await getCurrentApiSession(core);
 * ```
 */
export function getCurrentApiSession(
  core: Core,
  args?: GetCurrentApiSessionArgs,
  options?: CallOptions,
): Call<CurrentApiSessionDetailEnvelope, GetCurrentApiSessionResult> {
  return call(core, getCurrentApiSessionOperation, args, options);
}

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
import type { ApiErrorEnvelope, CurrentIdentityDetailEnvelope } from "../types.ts";

/** Arguments of `getCurrentIdentity`. */
export interface GetCurrentIdentityArgs {}

/** What `getCurrentIdentity` answers. */
export type GetCurrentIdentityResult =
  | Success<200, CurrentIdentityDetailEnvelope>
  | Failure<401, ApiErrorEnvelope>
  | Undeclared;

const getCurrentIdentityOperation: Operation = {
  id: "getCurrentIdentity",
  method: "GET",
  path: "/current-identity",
  responses: { 200: "application/json", 401: "application/json" },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

/**
 * Show the identity that is signed in
 *
 * Shows who the caller is to the controller, with the rights, the ways to sign in and the hosting settings of that
 * identity.
 *
 * `GET /current-identity`
 *
 * Source: openziti/edge-api, client.yml (documented).
 *
 * @example
 * ```ts
 * const data = await getCurrentIdentity(core);
 * ```
 */
export function getCurrentIdentity(
  core: Core,
  args?: GetCurrentIdentityArgs,
  options?: CallOptions,
): Call<CurrentIdentityDetailEnvelope, GetCurrentIdentityResult> {
  return call(core, getCurrentIdentityOperation, args, options);
}

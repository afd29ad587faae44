// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  type Core,
  type Failure,
  form,
  int64,
  type Operation,
  soleJsonBody,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ApiErrorEnvelope, Authenticate, CurrentApiSessionDetailEnvelope, Empty, MfaCode } from "../types.ts";

/** Arguments of `authenticate`. */
export interface AuthenticateArgs {
  /** How the identity proves itself. */
  method: "password" | "cert" | "ext-jwt";
  /** Name and password, and what the controller may know of the caller. May be left out for `cert` and `ext-jwt`. */
  body?: Authenticate | undefined;
}

/** What `authenticate` answers. */
export type AuthenticateResult =
  | Success<200, CurrentApiSessionDetailEnvelope>
  | Failure<400 | 401 | 429, ApiErrorEnvelope>
  | Undeclared;

export const authenticateOperation: Operation = {
  id: "authenticate",
  method: "POST",
  path: "/authenticate",
  query: { method: form },
  body: soleJsonBody,
  responses: { 200: "application/json", 400: "application/json", 401: "application/json", 429: "application/json" },
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

/**
 * Open an API session
 *
 * Signs an identity in and answers the API session, whose token goes into the header `zt-session` of every later call.
 * The answer carries that header, too.
 *
 * - `password` takes `username` and `password` from the body.
 * - `cert` takes the client certificate of the TLS connection.
 * - `ext-jwt` takes the token of a trusted outside issuer from the header `Authorization: Bearer …`.
 *
 * Where `isMfaRequired` is true and `isMfaComplete` is false, the API session is only half open: `authQueries` says
 * what is missing, and nearly every call answers 401 until it is given (`authenticateMfa`).
 *
 * Every call with the token starts its idle time anew, so `expiresAt` is the earliest time at which the API session may
 * end. Unless configured otherwise, idle time is 30 minutes.
 *
 * `POST /authenticate`
 *
 * Source: openziti/edge-api, client.yml (documented).
 *
 * @example
 * ```ts
 * const data = await authenticate(core, { method: "password" });
 * ```
 */
export function authenticate(
  core: Core,
  args: AuthenticateArgs,
  options?: CallOptions,
): Call<CurrentApiSessionDetailEnvelope, AuthenticateResult> {
  return call(core, authenticateOperation, args, options);
}

/** Arguments of `authenticateMfa`. */
export interface AuthenticateMfaArgs {
  /** The code. */
  body: MfaCode;
}

/** What `authenticateMfa` answers. */
export type AuthenticateMfaResult =
  | Success<200, Empty>
  | Failure<400 | 409 | 429, ApiErrorEnvelope>
  | Failure<401, Empty>
  | Undeclared;

export const authenticateMfaOperation: Operation = {
  id: "authenticateMfa",
  method: "POST",
  path: "/authenticate/mfa",
  body: soleJsonBody,
  responses: {
    200: "application/json",
    400: "application/json",
    401: "application/json",
    409: "application/json",
    429: "application/json",
  },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

/**
 * Give the second factor
 *
 * Completes an API session that waits for a second factor. Sent with the token of that very API session; afterwards the
 * same token is good for all calls.
 *
 * The code is the current one of the authenticator app, or a recovery code.
 *
 * `POST /authenticate/mfa`
 *
 * Source: openziti/edge-api, client.yml (documented).
 *
 * @example
 * ```ts
 * const data = await authenticateMfa(core, { body: { code: "000000" } });
 * ```
 */
export function authenticateMfa(
  core: Core,
  args: AuthenticateMfaArgs,
  options?: CallOptions,
): Call<Empty, AuthenticateMfaResult> {
  return call(core, authenticateMfaOperation, args, options);
}

// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/authentication.ts";
import type { CurrentApiSessionDetailEnvelope, Empty } from "../types.ts";

/** Opening an API session, and completing it with a second factor. */
export class AuthenticationOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "POST /authenticate": null,
    "POST /authenticate/mfa": [{ ztSession: [] }, { oauth2: ["openid"] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Open an API session
   *
   * Signs an identity in and answers the API session, whose token goes into the header `zt-session` of every later
   * call. The answer carries that header, too.
   *
   * - `password` takes `username` and `password` from the body.
   * - `cert` takes the client certificate of the TLS connection.
   * - `ext-jwt` takes the token of a trusted outside issuer from the header `Authorization: Bearer …`.
   *
   * Where `isMfaRequired` is true and `isMfaComplete` is false, the API session is only half open: `authQueries` says
   * what is missing, and nearly every call answers 401 until it is given (`authenticateMfa`).
   *
   * Every call with the token starts its idle time anew, so `expiresAt` is the earliest time at which the API session
   * may end. Unless configured otherwise, idle time is 30 minutes.
   *
   * `POST /authenticate`
   *
   * Source: openziti/edge-api, client.yml (documented).
   *
   * @example
   * ```ts
   * const data = await openziti.authentication.authenticate({ method: "password" });
   * ```
   */
  authenticate(
    args: operations.AuthenticateArgs,
    options?: CallOptions,
  ): Call<CurrentApiSessionDetailEnvelope, operations.AuthenticateResult> {
    return operations.authenticate(this.#core, args, options);
  }

  /**
   * Give the second factor
   *
   * Completes an API session that waits for a second factor. Sent with the token of that very API session; afterwards
   * the same token is good for all calls.
   *
   * The code is the current one of the authenticator app, or a recovery code.
   *
   * `POST /authenticate/mfa`
   *
   * Source: openziti/edge-api, client.yml (documented).
   *
   * @example
   * ```ts
   * const data = await openziti.authentication.authenticateMfa({ body: { code: "000000" } });
   * ```
   */
  authenticateMfa(
    args: operations.AuthenticateMfaArgs,
    options?: CallOptions,
  ): Call<Empty, operations.AuthenticateMfaResult> {
    return operations.authenticateMfa(this.#core, args, options);
  }
}

// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/current-identity.ts";
import type { CurrentIdentityDetailEnvelope } from "../types.ts";

/** The identity that is signed in. */
export class CurrentIdentityOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "GET /current-identity": [{ ztSession: [] }, { oauth2: ["openid"] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

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
   * const data = await openziti.currentIdentity.getCurrentIdentity();
   * ```
   */
  getCurrentIdentity(
    args?: operations.GetCurrentIdentityArgs,
    options?: CallOptions,
  ): Call<CurrentIdentityDetailEnvelope, operations.GetCurrentIdentityResult> {
    return operations.getCurrentIdentity(this.#core, args, options);
  }
}

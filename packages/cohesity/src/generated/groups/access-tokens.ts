// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/access-tokens.ts";
import type { AccessTokenResponse } from "../types.ts";

/** Sign-in with a password for a token that lasts 24 hours. */
export class AccessTokensOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = { "POST /access-tokens": null };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Fetch an access token
   *
   * Exchanges user name and password for a token that lasts 24 hours and cannot be renewed or ended ahead of time. Not
   * available while session management is switched on at the cluster, nor for users with a second factor: both
   * take `createSession`.
   *
   * `POST /access-tokens`
   *
   * Source: github.com/cohesity/cohesity_sdk, cohesity_sdk/cluster/cluster_client.py (documented).
   *
   * @example
   * ```ts
   * const data = await cohesity.accessTokens.createAccessToken({
   *   body: { domain: "LOCAL", password: "example-password", username: "ops" },
   * });
   * ```
   */
  createAccessToken(
    args: operations.CreateAccessTokenArgs,
    options?: CallOptions,
  ): Call<AccessTokenResponse, operations.CreateAccessTokenResult> {
    return operations.createAccessToken(this.#core, args, options);
  }
}

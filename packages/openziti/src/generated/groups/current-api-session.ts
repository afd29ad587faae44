// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/current-api-session.ts";
import type { CurrentApiSessionDetailEnvelope, Empty } from "../types.ts";

/** The API session whose token goes with the call. */
export class CurrentApiSessionOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "DELETE /current-api-session": [{ ztSession: [] }, { oauth2: ["openid"] }],
    "GET /current-api-session": [{ ztSession: [] }, { oauth2: ["openid"] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

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
   * const data = await openziti.currentApiSession.deleteCurrentApiSession();
   * ```
   */
  deleteCurrentApiSession(
    args?: operations.DeleteCurrentApiSessionArgs,
    options?: CallOptions,
  ): Call<Empty, operations.DeleteCurrentApiSessionResult> {
    return operations.deleteCurrentApiSession(this.#core, args, options);
  }

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
   * const data = await openziti.currentApiSession.getCurrentApiSession();
   * ```
   */
  getCurrentApiSession(
    args?: operations.GetCurrentApiSessionArgs,
    options?: CallOptions,
  ): Call<CurrentApiSessionDetailEnvelope, operations.GetCurrentApiSessionResult> {
    return operations.getCurrentApiSession(this.#core, args, options);
  }
}

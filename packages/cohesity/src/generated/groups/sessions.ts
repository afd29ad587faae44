// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/sessions.ts";
import type { ActiveSessionsCountParams, UserSession } from "../types.ts";

/** Sessions of users, where the cluster's session management is switched on. */
export class SessionsOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = { "POST /users/sessions": null };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

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
   * await cohesity.sessions.deleteSession({ sid: "S-1-100-21-11111111-22222222-1" });
   * ```
   */
  deleteSession(
    args: operations.DeleteSessionArgs,
    options?: CallOptions,
  ): Call<undefined, operations.DeleteSessionResult> {
    return operations.deleteSession(this.#core, args, options);
  }

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
   * const data = await cohesity.sessions.getActiveSessionsCount();
   * ```
   */
  getActiveSessionsCount(
    args?: operations.GetActiveSessionsCountArgs,
    options?: CallOptions,
  ): Call<ActiveSessionsCountParams, operations.GetActiveSessionsCountResult> {
    return operations.getActiveSessionsCount(this.#core, args, options);
  }

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
   * const data = await cohesity.sessions.createSession({
   *   body: { domain: "LOCAL", password: "example-password", username: "ops" },
   * });
   * ```
   */
  createSession(
    args: operations.CreateSessionArgs,
    options?: CallOptions,
  ): Call<UserSession, operations.CreateSessionResult> {
    return operations.createSession(this.#core, args, options);
  }
}

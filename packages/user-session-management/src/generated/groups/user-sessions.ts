// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/user-sessions.ts";
import type { UserSession } from "../types.ts";

/** The sessions that are open. */
export class UserSessionsOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "DELETE /userSessions": [{ "Api-Token": ["ServiceProviderAPI"] }],
    "GET /userSessions": [{ "Api-Token": ["ServiceProviderAPI"] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

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
   * await userSessionManagement.userSessions.removeUserSession({ userId: "jane.doe" });
   * ```
   */
  removeUserSession(
    args: operations.RemoveUserSessionArgs,
    options?: CallOptions,
  ): Call<undefined, operations.RemoveUserSessionResult> {
    return operations.removeUserSession(this.#core, args, options);
  }

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
   * const data = await userSessionManagement.userSessions.getUserSessions();
   * ```
   */
  getUserSessions(
    args?: operations.GetUserSessionsArgs,
    options?: CallOptions,
  ): Call<UserSession[], operations.GetUserSessionsResult> {
    return operations.getUserSessions(this.#core, args, options);
  }
}

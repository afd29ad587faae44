// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/session-policy.ts";
import type { UserSessionsConfig } from "../types.ts";

/** How many sessions a user may have at a time, and when an idle one ends. */
export class SessionPolicyOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "GET /clusterConfig/userSessions": [{ "Api-Token": ["ServiceProviderAPI"] }],
    "PUT /clusterConfig/userSessions": [{ "Api-Token": ["ServiceProviderAPI"] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Read the policy for sessions
   *
   * Answers how many sessions users and administrators may have at a time, and whether and when idle users are signed
   * out.
   *
   * `GET /clusterConfig/userSessions`
   *
   * Source: dynatrace-ace/dynatrace-go-api-client, api/v2/cluster/dynatrace/api/openapi.yaml (2021-08-16); Dynatrace
   * Managed documentation (documented).
   *
   * @example
   * ```ts
   * const data = await userSessionManagement.sessionPolicy.getConcurrentSessionPolicyConfig();
   * ```
   */
  getConcurrentSessionPolicyConfig(
    args?: operations.GetConcurrentSessionPolicyConfigArgs,
    options?: CallOptions,
  ): Call<UserSessionsConfig, operations.GetConcurrentSessionPolicyConfigResult> {
    return operations.getConcurrentSessionPolicyConfig(this.#core, args, options);
  }

  /**
   * Replace the policy for sessions
   *
   * Replaces the policy as a whole: read it, change what should be different, send all of it.
   *
   * Either both limits are 0, which stands for no limit, or neither is; anything else is refused.
   *
   * `PUT /clusterConfig/userSessions`
   *
   * Source: dynatrace-ace/dynatrace-go-api-client, api/v2/cluster/dynatrace/api/openapi.yaml (2021-08-16); Dynatrace
   * Managed documentation (documented).
   *
   * @example
   * ```ts
   * await userSessionManagement.sessionPolicy.updateConcurrentSessionPolicyConfig({
   *   body: {
   *     automaticLogoutDto: { logoutInactiveUsersEnabled: true, userInactivityTimeout: 900 },
   *     concurrentSessionPolicyDto: { adminLimit: 5, userLimit: 3 },
   *   },
   * });
   * ```
   */
  updateConcurrentSessionPolicyConfig(
    args: operations.UpdateConcurrentSessionPolicyConfigArgs,
    options?: CallOptions,
  ): Call<undefined, operations.UpdateConcurrentSessionPolicyConfigResult> {
    return operations.updateConcurrentSessionPolicyConfig(this.#core, args, options);
  }
}

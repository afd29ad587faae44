// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/service-accounts.ts";
import type { ServiceAccountSession } from "../types.ts";

/** Sessions of service accounts, which exist from CDM 7.0 on. */
export class ServiceAccountsOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = { "POST /service_account/session": null };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Open a session for a service account
   *
   * Exchanges a service account's id and secret for a token that is good for 24 hours. The call itself needs no
   * authorization.
   *
   * An account has at most ten open sessions. The next one is refused until one of them is deleted or has run out.
   *
   * `POST /service_account/session`
   *
   * Source: rubrikinc/rubrik-sdk-for-powershell, Rubrik/Public/Connect-Rubrik.ps1; centreon/centreon-plugins,
   * src/apps/backup/rubrik/restapi/custom/api.pm (observed).
   *
   * @example
   * ```ts
   * const data = await rubrik.serviceAccounts.createServiceAccountSession({
   *   body: { secret: "example-secret", serviceAccountId: "User:::11111111-2222-4333-8444-555555555555" },
   * });
   * ```
   */
  createServiceAccountSession(
    args: operations.CreateServiceAccountSessionArgs,
    options?: CallOptions,
  ): Call<ServiceAccountSession, operations.CreateServiceAccountSessionResult> {
    return operations.createServiceAccountSession(this.#core, args, options);
  }
}

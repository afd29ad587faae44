// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/security-principals.ts";
import type { AssignedSources, SecurityPrincipals } from "../types.ts";

/** Whatever has a SID, and the protection sources and views that it may see. */
export class SecurityPrincipalsOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {};
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Look up principals by SID
   *
   * Names and kinds of the principals with the given SIDs. There is no call that lists them all.
   *
   * `GET /security-principals`
   *
   * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
   *
   * @example
   * ```ts
   * const data = await cohesity.securityPrincipals.getSecurityPrincipals({
   *   sids: ["S-1-100-21-11111111-22222222-1", "S-1-5-21-33333333-44444444-55555555-1104"],
   * });
   * ```
   */
  getSecurityPrincipals(
    args: operations.GetSecurityPrincipalsArgs,
    options?: CallOptions,
  ): Call<SecurityPrincipals, operations.GetSecurityPrincipalsResult> {
    return operations.getSecurityPrincipals(this.#core, args, options);
  }

  /**
   * List the sources and views of a principal
   *
   * The protection sources and views that a user or group has been given access to.
   *
   * `GET /security-principals/{sid}/sources`
   *
   * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
   *
   * @example
   * ```ts
   * const data = await cohesity.securityPrincipals.getPrincipalSources({ sid: "S-1-100-21-11111111-22222222-1" });
   * ```
   */
  getPrincipalSources(
    args: operations.GetPrincipalSourcesArgs,
    options?: CallOptions,
  ): Call<AssignedSources, operations.GetPrincipalSourcesResult> {
    return operations.getPrincipalSources(this.#core, args, options);
  }

  /**
   * Set the sources and views of a principal
   *
   * Sets the protection sources and views that a user or group has access to.
   *
   * `PUT /security-principals/{sid}/sources`
   *
   * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
   *
   * @example
   * ```ts
   * const data = await cohesity.securityPrincipals.updatePrincipalSources({
   *   sid: "S-1-100-21-11111111-22222222-1",
   *   body: { sourceIds: [12, 34], viewIds: [7] },
   * });
   * ```
   */
  updatePrincipalSources(
    args: operations.UpdatePrincipalSourcesArgs,
    options?: CallOptions,
  ): Call<AssignedSources, operations.UpdatePrincipalSourcesResult> {
    return operations.updatePrincipalSources(this.#core, args, options);
  }
}

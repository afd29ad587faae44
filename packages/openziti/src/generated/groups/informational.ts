// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/informational.ts";
import type { ListVersionEnvelope } from "../types.ts";

/** What a controller is and offers; no sign-in needed. */
export class InformationalOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = { "GET /version": null };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Show the controller's version and addresses
   *
   * Shows which software the controller runs, where its APIs are (`apiVersions["edge-client"].v1`) and what it can do.
   * `capabilities` may name `OIDC_AUTH`, `OIDC_AUTH_WITH_CSR`, `HA_CONTROLLER` and others.
   *
   * `GET /version`
   *
   * Source: openziti/edge-api, client.yml (documented).
   *
   * @example
   * ```ts
   * const data = await openziti.informational.listVersion();
   * ```
   */
  listVersion(
    args?: operations.ListVersionArgs,
    options?: CallOptions,
  ): Call<ListVersionEnvelope, operations.ListVersionResult> {
    return operations.listVersion(this.#core, args, options);
  }
}

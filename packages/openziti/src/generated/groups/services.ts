// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds, PagedCall } from "@vendor-sdks/runtime";
import * as operations from "../operations/services.ts";
import type { DetailServiceEnvelope, ListServicesEnvelope, ServiceDetail } from "../types.ts";

/** Services that the identity may dial or host. */
export class ServicesOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "GET /services": [{ ztSession: [] }, { oauth2: ["openid"] }],
    "GET /services/{id}": [{ ztSession: [] }, { oauth2: ["openid"] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * List the services within reach
   *
   * Lists the services that the identity may dial or host, page by page. This is how the `serviceId` of a service is
   * found: `filter: name = "payroll"`.
   *
   * `permissions` tells what the identity may do with each, `postureQueries` which checks of the device are asked for
   * and whether they pass.
   *
   * `GET /services`
   *
   * Source: openziti/edge-api, client.yml (documented).
   *
   * @example
   * ```ts
   * for await (const item of openziti.services.listServices()) console.log(item);
   * ```
   */
  listServices(
    args?: operations.ListServicesArgs,
    options?: CallOptions,
  ): PagedCall<ServiceDetail, ListServicesEnvelope, operations.ListServicesResult> {
    return operations.listServices(this.#core, args, options);
  }

  /**
   * Show a service
   *
   * Shows one service. A service that the identity may neither dial nor host is not found.
   *
   * `GET /services/{id}`
   *
   * Source: openziti/edge-api, client.yml (documented).
   *
   * @example
   * ```ts
   * const data = await openziti.services.detailService({ id: "example-id-0001" });
   * ```
   */
  detailService(
    args: operations.DetailServiceArgs,
    options?: CallOptions,
  ): Call<DetailServiceEnvelope, operations.DetailServiceResult> {
    return operations.detailService(this.#core, args, options);
  }
}

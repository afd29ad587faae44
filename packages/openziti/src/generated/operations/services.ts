// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  byOffset,
  type Call,
  call,
  type CallOptions,
  callPaged,
  type Core,
  type Failure,
  form,
  int64,
  type Operation,
  type PagedCall,
  type PagedOperation,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ApiErrorEnvelope, DetailServiceEnvelope, ListServicesEnvelope, ServiceDetail } from "../types.ts";

/** Arguments of `listServices`. */
export interface ListServicesArgs {
  /**
   * How many rows to answer at most: 10 unless said, 500 at the utmost (a controller cuts larger values silently); -1
   * lifts the cap. A `limit` in the filter wins.
   */
  limit?: number | undefined;
  /** How many rows to leave out at the start. A `skip` in the filter wins. */
  offset?: number | undefined;
  /**
   * A condition, and how to sort: `[condition] [sort by field [asc|desc], …] [skip n] [limit n|none]`.
   *
   * Conditions use `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] in [..]`, `[not] between x and y`, `[not] contains`, `[not]
   * icontains`, `and`, `or`, `not` and parentheses; on sets `anyOf(f)`, `allOf(f)`, `count(f)`, `isEmpty(f)` and `from
   * f where …`. Values are texts in double quotes (`\"` and `\\` escape), numbers, `true`, `false`, `null` and
   * `datetime(2026-04-30T09:00:00Z)`. Fields may reach through with a dot (`service.name`); `meta.filterableFields` of
   * an answer names them.
   */
  filter?: string | undefined;
  /**
   * Ids or names of the types of configuration to deliver in `config`; `all` stands for every type. Without it the
   * types given at sign-in count, and without those `config` stays empty.
   */
  configTypes?: string[] | undefined;
  /** Role attributes (`#name`) or ids (`@id`) to filter by. The client API ignores it; filter with `filter`. */
  roleFilter?: string[] | undefined;
  /** Whether all or any of `roleFilter` must hold. The client API ignores it. */
  roleSemantic?: string | undefined;
}

/** What `listServices` answers. */
export type ListServicesResult =
  | Success<200, ListServicesEnvelope>
  | Failure<400 | 401 | 429 | 503, ApiErrorEnvelope>
  | Undeclared;

const listServicesOperation: PagedOperation = {
  id: "listServices",
  method: "GET",
  path: "/services",
  query: { limit: form, offset: form, filter: form, configTypes: form, roleFilter: form, roleSemantic: form },
  responses: {
    200: "application/json",
    400: "application/json",
    401: "application/json",
    429: "application/json",
    503: "application/json",
  },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
  pagination: {
    style: byOffset,
    position: "offset",
    size: ["limit", 500],
    items: "/data",
    total: "/meta/pagination/totalCount",
    begins: "/meta/pagination/offset",
  },
};

/**
 * List the services within reach
 *
 * Lists the services that the identity may dial or host, page by page. This is how the `serviceId` of a service is
 * found: `filter: name = "payroll"`.
 *
 * `permissions` tells what the identity may do with each, `postureQueries` which checks of the device are asked for and
 * whether they pass.
 *
 * `GET /services`
 *
 * Source: openziti/edge-api, client.yml (documented).
 *
 * @example
 * ```ts
 * for await (const item of listServices(core)) console.log(item);
 * ```
 */
export function listServices(
  core: Core,
  args?: ListServicesArgs,
  options?: CallOptions,
): PagedCall<ServiceDetail, ListServicesEnvelope, ListServicesResult> {
  return callPaged(core, listServicesOperation, args, options);
}

/** Arguments of `detailService`. */
export interface DetailServiceArgs {
  /** Id of the thing. */
  id: string;
}

/** What `detailService` answers. */
export type DetailServiceResult =
  | Success<200, DetailServiceEnvelope>
  | Failure<401 | 404 | 429 | 503, ApiErrorEnvelope>
  | Undeclared;

const detailServiceOperation: Operation = {
  id: "detailService",
  method: "GET",
  path: "/services/{id}",
  responses: {
    200: "application/json",
    401: "application/json",
    404: "application/json",
    429: "application/json",
    503: "application/json",
  },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

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
 * const data = await detailService(core, { id: "example-id-0001" });
 * ```
 */
export function detailService(
  core: Core,
  args: DetailServiceArgs,
  options?: CallOptions,
): Call<DetailServiceEnvelope, DetailServiceResult> {
  return call(core, detailServiceOperation, args, options);
}

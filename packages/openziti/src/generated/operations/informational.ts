// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  type Core,
  type Failure,
  int64,
  type Operation,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ApiErrorEnvelope, ListVersionEnvelope } from "../types.ts";

/** Arguments of `listVersion`. */
export interface ListVersionArgs {}

/** What `listVersion` answers. */
export type ListVersionResult = Success<200, ListVersionEnvelope> | Failure<404, ApiErrorEnvelope> | Undeclared;

const listVersionOperation: Operation = {
  id: "listVersion",
  method: "GET",
  path: "/version",
  responses: { 200: "application/json", 404: "application/json" },
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

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
 * const data = await listVersion(core);
 * ```
 */
export function listVersion(
  core: Core,
  args?: ListVersionArgs,
  options?: CallOptions,
): Call<ListVersionEnvelope, ListVersionResult> {
  return call(core, listVersionOperation, args, options);
}

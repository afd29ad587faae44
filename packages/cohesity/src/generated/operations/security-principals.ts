// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  comma,
  type Core,
  type ErrorStatus,
  type Failure,
  int64,
  type Operation,
  soleJsonBody,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import { usualSecurity } from "../service.ts";
import type { AssignedSources, ErrorModel, SecurityPrincipals } from "../types.ts";

/** Arguments of `getSecurityPrincipals`. */
export interface GetSecurityPrincipalsArgs {
  /** SIDs of the principals to look up, at least one, none twice. */
  sids: string[];
}

/** What `getSecurityPrincipals` answers. */
export type GetSecurityPrincipalsResult =
  | Success<200, SecurityPrincipals>
  | Failure<ErrorStatus, ErrorModel>
  | Undeclared;

const getSecurityPrincipalsOperation: Operation = {
  id: "getSecurityPrincipals",
  method: "GET",
  path: "/security-principals",
  query: { sids: comma },
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
};

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
 * const data = await getSecurityPrincipals(core, {
 *   sids: ["S-1-100-21-11111111-22222222-1", "S-1-5-21-33333333-44444444-55555555-1104"],
 * });
 * ```
 */
export function getSecurityPrincipals(
  core: Core,
  args: GetSecurityPrincipalsArgs,
  options?: CallOptions,
): Call<SecurityPrincipals, GetSecurityPrincipalsResult> {
  return call(core, getSecurityPrincipalsOperation, args, options);
}

/** Arguments of `getPrincipalSources`. */
export interface GetPrincipalSourcesArgs {
  /** SID of the user or group. */
  sid: string;
}

/** What `getPrincipalSources` answers. */
export type GetPrincipalSourcesResult = Success<200, AssignedSources> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getPrincipalSourcesOperation: Operation = {
  id: "getPrincipalSources",
  method: "GET",
  path: "/security-principals/{sid}/sources",
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["sourceIds", "viewIds"]),
};

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
 * const data = await getPrincipalSources(core, { sid: "S-1-100-21-11111111-22222222-1" });
 * ```
 */
export function getPrincipalSources(
  core: Core,
  args: GetPrincipalSourcesArgs,
  options?: CallOptions,
): Call<AssignedSources, GetPrincipalSourcesResult> {
  return call(core, getPrincipalSourcesOperation, args, options);
}

/** Arguments of `updatePrincipalSources`. */
export interface UpdatePrincipalSourcesArgs {
  /** SID of the user or group. */
  sid: string;
  /** The sources and views as they shall be. */
  body: AssignedSources;
}

/** What `updatePrincipalSources` answers. */
export type UpdatePrincipalSourcesResult =
  | Success<200, AssignedSources>
  | Failure<ErrorStatus, ErrorModel>
  | Undeclared;

const updatePrincipalSourcesOperation: Operation = {
  id: "updatePrincipalSources",
  method: "PUT",
  path: "/security-principals/{sid}/sources",
  body: soleJsonBody,
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["sourceIds", "viewIds"]),
};

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
 * const data = await updatePrincipalSources(core, {
 *   sid: "S-1-100-21-11111111-22222222-1",
 *   body: { sourceIds: [12, 34], viewIds: [7] },
 * });
 * ```
 */
export function updatePrincipalSources(
  core: Core,
  args: UpdatePrincipalSourcesArgs,
  options?: CallOptions,
): Call<AssignedSources, UpdatePrincipalSourcesResult> {
  return call(core, updatePrincipalSourcesOperation, args, options);
}

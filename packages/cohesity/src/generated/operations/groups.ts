// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  comma,
  type Core,
  type ErrorStatus,
  type Failure,
  form,
  int64,
  type Operation,
  soleJsonBody,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import { usualSecurity } from "../service.ts";
import type {
  CreateGroupParamsInput,
  DeleteGroupsRequest,
  ErrorModel,
  GroupParams,
  Groups,
  UpdateGroupParameters,
} from "../types.ts";

/** Arguments of `getGroups`. */
export interface GetGroupsArgs {
  /** Only groups of these names. */
  names?: string[] | undefined;
  /** Only entries with one of these roles. */
  roles?: string[] | undefined;
  /** Only entries of this domain; `LOCAL` is the cluster's own. */
  domain?: string | undefined;
  /** Only entries of these SIDs. */
  sids?: string[] | undefined;
  /** If true, a name given as filter may be a part of the name found; otherwise it must be the whole. */
  matchPartialNames?: boolean | undefined;
  /** Only entries of these tenants. */
  tenantIds?: string[] | undefined;
  /** If true, entries of all tenants below the caller's own organisation as well. */
  includeTenants?: boolean | undefined;
}

/** What `getGroups` answers. */
export type GetGroupsResult = Success<200, Groups> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getGroupsOperation: Operation = {
  id: "getGroups",
  method: "GET",
  path: "/groups",
  query: {
    names: comma,
    roles: comma,
    domain: form,
    sids: comma,
    matchPartialNames: form,
    tenantIds: comma,
    includeTenants: form,
  },
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * List groups
 *
 * Groups known to the cluster, all of them where no filter is given.
 *
 * `GET /groups`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getGroups(core);
 * ```
 */
export function getGroups(core: Core, args?: GetGroupsArgs, options?: CallOptions): Call<Groups, GetGroupsResult> {
  return call(core, getGroupsOperation, args, options);
}

/** Arguments of `createGroup`. */
export interface CreateGroupArgs {
  /** The groups to add, at least one. */
  body: CreateGroupParamsInput[];
}

/** What `createGroup` answers. */
export type CreateGroupResult = Success<201, Groups> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const createGroupOperation: Operation = {
  id: "createGroup",
  method: "POST",
  path: "/groups",
  body: soleJsonBody,
  responses: { 201: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * Add groups
 *
 * Adds one or more groups. With the domain `LOCAL` a new group comes into being on the cluster. With the domain of an
 * Active Directory or identity provider, a group that exists there is made known to the cluster.
 *
 * `POST /groups`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await createGroup(core, {
 *   body: [
 *     {
 *       description: "Whoever runs jobs",
 *       domain: "LOCAL",
 *       localGroupParams: { userSids: ["S-1-100-21-11111111-22222222-1"] },
 *       name: "operators",
 *       roles: ["COHESITY_OPERATOR"],
 *     },
 *   ],
 * });
 * ```
 */
export function createGroup(core: Core, args: CreateGroupArgs, options?: CallOptions): Call<Groups, CreateGroupResult> {
  return call(core, createGroupOperation, args, options);
}

/** Arguments of `deleteGroups`. */
export interface DeleteGroupsArgs {
  /** The groups to delete. */
  body: DeleteGroupsRequest;
}

/** What `deleteGroups` answers. */
export type DeleteGroupsResult = Success<204, undefined> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const deleteGroupsOperation: Operation = {
  id: "deleteGroups",
  method: "POST",
  path: "/groups/delete",
  body: soleJsonBody,
  responses: { 204: null, default: "application/json" },
  security: usualSecurity,
};

/**
 * Delete several groups
 *
 * Deletes groups from the cluster. A group of an Active Directory or identity provider stays there; only the cluster
 * forgets it.
 *
 * `POST /groups/delete`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * await deleteGroups(core, {
 *   body: { sids: ["S-1-100-21-11111111-22222222-100", "S-1-5-21-33333333-44444444-55555555-1200"] },
 * });
 * ```
 */
export function deleteGroups(
  core: Core,
  args: DeleteGroupsArgs,
  options?: CallOptions,
): Call<undefined, DeleteGroupsResult> {
  return call(core, deleteGroupsOperation, args, options);
}

/** Arguments of `deleteGroup`. */
export interface DeleteGroupArgs {
  /** SID of the group. */
  sid: string;
}

/** What `deleteGroup` answers. */
export type DeleteGroupResult = Success<204, undefined> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const deleteGroupOperation: Operation = {
  id: "deleteGroup",
  method: "DELETE",
  path: "/groups/{sid}",
  responses: { 204: null, default: "application/json" },
  security: usualSecurity,
};

/**
 * Delete one group
 *
 * Deletes a group from the cluster. A group of an Active Directory or identity provider stays there; only the cluster
 * forgets it.
 *
 * `DELETE /groups/{sid}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * await deleteGroup(core, { sid: "S-1-100-21-11111111-22222222-100" });
 * ```
 */
export function deleteGroup(
  core: Core,
  args: DeleteGroupArgs,
  options?: CallOptions,
): Call<undefined, DeleteGroupResult> {
  return call(core, deleteGroupOperation, args, options);
}

/** Arguments of `getGroupBySid`. */
export interface GetGroupBySidArgs {
  /** SID of the group. */
  sid: string;
}

/** What `getGroupBySid` answers. */
export type GetGroupBySidResult = Success<200, GroupParams> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getGroupBySidOperation: Operation = {
  id: "getGroupBySid",
  method: "GET",
  path: "/groups/{sid}",
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * Get one group
 *
 * The group of this SID.
 *
 * `GET /groups/{sid}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getGroupBySid(core, { sid: "S-1-100-21-11111111-22222222-100" });
 * ```
 */
export function getGroupBySid(
  core: Core,
  args: GetGroupBySidArgs,
  options?: CallOptions,
): Call<GroupParams, GetGroupBySidResult> {
  return call(core, getGroupBySidOperation, args, options);
}

/** Arguments of `updateGroup`. */
export interface UpdateGroupArgs {
  /** SID of the group. */
  sid: string;
  /** The settings as they shall be. */
  body: UpdateGroupParameters;
}

/** What `updateGroup` answers. */
export type UpdateGroupResult = Success<200, GroupParams> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const updateGroupOperation: Operation = {
  id: "updateGroup",
  method: "PUT",
  path: "/groups/{sid}",
  body: soleJsonBody,
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * Change a group
 *
 * Changes what the cluster holds on a group. Nothing is changed at the Active Directory or identity provider that the
 * group comes from.
 *
 * `PUT /groups/{sid}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await updateGroup(core, {
 *   sid: "S-1-100-21-11111111-22222222-100",
 *   body: {
 *     description: "Whoever looks after jobs",
 *     localGroupParams: { userSids: ["S-1-100-21-11111111-22222222-1", "S-1-100-21-11111111-22222222-2"] },
 *     roles: ["COHESITY_VIEWER"],
 *   },
 * });
 * ```
 */
export function updateGroup(
  core: Core,
  args: UpdateGroupArgs,
  options?: CallOptions,
): Call<GroupParams, UpdateGroupResult> {
  return call(core, updateGroupOperation, args, options);
}

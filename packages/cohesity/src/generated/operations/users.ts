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
  CreateUserParameters,
  DeleteUsersRequest,
  ErrorModel,
  S3Keys,
  SecretKeyEntity,
  UpdateUserParameters,
  UserParams,
  UsersList,
} from "../types.ts";

/** Arguments of `getUsers`. */
export interface GetUsersArgs {
  /** Only entries of this domain; `LOCAL` is the cluster's own. */
  domain?: string | undefined;
  /** Only entries of these SIDs. */
  sids?: string[] | undefined;
  /** Only users of these names. */
  usernames?: string[] | undefined;
  /** If true, a name given as filter may be a part of the name found; otherwise it must be the whole. */
  matchPartialNames?: boolean | undefined;
  /** Only users with one of these e-mail addresses. */
  emailAddresses?: string[] | undefined;
  /** Only entries with one of these roles. */
  roles?: string[] | undefined;
  /** Only entries of these tenants. */
  tenantIds?: string[] | undefined;
  /** If true, entries of all tenants below the caller's own organisation as well. */
  includeTenants?: boolean | undefined;
}

/** What `getUsers` answers. */
export type GetUsersResult = Success<200, UsersList> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getUsersOperation: Operation = {
  id: "getUsers",
  method: "GET",
  path: "/users",
  query: {
    domain: form,
    sids: comma,
    usernames: comma,
    matchPartialNames: form,
    emailAddresses: comma,
    roles: comma,
    tenantIds: comma,
    includeTenants: form,
  },
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "effectiveTimeMsecs", "expiryTimeMsecs", "lastLoginTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * List users
 *
 * Users known to the cluster, all of them where no filter is given.
 *
 * `GET /users`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getUsers(core);
 * ```
 */
export function getUsers(core: Core, args?: GetUsersArgs, options?: CallOptions): Call<UsersList, GetUsersResult> {
  return call(core, getUsersOperation, args, options);
}

/** Arguments of `createUsers`. */
export interface CreateUsersArgs {
  /** The users to add, at least one. */
  body: CreateUserParameters[];
}

/** What `createUsers` answers. */
export type CreateUsersResult = Success<201, UsersList> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const createUsersOperation: Operation = {
  id: "createUsers",
  method: "POST",
  path: "/users",
  body: soleJsonBody,
  responses: { 201: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "effectiveTimeMsecs", "expiryTimeMsecs", "lastLoginTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * Add users
 *
 * Adds one or more users. With the domain `LOCAL` a new user comes into being on the cluster, and `localUserParams`
 * is then needed in practice. With the domain of an Active Directory or identity provider, a principal that
 * exists there is made known to the cluster.
 *
 * `POST /users`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await createUsers(core, {
 *   body: [
 *     {
 *       description: "Night shift",
 *       domain: "LOCAL",
 *       effectiveTimeMsecs: 1767225600000,
 *       localUserParams: { email: "ops@example.com", password: "example-password" },
 *       restricted: false,
 *       roles: ["COHESITY_OPERATOR"],
 *       username: "ops",
 *     },
 *   ],
 * });
 * ```
 */
export function createUsers(
  core: Core,
  args: CreateUsersArgs,
  options?: CallOptions,
): Call<UsersList, CreateUsersResult> {
  return call(core, createUsersOperation, args, options);
}

/** Arguments of `deleteUsers`. */
export interface DeleteUsersArgs {
  /** The users to delete. */
  body: DeleteUsersRequest;
}

/** What `deleteUsers` answers. */
export type DeleteUsersResult = Success<204, undefined> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const deleteUsersOperation: Operation = {
  id: "deleteUsers",
  method: "POST",
  path: "/users/delete",
  body: soleJsonBody,
  responses: { 204: null, default: "application/json" },
  security: usualSecurity,
};

/**
 * Delete several users
 *
 * Deletes users from the cluster. A user of an Active Directory or identity provider stays there; only the cluster
 * forgets it. Needs the privilege PRINCIPAL_MODIFY.
 *
 * `POST /users/delete`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * await deleteUsers(core, {
 *   body: { sids: ["S-1-100-21-11111111-22222222-1", "S-1-5-21-33333333-44444444-55555555-1104"] },
 * });
 * ```
 */
export function deleteUsers(
  core: Core,
  args: DeleteUsersArgs,
  options?: CallOptions,
): Call<undefined, DeleteUsersResult> {
  return call(core, deleteUsersOperation, args, options);
}

/** Arguments of `deleteUser`. */
export interface DeleteUserArgs {
  /** SID of the user. */
  sid: string;
}

/** What `deleteUser` answers. */
export type DeleteUserResult = Success<204, undefined> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const deleteUserOperation: Operation = {
  id: "deleteUser",
  method: "DELETE",
  path: "/users/{sid}",
  responses: { 204: null, default: "application/json" },
  security: usualSecurity,
};

/**
 * Delete one user
 *
 * Deletes a user from the cluster. A user of an Active Directory or identity provider stays there; only the
 * cluster forgets it.
 *
 * `DELETE /users/{sid}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * await deleteUser(core, { sid: "S-1-100-21-11111111-22222222-1" });
 * ```
 */
export function deleteUser(core: Core, args: DeleteUserArgs, options?: CallOptions): Call<undefined, DeleteUserResult> {
  return call(core, deleteUserOperation, args, options);
}

/** Arguments of `getUserBySid`. */
export interface GetUserBySidArgs {
  /** SID of the user. */
  sid: string;
}

/** What `getUserBySid` answers. */
export type GetUserBySidResult = Success<200, UserParams> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getUserBySidOperation: Operation = {
  id: "getUserBySid",
  method: "GET",
  path: "/users/{sid}",
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "effectiveTimeMsecs", "expiryTimeMsecs", "lastLoginTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * Get one user
 *
 * The user of this SID.
 *
 * `GET /users/{sid}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getUserBySid(core, { sid: "S-1-100-21-11111111-22222222-1" });
 * ```
 */
export function getUserBySid(
  core: Core,
  args: GetUserBySidArgs,
  options?: CallOptions,
): Call<UserParams, GetUserBySidResult> {
  return call(core, getUserBySidOperation, args, options);
}

/** Arguments of `updateUser`. */
export interface UpdateUserArgs {
  /** SID of the user. */
  sid: string;
  /** The settings as they shall be. */
  body: UpdateUserParameters;
}

/** What `updateUser` answers. */
export type UpdateUserResult = Success<200, UserParams> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const updateUserOperation: Operation = {
  id: "updateUser",
  method: "PUT",
  path: "/users/{sid}",
  body: soleJsonBody,
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "effectiveTimeMsecs", "expiryTimeMsecs", "lastLoginTimeMsecs", "lastUpdatedTimeMsecs"]),
};

/**
 * Change a user
 *
 * Changes what the cluster holds on a user. Nothing is changed at the Active Directory or identity provider that
 * the user comes from. Whoever changes their own password gives the present one as well.
 *
 * `PUT /users/{sid}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await updateUser(core, {
 *   sid: "S-1-100-21-11111111-22222222-1",
 *   body: { expiryTimeMsecs: 1798761600000, locked: false, roles: ["COHESITY_VIEWER"] },
 * });
 * ```
 */
export function updateUser(
  core: Core,
  args: UpdateUserArgs,
  options?: CallOptions,
): Call<UserParams, UpdateUserResult> {
  return call(core, updateUserOperation, args, options);
}

/** Arguments of `regenerateS3Key`. */
export interface RegenerateS3KeyArgs {
  /** SID of the user. */
  sid: string;
}

/** What `regenerateS3Key` answers. */
export type RegenerateS3KeyResult = Success<201, SecretKeyEntity> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const regenerateS3KeyOperation: Operation = {
  id: "regenerateS3Key",
  method: "POST",
  path: "/users/{sid}/s3-secret-key",
  responses: { 201: "application/json", default: "application/json" },
  security: usualSecurity,
};

/**
 * Make a new S3 secret key for a user
 *
 * Replaces the user's S3 secret access key by a new one and returns it. The old key stops at once: whatever still
 * uses it is locked out until it is given the new one. Needs the privilege to manage S3 keys; for the key of
 * another user, that to manage users as well.
 *
 * The newest documentation deprecates this call in favour of `PUT /users/{sid}/s3-keys/{keyId}` with
 * `rotate=true`, which the clusters described here do not have.
 *
 * `POST /users/{sid}/s3-secret-key`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await regenerateS3Key(core, { sid: "S-1-100-21-11111111-22222222-1" });
 * ```
 */
export function regenerateS3Key(
  core: Core,
  args: RegenerateS3KeyArgs,
  options?: CallOptions,
): Call<SecretKeyEntity, RegenerateS3KeyResult> {
  return call(core, regenerateS3KeyOperation, args, options);
}

/** Arguments of `updateUserS3Keys`. */
export interface UpdateUserS3KeysArgs {
  /** SID of the user. */
  sid: string;
  /** The keys as they shall be. */
  body: S3Keys;
}

/** What `updateUserS3Keys` answers. */
export type UpdateUserS3KeysResult = Success<204, undefined> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const updateUserS3KeysOperation: Operation = {
  id: "updateUserS3Keys",
  method: "POST",
  path: "/users/{sid}/update-s3-keys",
  body: soleJsonBody,
  responses: { 204: null, default: "application/json" },
  security: usualSecurity,
};

/**
 * Set the S3 keys of a user
 *
 * Sets the S3 access key id and secret key of a user to given values. Keys in use until then stop working.
 * Not on clusters before 7.2.1.
 *
 * `POST /users/{sid}/update-s3-keys`
 *
 * Source: github.com/cohesity/go-sdk, v2/client/user (documented).
 *
 * @example
 * ```ts
 * await updateUserS3Keys(core, {
 *   sid: "S-1-100-21-11111111-22222222-1",
 *   body: { s3AccessKeyId: "example-s3-access-key-id", s3SecretKey: "example-s3-secret-key-000000000000000000000" },
 * });
 * ```
 */
export function updateUserS3Keys(
  core: Core,
  args: UpdateUserS3KeysArgs,
  options?: CallOptions,
): Call<undefined, UpdateUserS3KeysResult> {
  return call(core, updateUserS3KeysOperation, args, options);
}

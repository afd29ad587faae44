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
import type { CreatedUserAPIKey, CreateOrUpdateAPIKeyRequest, ErrorModel, UserAPIKey, UserAPIKeys } from "../types.ts";

/** Arguments of `getAllApiKeys`. */
export interface GetAllApiKeysArgs {
  /** Only the API keys of these ids. */
  ids?: string[] | undefined;
  /** SIDs of users; only keys that belong to one of them. */
  ownerSids?: string[] | undefined;
  /** If true, only API keys that are switched on. Left out, all keys. */
  isActive?: boolean | undefined;
  /** If true, only API keys that are past their end. Left out, all keys. */
  isExpired?: boolean | undefined;
}

/** What `getAllApiKeys` answers. */
export type GetAllApiKeysResult = Success<200, UserAPIKeys> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getAllApiKeysOperation: Operation = {
  id: "getAllApiKeys",
  method: "GET",
  path: "/api-keys",
  query: { ids: comma, ownerSids: comma, isActive: form, isExpired: form },
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "expiryTimeMsecs", "lastRotatedTimeMsecs"]),
};

/**
 * List all API keys
 *
 * The API keys that the caller has made or owns, without the keys proper.
 *
 * `GET /api-keys`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getAllApiKeys(core);
 * ```
 */
export function getAllApiKeys(
  core: Core,
  args?: GetAllApiKeysArgs,
  options?: CallOptions,
): Call<UserAPIKeys, GetAllApiKeysResult> {
  return call(core, getAllApiKeysOperation, args, options);
}

/** Arguments of `getUserApiKeys`. */
export interface GetUserApiKeysArgs {
  /** SID of the user to whom the API key belongs. */
  userSid: string;
  /** Only the API keys of these ids. */
  ids?: string[] | undefined;
  /** If true, only API keys that are switched on. Left out, all keys. */
  isActive?: boolean | undefined;
  /** If true, only API keys that are past their end. Left out, all keys. */
  isExpired?: boolean | undefined;
}

/** What `getUserApiKeys` answers. */
export type GetUserApiKeysResult = Success<200, UserAPIKeys> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getUserApiKeysOperation: Operation = {
  id: "getUserApiKeys",
  method: "GET",
  path: "/users/{userSid}/api-keys",
  query: { ids: comma, isActive: form, isExpired: form },
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "expiryTimeMsecs", "lastRotatedTimeMsecs"]),
};

/**
 * List the API keys of a user
 *
 * The API keys that belong to a user, without the keys proper: those are shown when they are made and never again.
 *
 * `GET /users/{userSid}/api-keys`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getUserApiKeys(core, { userSid: "S-1-100-21-11111111-22222222-1" });
 * ```
 */
export function getUserApiKeys(
  core: Core,
  args: GetUserApiKeysArgs,
  options?: CallOptions,
): Call<UserAPIKeys, GetUserApiKeysResult> {
  return call(core, getUserApiKeysOperation, args, options);
}

/** Arguments of `createUserApiKey`. */
export interface CreateUserApiKeyArgs {
  /** SID of the user to whom the API key belongs. */
  userSid: string;
  /** Name and life of the key. */
  body: CreateOrUpdateAPIKeyRequest;
}

/** What `createUserApiKey` answers. */
export type CreateUserApiKeyResult = Success<201, CreatedUserAPIKey> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const createUserApiKeyOperation: Operation = {
  id: "createUserApiKey",
  method: "POST",
  path: "/users/{userSid}/api-keys",
  body: soleJsonBody,
  responses: { 201: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "expiryTimeMsecs", "lastRotatedTimeMsecs"]),
};

/**
 * Make an API key
 *
 * Makes an API key for a user. The answer is the only one that ever shows the key itself.
 *
 * `POST /users/{userSid}/api-keys`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await createUserApiKey(core, {
 *   userSid: "S-1-100-21-11111111-22222222-1",
 *   body: { expiryTimeMsecs: 1798761600000, isActive: true, name: "nightly-report" },
 * });
 * ```
 */
export function createUserApiKey(
  core: Core,
  args: CreateUserApiKeyArgs,
  options?: CallOptions,
): Call<CreatedUserAPIKey, CreateUserApiKeyResult> {
  return call(core, createUserApiKeyOperation, args, options);
}

/** Arguments of `deleteUserApiKeyById`. */
export interface DeleteUserApiKeyByIdArgs {
  /** SID of the user to whom the API key belongs. */
  userSid: string;
  /** Id of the API key (not the key itself). */
  id: string;
}

/** What `deleteUserApiKeyById` answers. */
export type DeleteUserApiKeyByIdResult = Success<204, undefined> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const deleteUserApiKeyByIdOperation: Operation = {
  id: "deleteUserApiKeyById",
  method: "DELETE",
  path: "/users/{userSid}/api-keys/{id}",
  responses: { 204: null, default: "application/json" },
  security: usualSecurity,
};

/**
 * Delete an API key
 *
 * Deletes an API key of a user for good.
 *
 * `DELETE /users/{userSid}/api-keys/{id}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * await deleteUserApiKeyById(core, { userSid: "S-1-100-21-11111111-22222222-1", id: "example-api-key-id-1" });
 * ```
 */
export function deleteUserApiKeyById(
  core: Core,
  args: DeleteUserApiKeyByIdArgs,
  options?: CallOptions,
): Call<undefined, DeleteUserApiKeyByIdResult> {
  return call(core, deleteUserApiKeyByIdOperation, args, options);
}

/** Arguments of `getUserApiKeyById`. */
export interface GetUserApiKeyByIdArgs {
  /** SID of the user to whom the API key belongs. */
  userSid: string;
  /** Id of the API key (not the key itself). */
  id: string;
}

/** What `getUserApiKeyById` answers. */
export type GetUserApiKeyByIdResult = Success<200, UserAPIKey> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const getUserApiKeyByIdOperation: Operation = {
  id: "getUserApiKeyById",
  method: "GET",
  path: "/users/{userSid}/api-keys/{id}",
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "expiryTimeMsecs", "lastRotatedTimeMsecs"]),
};

/**
 * Get one API key
 *
 * One API key of a user, without the key proper.
 *
 * `GET /users/{userSid}/api-keys/{id}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await getUserApiKeyById(core, {
 *   userSid: "S-1-100-21-11111111-22222222-1",
 *   id: "example-api-key-id-1",
 * });
 * ```
 */
export function getUserApiKeyById(
  core: Core,
  args: GetUserApiKeyByIdArgs,
  options?: CallOptions,
): Call<UserAPIKey, GetUserApiKeyByIdResult> {
  return call(core, getUserApiKeyByIdOperation, args, options);
}

/** Arguments of `updateUserApiKeyById`. */
export interface UpdateUserApiKeyByIdArgs {
  /** SID of the user to whom the API key belongs. */
  userSid: string;
  /** Id of the API key (not the key itself). */
  id: string;
  /** Name and life of the key as they shall be. */
  body: CreateOrUpdateAPIKeyRequest;
}

/** What `updateUserApiKeyById` answers. */
export type UpdateUserApiKeyByIdResult = Success<200, UserAPIKey> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const updateUserApiKeyByIdOperation: Operation = {
  id: "updateUserApiKeyById",
  method: "PUT",
  path: "/users/{userSid}/api-keys/{id}",
  body: soleJsonBody,
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "expiryTimeMsecs", "lastRotatedTimeMsecs"]),
};

/**
 * Change an API key
 *
 * Renames an API key, switches it on or off, or moves its end. The key proper stays the same.
 *
 * `PUT /users/{userSid}/api-keys/{id}`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await updateUserApiKeyById(core, {
 *   userSid: "S-1-100-21-11111111-22222222-1",
 *   id: "example-api-key-id-1",
 *   body: { isActive: false, name: "nightly-report" },
 * });
 * ```
 */
export function updateUserApiKeyById(
  core: Core,
  args: UpdateUserApiKeyByIdArgs,
  options?: CallOptions,
): Call<UserAPIKey, UpdateUserApiKeyByIdResult> {
  return call(core, updateUserApiKeyByIdOperation, args, options);
}

/** Arguments of `rotateUserApiKey`. */
export interface RotateUserApiKeyArgs {
  /** SID of the user to whom the API key belongs. */
  userSid: string;
  /** Id of the API key (not the key itself). */
  id: string;
}

/** What `rotateUserApiKey` answers. */
export type RotateUserApiKeyResult = Success<200, CreatedUserAPIKey> | Failure<ErrorStatus, ErrorModel> | Undeclared;

const rotateUserApiKeyOperation: Operation = {
  id: "rotateUserApiKey",
  method: "POST",
  path: "/users/{userSid}/api-keys/{id}/rotate",
  responses: { 200: "application/json", default: "application/json" },
  security: usualSecurity,
  numbers: /* @__PURE__ */ int64(["createdTimeMsecs", "expiryTimeMsecs", "lastRotatedTimeMsecs"]),
};

/**
 * Exchange an API key for a new one
 *
 * Gives an existing API key a new value. The answer is the only one that ever shows it.
 *
 * `POST /users/{userSid}/api-keys/{id}/rotate`
 *
 * Source: github.com/cohesity/cohesity_sdk, docs/UserApi.md (documented).
 *
 * @example
 * ```ts
 * const data = await rotateUserApiKey(core, {
 *   userSid: "S-1-100-21-11111111-22222222-1",
 *   id: "example-api-key-id-1",
 * });
 * ```
 */
export function rotateUserApiKey(
  core: Core,
  args: RotateUserApiKeyArgs,
  options?: CallOptions,
): Call<CreatedUserAPIKey, RotateUserApiKeyResult> {
  return call(core, rotateUserApiKeyOperation, args, options);
}

// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/api-keys.ts";
import type { CreatedUserAPIKey, UserAPIKey, UserAPIKeys } from "../types.ts";

/** Long-lived keys that stand for a user, made to be used by programs. */
export class ApiKeysOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {};
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

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
   * const data = await cohesity.apiKeys.getAllApiKeys();
   * ```
   */
  getAllApiKeys(
    args?: operations.GetAllApiKeysArgs,
    options?: CallOptions,
  ): Call<UserAPIKeys, operations.GetAllApiKeysResult> {
    return operations.getAllApiKeys(this.#core, args, options);
  }

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
   * const data = await cohesity.apiKeys.getUserApiKeys({ userSid: "S-1-100-21-11111111-22222222-1" });
   * ```
   */
  getUserApiKeys(
    args: operations.GetUserApiKeysArgs,
    options?: CallOptions,
  ): Call<UserAPIKeys, operations.GetUserApiKeysResult> {
    return operations.getUserApiKeys(this.#core, args, options);
  }

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
   * const data = await cohesity.apiKeys.createUserApiKey({
   *   userSid: "S-1-100-21-11111111-22222222-1",
   *   body: { expiryTimeMsecs: 1798761600000, isActive: true, name: "nightly-report" },
   * });
   * ```
   */
  createUserApiKey(
    args: operations.CreateUserApiKeyArgs,
    options?: CallOptions,
  ): Call<CreatedUserAPIKey, operations.CreateUserApiKeyResult> {
    return operations.createUserApiKey(this.#core, args, options);
  }

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
   * await cohesity.apiKeys.deleteUserApiKeyById({
   *   userSid: "S-1-100-21-11111111-22222222-1",
   *   id: "example-api-key-id-1",
   * });
   * ```
   */
  deleteUserApiKeyById(
    args: operations.DeleteUserApiKeyByIdArgs,
    options?: CallOptions,
  ): Call<undefined, operations.DeleteUserApiKeyByIdResult> {
    return operations.deleteUserApiKeyById(this.#core, args, options);
  }

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
   * const data = await cohesity.apiKeys.getUserApiKeyById({
   *   userSid: "S-1-100-21-11111111-22222222-1",
   *   id: "example-api-key-id-1",
   * });
   * ```
   */
  getUserApiKeyById(
    args: operations.GetUserApiKeyByIdArgs,
    options?: CallOptions,
  ): Call<UserAPIKey, operations.GetUserApiKeyByIdResult> {
    return operations.getUserApiKeyById(this.#core, args, options);
  }

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
   * const data = await cohesity.apiKeys.updateUserApiKeyById({
   *   userSid: "S-1-100-21-11111111-22222222-1",
   *   id: "example-api-key-id-1",
   *   body: { isActive: false, name: "nightly-report" },
   * });
   * ```
   */
  updateUserApiKeyById(
    args: operations.UpdateUserApiKeyByIdArgs,
    options?: CallOptions,
  ): Call<UserAPIKey, operations.UpdateUserApiKeyByIdResult> {
    return operations.updateUserApiKeyById(this.#core, args, options);
  }

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
   * const data = await cohesity.apiKeys.rotateUserApiKey({
   *   userSid: "S-1-100-21-11111111-22222222-1",
   *   id: "example-api-key-id-1",
   * });
   * ```
   */
  rotateUserApiKey(
    args: operations.RotateUserApiKeyArgs,
    options?: CallOptions,
  ): Call<CreatedUserAPIKey, operations.RotateUserApiKeyResult> {
    return operations.rotateUserApiKey(this.#core, args, options);
  }
}

// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/users.ts";
import type { SecretKeyEntity, UserParams, UsersList } from "../types.ts";

/** Users of the cluster itself, users of a directory that the cluster has been told of, and their S3 keys. */
export class UsersOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {};
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

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
   * const data = await cohesity.users.getUsers();
   * ```
   */
  getUsers(args?: operations.GetUsersArgs, options?: CallOptions): Call<UsersList, operations.GetUsersResult> {
    return operations.getUsers(this.#core, args, options);
  }

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
   * const data = await cohesity.users.createUsers({
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
  createUsers(args: operations.CreateUsersArgs, options?: CallOptions): Call<UsersList, operations.CreateUsersResult> {
    return operations.createUsers(this.#core, args, options);
  }

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
   * await cohesity.users.deleteUsers({
   *   body: { sids: ["S-1-100-21-11111111-22222222-1", "S-1-5-21-33333333-44444444-55555555-1104"] },
   * });
   * ```
   */
  deleteUsers(args: operations.DeleteUsersArgs, options?: CallOptions): Call<undefined, operations.DeleteUsersResult> {
    return operations.deleteUsers(this.#core, args, options);
  }

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
   * await cohesity.users.deleteUser({ sid: "S-1-100-21-11111111-22222222-1" });
   * ```
   */
  deleteUser(args: operations.DeleteUserArgs, options?: CallOptions): Call<undefined, operations.DeleteUserResult> {
    return operations.deleteUser(this.#core, args, options);
  }

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
   * const data = await cohesity.users.getUserBySid({ sid: "S-1-100-21-11111111-22222222-1" });
   * ```
   */
  getUserBySid(
    args: operations.GetUserBySidArgs,
    options?: CallOptions,
  ): Call<UserParams, operations.GetUserBySidResult> {
    return operations.getUserBySid(this.#core, args, options);
  }

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
   * const data = await cohesity.users.updateUser({
   *   sid: "S-1-100-21-11111111-22222222-1",
   *   body: { expiryTimeMsecs: 1798761600000, locked: false, roles: ["COHESITY_VIEWER"] },
   * });
   * ```
   */
  updateUser(args: operations.UpdateUserArgs, options?: CallOptions): Call<UserParams, operations.UpdateUserResult> {
    return operations.updateUser(this.#core, args, options);
  }

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
   * const data = await cohesity.users.regenerateS3Key({ sid: "S-1-100-21-11111111-22222222-1" });
   * ```
   */
  regenerateS3Key(
    args: operations.RegenerateS3KeyArgs,
    options?: CallOptions,
  ): Call<SecretKeyEntity, operations.RegenerateS3KeyResult> {
    return operations.regenerateS3Key(this.#core, args, options);
  }

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
   * await cohesity.users.updateUserS3Keys({
   *   sid: "S-1-100-21-11111111-22222222-1",
   *   body: { s3AccessKeyId: "example-s3-access-key-id", s3SecretKey: "example-s3-secret-key-000000000000000000000" },
   * });
   * ```
   */
  updateUserS3Keys(
    args: operations.UpdateUserS3KeysArgs,
    options?: CallOptions,
  ): Call<undefined, operations.UpdateUserS3KeysResult> {
    return operations.updateUserS3Keys(this.#core, args, options);
  }
}

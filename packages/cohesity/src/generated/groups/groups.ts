// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/groups.ts";
import type { GroupParams, Groups } from "../types.ts";

/** Groups of the cluster itself, and groups of a directory that the cluster has been told of. */
export class GroupsOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {};
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

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
   * const data = await cohesity.groups.getGroups();
   * ```
   */
  getGroups(args?: operations.GetGroupsArgs, options?: CallOptions): Call<Groups, operations.GetGroupsResult> {
    return operations.getGroups(this.#core, args, options);
  }

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
   * const data = await cohesity.groups.createGroup({
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
  createGroup(args: operations.CreateGroupArgs, options?: CallOptions): Call<Groups, operations.CreateGroupResult> {
    return operations.createGroup(this.#core, args, options);
  }

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
   * await cohesity.groups.deleteGroups({
   *   body: { sids: ["S-1-100-21-11111111-22222222-100", "S-1-5-21-33333333-44444444-55555555-1200"] },
   * });
   * ```
   */
  deleteGroups(
    args: operations.DeleteGroupsArgs,
    options?: CallOptions,
  ): Call<undefined, operations.DeleteGroupsResult> {
    return operations.deleteGroups(this.#core, args, options);
  }

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
   * await cohesity.groups.deleteGroup({ sid: "S-1-100-21-11111111-22222222-100" });
   * ```
   */
  deleteGroup(args: operations.DeleteGroupArgs, options?: CallOptions): Call<undefined, operations.DeleteGroupResult> {
    return operations.deleteGroup(this.#core, args, options);
  }

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
   * const data = await cohesity.groups.getGroupBySid({ sid: "S-1-100-21-11111111-22222222-100" });
   * ```
   */
  getGroupBySid(
    args: operations.GetGroupBySidArgs,
    options?: CallOptions,
  ): Call<GroupParams, operations.GetGroupBySidResult> {
    return operations.getGroupBySid(this.#core, args, options);
  }

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
   * const data = await cohesity.groups.updateGroup({
   *   sid: "S-1-100-21-11111111-22222222-100",
   *   body: {
   *     description: "Whoever looks after jobs",
   *     localGroupParams: { userSids: ["S-1-100-21-11111111-22222222-1", "S-1-100-21-11111111-22222222-2"] },
   *     roles: ["COHESITY_VIEWER"],
   *   },
   * });
   * ```
   */
  updateGroup(
    args: operations.UpdateGroupArgs,
    options?: CallOptions,
  ): Call<GroupParams, operations.UpdateGroupResult> {
    return operations.updateGroup(this.#core, args, options);
  }
}

// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds } from "@vendor-sdks/runtime";
import * as operations from "../operations/sessions.ts";
import type { SessionSummary } from "../types.ts";

/** Sessions of users, and the end of any session. */
export class SessionsOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "POST /session": [{ BasicAuth: [] }, { Bearer: [] }],
    "DELETE /session/{id}": [{ BasicAuth: [] }, { Bearer: [] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * Open a session for a user
   *
   * Opens a session for the user that the request authorizes and answers its token. Half an hour without a call ends
   * the session.
   *
   * In practice this needs name and password (`BasicAuth`): the cluster does not let an API token open further
   * sessions. The request has no body.
   *
   * `POST /session`
   *
   * Source: SessionApi page of the published client rubrik_rest_api; a cluster's API explorer, page of POST /session
   * (July 2023) (documented).
   *
   * @example
   * ```ts
   * const data = await rubrik.sessions.createSession();
   * ```
   */
  createSession(
    args?: operations.CreateSessionArgs,
    options?: CallOptions,
  ): Call<SessionSummary, operations.CreateSessionResult> {
    return operations.createSession(this.#core, args, options);
  }

  /**
   * Close a session
   *
   * Closes a session of a user or of a service account; its token is void from then on.
   *
   * A token made in the web interface counts as a session too: `me`, sent with such a token, deletes the token for
   * good.
   *
   * `DELETE /session/{id}`
   *
   * Source: SessionApi page of the published client rubrik_rest_api; rubrikinc/rubrik-developer-center,
   * docs/Rubrik-Cluster-API/authentication.md (documented).
   *
   * @example
   * ```ts
   * await rubrik.sessions.deleteSession({ id: "22222222-3333-4444-8555-666666666666" });
   * ```
   */
  deleteSession(
    args: operations.DeleteSessionArgs,
    options?: CallOptions,
  ): Call<undefined, operations.DeleteSessionResult> {
    return operations.deleteSession(this.#core, args, options);
  }
}

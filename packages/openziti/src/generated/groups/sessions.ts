// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { Call, CallOptions, Core, HttpNeeds, PagedCall } from "@vendor-sdks/runtime";
import * as operations from "../operations/sessions.ts";
import type {
  DetailSessionEnvelope,
  Empty,
  ListSessionsEnvelope,
  SessionCreateEnvelope,
  SessionDetail,
} from "../types.ts";

/** Access to one service each, within an API session. */
export class SessionsOperations {
  /** What needs something else than is usual, by method and path: for `http`. */
  static readonly security: HttpNeeds["other"] = {
    "GET /sessions": [{ ztSession: [] }, { oauth2: ["openid"] }],
    "POST /sessions": [{ ztSession: [] }, { oauth2: ["openid"] }],
    "DELETE /sessions/{id}": [{ ztSession: [] }, { oauth2: ["openid"] }],
    "GET /sessions/{id}": [{ ztSession: [] }, { oauth2: ["openid"] }],
  };
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  /**
   * List sessions
   *
   * Lists the sessions of the identity, page by page; an administrator sees those of everyone. Sessions end with their
   * API session, when it is signed out or idle for too long. An SDK that is connected to an edge router keeps its
   * session and its API session alive.
   *
   * A session here may also carry `servicePolicies` and a link `route-path`.
   *
   * After signing in by OpenID (and so always where controllers form a cluster) sessions are not stored, and the list
   * is empty.
   *
   * `GET /sessions`
   *
   * Source: openziti/edge-api, client.yml; openziti-test-kitchen/openziti-edge-client-python, docs/SessionApi.md
   * (documented).
   *
   * @example
   * ```ts
   * for await (const item of openziti.sessions.listSessions()) console.log(item);
   * ```
   */
  listSessions(
    args?: operations.ListSessionsArgs,
    options?: CallOptions,
  ): PagedCall<SessionDetail, ListSessionsEnvelope, operations.ListSessionsResult> {
    return operations.listSessions(this.#core, args, options);
  }

  /**
   * Create a session
   *
   * Gives access to one service, to dial it (the default) or to host it. `token` of the answer is a JWT to show to an
   * edge router.
   *
   * Called again with the same `zt-session`, the same service and the same type, the controller answers the session
   * that exists. With a bearer token every call makes a new one, which is not stored: list, detail and delete do not
   * know it.
   *
   * **The answer is sparse.** Only id, apiSessionId, edgeRouters, identityId, serviceId, token and type are filled;
   * `edgeRouters` can be null, too. Ask `detailSession` for the rest.
   *
   * `POST /sessions`
   *
   * Source: openziti/edge-api, client.yml; openziti-test-kitchen/openziti-edge-client-python, docs/SessionApi.md
   * (documented).
   *
   * @example
   * ```ts
   * const data = await openziti.sessions.createSession({ body: { serviceId: "service-0001", type: "Dial" } });
   * ```
   */
  createSession(
    args: operations.CreateSessionArgs,
    options?: CallOptions,
  ): Call<SessionCreateEnvelope, operations.CreateSessionResult> {
    return operations.createSession(this.#core, args, options);
  }

  /**
   * End a session
   *
   * Ends one session of the calling identity. A session of somebody else, an unknown one, and one made with a bearer
   * token are not found; the vendor declares no 404 for it.
   *
   * `DELETE /sessions/{id}`
   *
   * Source: openziti/edge-api, client.yml; openziti-test-kitchen/openziti-edge-client-python, docs/SessionApi.md
   * (documented).
   *
   * @example
   * ```ts
   * const data = await openziti.sessions.deleteSession({ id: "example-id-0001" });
   * ```
   */
  deleteSession(
    args: operations.DeleteSessionArgs,
    options?: CallOptions,
  ): Call<Empty, operations.DeleteSessionResult> {
    return operations.deleteSession(this.#core, args, options);
  }

  /**
   * Show a session
   *
   * Shows one session of the calling identity. The sessions of others are not found, nor those that were made with a
   * bearer token.
   *
   * `GET /sessions/{id}`
   *
   * Source: openziti/edge-api, client.yml; openziti-test-kitchen/openziti-edge-client-python, docs/SessionApi.md
   * (documented).
   *
   * @example
   * ```ts
   * const data = await openziti.sessions.detailSession({ id: "example-id-0001" });
   * ```
   */
  detailSession(
    args: operations.DetailSessionArgs,
    options?: CallOptions,
  ): Call<DetailSessionEnvelope, operations.DetailSessionResult> {
    return operations.detailSession(this.#core, args, options);
  }
}

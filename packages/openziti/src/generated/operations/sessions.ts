// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  byOffset,
  type Call,
  call,
  type CallOptions,
  callPaged,
  type Core,
  type Failure,
  form,
  int64,
  type Operation,
  type PagedCall,
  type PagedOperation,
  soleJsonBody,
  type Success,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type {
  ApiErrorEnvelope,
  DetailSessionEnvelope,
  Empty,
  ListSessionsEnvelope,
  SessionCreate,
  SessionCreateEnvelope,
  SessionDetail,
} from "../types.ts";

/** Arguments of `listSessions`. */
export interface ListSessionsArgs {
  /**
   * How many rows to answer at most: 10 unless said, 500 at the utmost (a controller cuts larger values silently); -1
   * lifts the cap. A `limit` in the filter wins.
   */
  limit?: number | undefined;
  /** How many rows to leave out at the start. A `skip` in the filter wins. */
  offset?: number | undefined;
  /**
   * A condition, and how to sort: `[condition] [sort by field [asc|desc], …] [skip n] [limit n|none]`.
   *
   * Conditions use `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] in [..]`, `[not] between x and y`, `[not] contains`, `[not]
   * icontains`, `and`, `or`, `not` and parentheses; on sets `anyOf(f)`, `allOf(f)`, `count(f)`, `isEmpty(f)` and `from
   * f where …`. Values are texts in double quotes (`\"` and `\\` escape), numbers, `true`, `false`, `null` and
   * `datetime(2026-04-30T09:00:00Z)`. Fields may reach through with a dot (`service.name`); `meta.filterableFields` of
   * an answer names them.
   */
  filter?: string | undefined;
}

/** What `listSessions` answers. */
export type ListSessionsResult =
  | Success<200, ListSessionsEnvelope>
  | Failure<400 | 401 | 429 | 503, ApiErrorEnvelope>
  | Undeclared;

const listSessionsOperation: PagedOperation = {
  id: "listSessions",
  method: "GET",
  path: "/sessions",
  query: { limit: form, offset: form, filter: form },
  responses: {
    200: "application/json",
    400: "application/json",
    401: "application/json",
    429: "application/json",
    503: "application/json",
  },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
  pagination: {
    style: byOffset,
    position: "offset",
    size: ["limit", 500],
    items: "/data",
    total: "/meta/pagination/totalCount",
    begins: "/meta/pagination/offset",
  },
};

/**
 * List sessions
 *
 * Lists the sessions of the identity, page by page; an administrator sees those of everyone. Sessions end with their
 * API session, when it is signed out or idle for too long. An SDK that is connected to an edge router keeps its session
 * and its API session alive.
 *
 * A session here may also carry `servicePolicies` and a link `route-path`.
 *
 * After signing in by OpenID (and so always where controllers form a cluster) sessions are not stored, and the list is
 * empty.
 *
 * `GET /sessions`
 *
 * Source: openziti/edge-api, client.yml; openziti-test-kitchen/openziti-edge-client-python, docs/SessionApi.md
 * (documented).
 *
 * @example
 * ```ts
 * for await (const item of listSessions(core)) console.log(item);
 * ```
 */
export function listSessions(
  core: Core,
  args?: ListSessionsArgs,
  options?: CallOptions,
): PagedCall<SessionDetail, ListSessionsEnvelope, ListSessionsResult> {
  return callPaged(core, listSessionsOperation, args, options);
}

/** Arguments of `createSession`. */
export interface CreateSessionArgs {
  /** Which service, and what for. */
  body: SessionCreate;
}

/** What `createSession` answers. */
export type CreateSessionResult =
  | Success<201, SessionCreateEnvelope>
  | Failure<400 | 401 | 404 | 409 | 429 | 503, ApiErrorEnvelope>
  | Undeclared;

const createSessionOperation: Operation = {
  id: "createSession",
  method: "POST",
  path: "/sessions",
  body: soleJsonBody,
  responses: {
    201: "application/json",
    400: "application/json",
    401: "application/json",
    404: "application/json",
    409: "application/json",
    429: "application/json",
    503: "application/json",
  },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

/**
 * Create a session
 *
 * Gives access to one service, to dial it (the default) or to host it. `token` of the answer is a JWT to show to an
 * edge router.
 *
 * Called again with the same `zt-session`, the same service and the same type, the controller answers the session that
 * exists. With a bearer token every call makes a new one, which is not stored: list, detail and delete do not know it.
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
 * const data = await createSession(core, { body: { serviceId: "service-0001", type: "Dial" } });
 * ```
 */
export function createSession(
  core: Core,
  args: CreateSessionArgs,
  options?: CallOptions,
): Call<SessionCreateEnvelope, CreateSessionResult> {
  return call(core, createSessionOperation, args, options);
}

/** Arguments of `deleteSession`. */
export interface DeleteSessionArgs {
  /** Id of the thing. */
  id: string;
}

/** What `deleteSession` answers. */
export type DeleteSessionResult =
  | Success<200, Empty>
  | Failure<400 | 401 | 404 | 409 | 429 | 503, ApiErrorEnvelope>
  | Undeclared;

const deleteSessionOperation: Operation = {
  id: "deleteSession",
  method: "DELETE",
  path: "/sessions/{id}",
  responses: {
    200: "application/json",
    400: "application/json",
    401: "application/json",
    404: "application/json",
    409: "application/json",
    429: "application/json",
    503: "application/json",
  },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

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
 * const data = await deleteSession(core, { id: "example-id-0001" });
 * ```
 */
export function deleteSession(
  core: Core,
  args: DeleteSessionArgs,
  options?: CallOptions,
): Call<Empty, DeleteSessionResult> {
  return call(core, deleteSessionOperation, args, options);
}

/** Arguments of `detailSession`. */
export interface DetailSessionArgs {
  /** Id of the thing. */
  id: string;
}

/** What `detailSession` answers. */
export type DetailSessionResult =
  | Success<200, DetailSessionEnvelope>
  | Failure<401 | 404, ApiErrorEnvelope>
  | Undeclared;

const detailSessionOperation: Operation = {
  id: "detailSession",
  method: "GET",
  path: "/sessions/{id}",
  responses: { 200: "application/json", 401: "application/json", 404: "application/json" },
  security: [{ ztSession: [] }, { oauth2: ["openid"] }],
  numbers: /* @__PURE__ */ int64(["limit", "offset", "totalCount"]),
};

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
 * const data = await detailSession(core, { id: "example-id-0001" });
 * ```
 */
export function detailSession(
  core: Core,
  args: DetailSessionArgs,
  options?: CallOptions,
): Call<DetailSessionEnvelope, DetailSessionResult> {
  return call(core, detailSessionOperation, args, options);
}

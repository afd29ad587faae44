// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  type Call,
  call,
  type CallOptions,
  type Core,
  type Failure,
  form,
  type Operation,
  type Success,
  textAnswers,
  type Undeclared,
} from "@vendor-sdks/runtime";
import type { ErrorModel, SessionSummary } from "../types.ts";

/** Arguments of `createSession`. */
export interface CreateSessionArgs {
  /**
   * Id of the organization that the session is tied to, `Organization:::<uuid>`. Without it the cluster chooses by the
   * user's preferences and rights.
   */
  organization_id?: string | undefined;
  /** Name of the directory that the user is looked up in. Without it the cluster's own list of users is taken. */
  realm?: string | undefined;
}

/** What `createSession` answers. */
export type CreateSessionResult =
  | Success<200, SessionSummary>
  | Failure<401, ErrorModel | string>
  | Failure<403 | 422, ErrorModel>
  | Undeclared;

export const createSessionOperation: Operation = {
  id: "createSession",
  method: "POST",
  path: "/session",
  query: { organization_id: form, realm: form },
  responses: {
    200: "application/json",
    401: ["application/json", "text/plain"],
    403: "application/json",
    422: "application/json",
  },
  reader: textAnswers,
  accept: "application/json, text/plain",
  security: [{ BasicAuth: [] }, { Bearer: [] }],
};

/**
 * Open a session for a user
 *
 * Opens a session for the user that the request authorizes and answers its token. Half an hour without a call ends the
 * session.
 *
 * In practice this needs name and password (`BasicAuth`): the cluster does not let an API token open further sessions.
 * The request has no body.
 *
 * `POST /session`
 *
 * Source: SessionApi page of the published client rubrik_rest_api; a cluster's API explorer, page of POST /session
 * (July 2023) (documented).
 *
 * @example
 * ```ts
 * const data = await createSession(core);
 * ```
 */
export function createSession(
  core: Core,
  args?: CreateSessionArgs,
  options?: CallOptions,
): Call<SessionSummary, CreateSessionResult> {
  return call(core, createSessionOperation, args, options);
}

/** Arguments of `deleteSession`. */
export interface DeleteSessionArgs {
  /** Id of the session, or `me` for the session of the token that the request is sent with. */
  id: string;
}

/** What `deleteSession` answers. */
export type DeleteSessionResult =
  | Success<204, undefined>
  | Failure<401, ErrorModel | string>
  | Failure<403 | 422, ErrorModel>
  | Undeclared;

export const deleteSessionOperation: Operation = {
  id: "deleteSession",
  method: "DELETE",
  path: "/session/{id}",
  responses: { 204: null, 401: ["application/json", "text/plain"], 403: "application/json", 422: "application/json" },
  reader: textAnswers,
  accept: "application/json, text/plain",
  security: [{ BasicAuth: [] }, { Bearer: [] }],
};

/**
 * Close a session
 *
 * Closes a session of a user or of a service account; its token is void from then on.
 *
 * A token made in the web interface counts as a session too: `me`, sent with such a token, deletes the token for good.
 *
 * `DELETE /session/{id}`
 *
 * Source: SessionApi page of the published client rubrik_rest_api; rubrikinc/rubrik-developer-center,
 * docs/Rubrik-Cluster-API/authentication.md (documented).
 *
 * @example
 * ```ts
 * await deleteSession(core, { id: "22222222-3333-4444-8555-666666666666" });
 * ```
 */
export function deleteSession(
  core: Core,
  args: DeleteSessionArgs,
  options?: CallOptions,
): Call<undefined, DeleteSessionResult> {
  return call(core, deleteSessionOperation, args, options);
}

// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { ErrorModel, ServiceAccountSession, ServiceAccountSessionRequest, SessionSummary } from "./types.ts";

export interface paths {
  "/service_account/session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a session for a service account */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": ServiceAccountSessionRequest;
        };
      };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ServiceAccountSession;
          };
        };
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ServiceAccountSession;
          };
        };
        401: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
            "text/plain": string;
          };
        };
        403: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
        422: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open a session for a user */
    post: {
      parameters: {
        query?: {
          /**
           * Id of the organization that the session is tied to, `Organization:::<uuid>`. Without it the cluster chooses
           * by the user's preferences and rights.
           */
          organization_id?: string | undefined;
          /**
           * Name of the directory that the user is looked up in. Without it the cluster's own list of users is taken.
           */
          realm?: string | undefined;
        } | undefined;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": SessionSummary;
          };
        };
        401: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
            "text/plain": string;
          };
        };
        403: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
        422: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/session/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Close a session */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** Id of the session, or `me` for the session of the token that the request is sent with. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        401: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
            "text/plain": string;
          };
        };
        403: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
        422: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

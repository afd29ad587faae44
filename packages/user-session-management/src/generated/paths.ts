// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type { ErrorEnvelope, UserSession, UserSessionsConfig } from "./types.ts";

export interface paths {
  "/clusterConfig/userSessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Read the policy for sessions */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UserSessionsConfig;
          };
        };
        401: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        403: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        429: {
          headers: {
            "X-RateLimit-Limit"?: number | undefined;
            "X-RateLimit-Remaining"?: number | undefined;
            "X-RateLimit-Reset"?: number | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        556: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
      };
    };
    /** Replace the policy for sessions */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": UserSessionsConfig;
        };
      };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        400: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        401: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        403: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        429: {
          headers: {
            "X-RateLimit-Limit"?: number | undefined;
            "X-RateLimit-Remaining"?: number | undefined;
            "X-RateLimit-Reset"?: number | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        510: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        556: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
      };
    };
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/userSessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List open sessions */
    get: {
      parameters: {
        query?: {
          /** Id of the user whose sessions are listed. Without it the sessions of all users are. */
          userId?: string | undefined;
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
            "application/json": UserSession[];
          };
        };
        401: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        403: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        429: {
          headers: {
            "X-RateLimit-Limit"?: number | undefined;
            "X-RateLimit-Remaining"?: number | undefined;
            "X-RateLimit-Reset"?: number | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        500: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        556: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    post?: never;
    /** End all sessions of a user */
    delete: {
      parameters: {
        query: {
          /**
           * Id of the user whose sessions end, all of them. The vendor's own description leaves it optional, yet the
           * cluster refuses a call without it (400).
           */
          userId: string;
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        400: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        401: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        403: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        404: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        429: {
          headers: {
            "X-RateLimit-Limit"?: number | undefined;
            "X-RateLimit-Remaining"?: number | undefined;
            "X-RateLimit-Reset"?: number | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ErrorEnvelope;
          };
        };
        500: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        510: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        556: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorEnvelope;
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

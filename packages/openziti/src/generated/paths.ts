// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type {
  ApiErrorEnvelope,
  Authenticate,
  CurrentApiSessionDetailEnvelope,
  CurrentIdentityDetailEnvelope,
  DetailServiceEnvelope,
  DetailSessionEnvelope,
  Empty,
  ListServicesEnvelope,
  ListSessionsEnvelope,
  ListVersionEnvelope,
  MfaCode,
  SessionCreate,
  SessionCreateEnvelope,
} from "./types.ts";

export interface paths {
  "/authenticate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Open an API session */
    post: {
      parameters: {
        query: {
          /** How the identity proves itself. */
          method: "password" | "cert" | "ext-jwt";
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: {
        content: {
          "application/json": Authenticate;
        };
      } | undefined;
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            "zt-session"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": CurrentApiSessionDetailEnvelope;
          };
        };
        400: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        429: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
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
  "/authenticate/mfa": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the second factor */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": MfaCode;
        };
      };
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": Empty;
          };
        };
        400: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": Empty;
          };
        };
        409: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        429: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
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
  "/current-api-session": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the API session in use */
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
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": CurrentApiSessionDetailEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    post?: never;
    /** Sign out */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": Empty;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/current-identity": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the identity that is signed in */
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
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": CurrentIdentityDetailEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/services": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the services within reach */
    get: {
      parameters: {
        query?: {
          /**
           * How many rows to answer at most: 10 unless said, 500 at the utmost (a controller cuts larger values
           * silently); -1 lifts the cap. A `limit` in the filter wins.
           */
          limit?: number | undefined;
          /** How many rows to leave out at the start. A `skip` in the filter wins. */
          offset?: number | undefined;
          /**
           * A condition, and how to sort: `[condition] [sort by field [asc|desc], …] [skip n] [limit n|none]`. 
           * Conditions use `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] in [..]`, `[not] between x and y`, `[not] contains`,
           * `[not] icontains`, `and`, `or`, `not` and parentheses; on sets `anyOf(f)`, `allOf(f)`, `count(f)`,
           * `isEmpty(f)` and `from f where …`. Values are texts in double quotes (`\"` and `\\` escape), numbers,
           * `true`, `false`, `null` and `datetime(2026-04-30T09:00:00Z)`. Fields may reach through with a dot
           * (`service.name`); `meta.filterableFields` of an answer names them.
           */
          filter?: string | undefined;
          /**
           * Ids or names of the types of configuration to deliver in `config`; `all` stands for every type. Without it
           * the types given at sign-in count, and without those `config` stays empty.
           */
          configTypes?: string[] | undefined;
          /** Role attributes (`#name`) or ids (`@id`) to filter by. The client API ignores it; filter with `filter`. */
          roleFilter?: string[] | undefined;
          /** Whether all or any of `roleFilter` must hold. The client API ignores it. */
          roleSemantic?: string | undefined;
        } | undefined;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ListServicesEnvelope;
          };
        };
        400: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        429: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        503: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/services/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a service */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** Id of the thing. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": DetailServiceEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        404: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        429: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        503: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List sessions */
    get: {
      parameters: {
        query?: {
          /**
           * How many rows to answer at most: 10 unless said, 500 at the utmost (a controller cuts larger values
           * silently); -1 lifts the cap. A `limit` in the filter wins.
           */
          limit?: number | undefined;
          /** How many rows to leave out at the start. A `skip` in the filter wins. */
          offset?: number | undefined;
          /**
           * A condition, and how to sort: `[condition] [sort by field [asc|desc], …] [skip n] [limit n|none]`. 
           * Conditions use `=`, `!=`, `<`, `<=`, `>`, `>=`, `[not] in [..]`, `[not] between x and y`, `[not] contains`,
           * `[not] icontains`, `and`, `or`, `not` and parentheses; on sets `anyOf(f)`, `allOf(f)`, `count(f)`,
           * `isEmpty(f)` and `from f where …`. Values are texts in double quotes (`\"` and `\\` escape), numbers,
           * `true`, `false`, `null` and `datetime(2026-04-30T09:00:00Z)`. Fields may reach through with a dot
           * (`service.name`); `meta.filterableFields` of an answer names them.
           */
          filter?: string | undefined;
        } | undefined;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ListSessionsEnvelope;
          };
        };
        400: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        429: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        503: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    /** Create a session */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": SessionCreate;
        };
      };
      responses: {
        201: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": SessionCreateEnvelope;
          };
        };
        400: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        404: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        409: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        429: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        503: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
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
  "/sessions/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show a session */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** Id of the thing. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": DetailSessionEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        404: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    post?: never;
    /** End a session */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** Id of the thing. */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            "expiration-seconds"?: number | undefined;
            "expires-at"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": Empty;
          };
        };
        400: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        401: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        404: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        409: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        429: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
        503: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/version": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Show the controller's version and addresses */
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
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ListVersionEnvelope;
          };
        };
        404: {
          headers: {
            "WWW-Authenticate"?: string | undefined;
            [name: string]: unknown;
          };
          content: {
            "application/json": ApiErrorEnvelope;
          };
        };
      };
    };
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

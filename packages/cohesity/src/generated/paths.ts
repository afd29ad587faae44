// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import type {
  AccessTokenResponse,
  ActiveSessionsCountParams,
  AssignedSources,
  CreateAccessTokenRequestParams,
  CreateGroupParamsInput,
  CreateOrUpdateAPIKeyRequest,
  CreateUserParameters,
  CreateUserSessionRequestParams,
  CreatedUserAPIKey,
  DeleteGroupsRequest,
  DeleteUsersRequest,
  ErrorModel,
  GroupParams,
  Groups,
  S3Keys,
  SecretKeyEntity,
  SecurityPrincipals,
  UpdateGroupParameters,
  UpdateUserParameters,
  UserAPIKey,
  UserAPIKeys,
  UserParams,
  UserSession,
  UsersList,
} from "./types.ts";

export interface paths {
  "/access-tokens": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Fetch an access token */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": CreateAccessTokenRequestParams;
        };
      };
      responses: {
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": AccessTokenResponse;
          };
        };
        default: {
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
  "/api-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List all API keys */
    get: {
      parameters: {
        query?: {
          /** Only the API keys of these ids. */
          ids?: string[] | undefined;
          /** SIDs of users; only keys that belong to one of them. */
          ownerSids?: string[] | undefined;
          /** If true, only API keys that are switched on. Left out, all keys. */
          isActive?: boolean | undefined;
          /** If true, only API keys that are past their end. Left out, all keys. */
          isExpired?: boolean | undefined;
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
            "application/json": UserAPIKeys;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
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
  "/groups": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List groups */
    get: {
      parameters: {
        query?: {
          /** Only groups of these names. */
          names?: string[] | undefined;
          /** Only entries with one of these roles. */
          roles?: string[] | undefined;
          /** Only entries of this domain; `LOCAL` is the cluster's own. */
          domain?: string | undefined;
          /** Only entries of these SIDs. */
          sids?: string[] | undefined;
          /** If true, a name given as filter may be a part of the name found; otherwise it must be the whole. */
          matchPartialNames?: boolean | undefined;
          /** Only entries of these tenants. */
          tenantIds?: string[] | undefined;
          /** If true, entries of all tenants below the caller's own organisation as well. */
          includeTenants?: boolean | undefined;
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
            "application/json": Groups;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    put?: never;
    /** Add groups */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": CreateGroupParamsInput[];
        };
      };
      responses: {
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": Groups;
          };
        };
        default: {
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
  "/groups/delete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete several groups */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": DeleteGroupsRequest;
        };
      };
      responses: {
        204: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        default: {
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
  "/groups/{sid}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one group */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the group. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": GroupParams;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    /** Change a group */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the group. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": UpdateGroupParameters;
        };
      };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": GroupParams;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    post?: never;
    /** Delete one group */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the group. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        default: {
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
  "/security-principals": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look up principals by SID */
    get: {
      parameters: {
        query: {
          /** SIDs of the principals to look up, at least one, none twice. */
          sids: string[];
        };
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": SecurityPrincipals;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
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
  "/security-principals/{sid}/sources": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the sources and views of a principal */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user or group. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": AssignedSources;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    /** Set the sources and views of a principal */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user or group. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": AssignedSources;
        };
      };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": AssignedSources;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
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
  "/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List users */
    get: {
      parameters: {
        query?: {
          /** Only entries of this domain; `LOCAL` is the cluster's own. */
          domain?: string | undefined;
          /** Only entries of these SIDs. */
          sids?: string[] | undefined;
          /** Only users of these names. */
          usernames?: string[] | undefined;
          /** If true, a name given as filter may be a part of the name found; otherwise it must be the whole. */
          matchPartialNames?: boolean | undefined;
          /** Only users with one of these e-mail addresses. */
          emailAddresses?: string[] | undefined;
          /** Only entries with one of these roles. */
          roles?: string[] | undefined;
          /** Only entries of these tenants. */
          tenantIds?: string[] | undefined;
          /** If true, entries of all tenants below the caller's own organisation as well. */
          includeTenants?: boolean | undefined;
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
            "application/json": UsersList;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    put?: never;
    /** Add users */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": CreateUserParameters[];
        };
      };
      responses: {
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UsersList;
          };
        };
        default: {
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
  "/users/delete": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete several users */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": DeleteUsersRequest;
        };
      };
      responses: {
        204: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        default: {
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
  "/users/sessions": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Count open sessions */
    get: {
      parameters: {
        query?: {
          /** SIDs of users; only their sessions are counted. */
          sids?: string[] | undefined;
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
            "application/json": ActiveSessionsCountParams;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    put?: never;
    /** Open a session */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": CreateUserSessionRequestParams;
        };
      };
      responses: {
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UserSession;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    /** End sessions */
    delete: {
      parameters: {
        query?: {
          /** SID of the user whose sessions end. Left out, every session on the cluster ends. */
          sid?: string | undefined;
        } | undefined;
        header?: never;
        path?: never;
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        default: {
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
  "/users/{sid}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one user */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UserParams;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    /** Change a user */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": UpdateUserParameters;
        };
      };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UserParams;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    post?: never;
    /** Delete one user */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        204: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        default: {
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
  "/users/{sid}/s3-secret-key": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a new S3 secret key for a user */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": SecretKeyEntity;
          };
        };
        default: {
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
  "/users/{sid}/update-s3-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set the S3 keys of a user */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user. */
          sid: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": S3Keys;
        };
      };
      responses: {
        204: {
          headers: { [name: string]: unknown };
          content?: never;
        };
        default: {
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
  "/users/{userSid}/api-keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the API keys of a user */
    get: {
      parameters: {
        query?: {
          /** Only the API keys of these ids. */
          ids?: string[] | undefined;
          /** If true, only API keys that are switched on. Left out, all keys. */
          isActive?: boolean | undefined;
          /** If true, only API keys that are past their end. Left out, all keys. */
          isExpired?: boolean | undefined;
        } | undefined;
        header?: never;
        path: {
          /** SID of the user to whom the API key belongs. */
          userSid: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UserAPIKeys;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    put?: never;
    /** Make an API key */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user to whom the API key belongs. */
          userSid: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": CreateOrUpdateAPIKeyRequest;
        };
      };
      responses: {
        201: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": CreatedUserAPIKey;
          };
        };
        default: {
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
  "/users/{userSid}/api-keys/{id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one API key */
    get: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user to whom the API key belongs. */
          userSid: string;
          /** Id of the API key (not the key itself). */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UserAPIKey;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    /** Change an API key */
    put: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user to whom the API key belongs. */
          userSid: string;
          /** Id of the API key (not the key itself). */
          id: string;
        };
        cookie?: never;
      };
      requestBody: {
        content: {
          "application/json": CreateOrUpdateAPIKeyRequest;
        };
      };
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": UserAPIKey;
          };
        };
        default: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": ErrorModel;
          };
        };
      };
    };
    post?: never;
    /** Delete an API key */
    delete: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user to whom the API key belongs. */
          userSid: string;
          /** Id of the API key (not the key itself). */
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
        default: {
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
  "/users/{userSid}/api-keys/{id}/rotate": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Exchange an API key for a new one */
    post: {
      parameters: {
        query?: never;
        header?: never;
        path: {
          /** SID of the user to whom the API key belongs. */
          userSid: string;
          /** Id of the API key (not the key itself). */
          id: string;
        };
        cookie?: never;
      };
      requestBody?: never;
      responses: {
        200: {
          headers: { [name: string]: unknown };
          content: {
            "application/json": CreatedUserAPIKey;
          };
        };
        default: {
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
}

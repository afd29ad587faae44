// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  Client,
  type ClientOptions,
  type Core,
  type HttpClient,
  httpClient,
  signInByOneOf,
  withOptions,
} from "@vendor-sdks/runtime";
import { type Credentials, kinds } from "./credentials.ts";
import { extras } from "./extras.ts";
import { AccessTokensOperations } from "./groups/access-tokens.ts";
import { ApiKeysOperations } from "./groups/api-keys.ts";
import { GroupsOperations } from "./groups/groups.ts";
import { SecurityPrincipalsOperations } from "./groups/security-principals.ts";
import { SessionsOperations } from "./groups/sessions.ts";
import { UsersOperations } from "./groups/users.ts";
import type { paths } from "./paths.ts";
import { createCore, type ServerOptions, usualSecurity } from "./service.ts";

/** Where the appliance is, how to sign in there, and how calls behave. */
export type CohesityClientOptions = ClientOptions &
  ServerOptions & { readonly credentials?: Credentials | undefined };

/**
 * Cohesity cluster v2, users
 *
 * Users, groups, sessions, API keys and security principals of a Cohesity cluster.
 */
export class CohesityClient extends Client {
  /** Sign-in with a password for a token that lasts 24 hours. */
  readonly accessTokens: AccessTokensOperations;
  /** Long-lived keys that stand for a user, made to be used by programs. */
  readonly apiKeys: ApiKeysOperations;
  /** Groups of the cluster itself, and groups of a directory that the cluster has been told of. */
  readonly groups: GroupsOperations;
  /** Whatever has a SID, and the protection sources and views that it may see. */
  readonly securityPrincipals: SecurityPrincipalsOperations;
  /** Sessions of users, where the cluster's session management is switched on. */
  readonly sessions: SessionsOperations;
  /** Users of the cluster itself, users of a directory that the cluster has been told of, and their S3 keys. */
  readonly users: UsersOperations;
  #http: HttpClient<paths> | undefined;

  /** Takes options, or a core that is there already. */
  constructor(options: CohesityClientOptions | Core) {
    super("request" in options ? options : coreFrom(options));
    this.accessTokens = new AccessTokensOperations(this.core);
    this.apiKeys = new ApiKeysOperations(this.core);
    this.groups = new GroupsOperations(this.core);
    this.securityPrincipals = new SecurityPrincipalsOperations(this.core);
    this.sessions = new SessionsOperations(this.core);
    this.users = new UsersOperations(this.core);
  }

  /** The same appliance and the same session, with other options. */
  withOptions(options: ClientOptions): CohesityClient {
    return new CohesityClient(withOptions(this.core, options));
  }

  /** openapi-fetch's own client, on the same sign-in, retries and limits. */
  get http(): HttpClient<paths> {
    return (this.#http ??= httpClient<paths>(this.core, {
      usual: usualSecurity,
      other: {
        ...AccessTokensOperations.security,
        ...ApiKeysOperations.security,
        ...GroupsOperations.security,
        ...SecurityPrincipalsOperations.security,
        ...SessionsOperations.security,
        ...UsersOperations.security,
      },
      drastic: { "DELETE /users/sessions": "sid" },
    }));
  }
}

function coreFrom({ credentials, ...options }: CohesityClientOptions): Core {
  return createCore({ ...options, extras, signIn: credentials && signInByOneOf(kinds, credentials) });
}

// Generated from specs/cohesity/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  Client,
  type ClientOptions,
  type Core,
  type HttpClient,
  httpClient,
  signInByOneOf,
} from "@vendor-sdks/runtime";
import { type Credentials, kinds } from "./credentials.ts";
import { AccessTokens } from "./groups/access-tokens.ts";
import { ApiKeys } from "./groups/api-keys.ts";
import { Groups } from "./groups/groups.ts";
import { SecurityPrincipals } from "./groups/security-principals.ts";
import { Sessions } from "./groups/sessions.ts";
import { Users } from "./groups/users.ts";
import type { paths } from "./paths.ts";
import { createCore, type ServerOptions } from "./service.ts";

/** Where the appliance is, how to sign in there, and how calls behave. */
export type CohesityClientOptions = ClientOptions & ServerOptions & { readonly credentials?: Credentials | undefined };

/**
 * Cohesity cluster v2, users
 *
 * Users, groups, sessions, API keys and security principals of a Cohesity cluster.
 */
export class CohesityClient extends Client {
  /** Sign-in with a password for a token that lasts 24 hours. */
  readonly accessTokens: AccessTokens;
  /** Long-lived keys that stand for a user, made to be used by programs. */
  readonly apiKeys: ApiKeys;
  /** Groups of the cluster itself, and groups of a directory that the cluster has been told of. */
  readonly groups: Groups;
  /** Whatever has a SID, and the protection sources and views that it may see. */
  readonly securityPrincipals: SecurityPrincipals;
  /** Sessions of users, where the cluster's session management is switched on. */
  readonly sessions: Sessions;
  /** Users of the cluster itself, users of a directory that the cluster has been told of, and their S3 keys. */
  readonly users: Users;
  #http: HttpClient<paths> | undefined;

  /** Takes options, or a core that is there already. */
  constructor(options: CohesityClientOptions | Core) {
    super("request" in options ? options : createCore({ ...options, signIn: options.credentials && signInByOneOf(kinds, options.credentials) }));
    this.accessTokens = new AccessTokens(this.core);
    this.apiKeys = new ApiKeys(this.core);
    this.groups = new Groups(this.core);
    this.securityPrincipals = new SecurityPrincipals(this.core);
    this.sessions = new Sessions(this.core);
    this.users = new Users(this.core);
  }

  /** The same appliance and the same session, with other options. */
  withOptions(options: ClientOptions): CohesityClient {
    return new CohesityClient(this.core.with(options));
  }

  /** openapi-fetch's own client, on the same sign-in, retries and limits. */
  get http(): HttpClient<paths> {
    return (this.#http ??= httpClient<paths>(this.core, {
      usual: [{ APIKeyHeader: [] }, { SessionIdHeader: [] }, { Bearer: [] }],
      other: { "POST /access-tokens": null, "POST /users/sessions": null },
    }));
  }
}

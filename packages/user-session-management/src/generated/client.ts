// Generated from specs/user-session-management/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

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
import { SessionPolicyOperations } from "./groups/session-policy.ts";
import { UserSessionsOperations } from "./groups/user-sessions.ts";
import type { paths } from "./paths.ts";
import { createCore, type ServerOptions } from "./service.ts";

/** Where the appliance is, how to sign in there, and how calls behave. */
export type UserSessionManagementClientOptions = ClientOptions &
  ServerOptions & { readonly credentials?: Credentials | undefined };

/**
 * Dynatrace Managed user sessions
 *
 * Who is signed in to a Dynatrace Managed cluster, and how many sessions each may have.
 */
export class UserSessionManagementClient extends Client {
  /** How many sessions a user may have at a time, and when an idle one ends. */
  readonly sessionPolicy: SessionPolicyOperations;
  /** The sessions that are open. */
  readonly userSessions: UserSessionsOperations;
  #http: HttpClient<paths> | undefined;

  /** Takes options, or a core that is there already. */
  constructor(options: UserSessionManagementClientOptions | Core) {
    super("request" in options ? options : coreFrom(options));
    this.sessionPolicy = new SessionPolicyOperations(this.core);
    this.userSessions = new UserSessionsOperations(this.core);
  }

  /** The same appliance and the same session, with other options. */
  withOptions(options: ClientOptions): UserSessionManagementClient {
    return new UserSessionManagementClient(withOptions(this.core, options));
  }

  /** openapi-fetch's own client, on the same sign-in, retries and limits. */
  get http(): HttpClient<paths> {
    return (this.#http ??= httpClient<paths>(this.core, {
      usual: [{ "Api-Token": [] }],
      other: {
        ...SessionPolicyOperations.security,
        ...UserSessionsOperations.security,
      },
      drastic: { "DELETE /userSessions": "userId" },
    }));
  }
}

function coreFrom({ credentials, ...options }: UserSessionManagementClientOptions): Core {
  return createCore({ ...options, extras, signIn: credentials && signInByOneOf(kinds, credentials) });
}

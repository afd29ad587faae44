// Generated from specs/rubrik/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

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
import { ServiceAccountsOperations } from "./groups/service-accounts.ts";
import { SessionsOperations } from "./groups/sessions.ts";
import type { paths } from "./paths.ts";
import { createCore, type ServerOptions } from "./service.ts";

/** Where the appliance is, how to sign in there, and how calls behave. */
export type RubrikClientOptions = ClientOptions &
  ServerOptions & { readonly credentials?: Credentials | undefined };

/**
 * Rubrik CDM sessions
 *
 * Opening and closing sessions on a Rubrik cluster.
 */
export class RubrikClient extends Client {
  /** Sessions of service accounts, which exist from CDM 7.0 on. */
  readonly serviceAccounts: ServiceAccountsOperations;
  /** Sessions of users, and the end of any session. */
  readonly sessions: SessionsOperations;
  #http: HttpClient<paths> | undefined;

  /** Takes options, or a core that is there already. */
  constructor(options: RubrikClientOptions | Core) {
    super("request" in options ? options : coreFrom(options));
    this.serviceAccounts = new ServiceAccountsOperations(this.core);
    this.sessions = new SessionsOperations(this.core);
  }

  /** The same appliance and the same session, with other options. */
  withOptions(options: ClientOptions): RubrikClient {
    return new RubrikClient(withOptions(this.core, options));
  }

  /** openapi-fetch's own client, on the same sign-in, retries and limits. */
  get http(): HttpClient<paths> {
    return (this.#http ??= httpClient<paths>(this.core, {
      usual: [{ BasicAuth: [] }, { Bearer: [] }],
      other: {
        ...ServiceAccountsOperations.security,
        ...SessionsOperations.security,
      },
    }));
  }
}

function coreFrom({ credentials, ...options }: RubrikClientOptions): Core {
  return createCore({ ...options, extras, signIn: credentials && signInByOneOf(kinds, credentials) });
}

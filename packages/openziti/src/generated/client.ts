// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

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
import { AuthenticationOperations } from "./groups/authentication.ts";
import { CurrentApiSessionOperations } from "./groups/current-api-session.ts";
import { CurrentIdentityOperations } from "./groups/current-identity.ts";
import { InformationalOperations } from "./groups/informational.ts";
import { ServicesOperations } from "./groups/services.ts";
import { SessionsOperations } from "./groups/sessions.ts";
import type { paths } from "./paths.ts";
import { createCore, type ServerOptions } from "./service.ts";

/** Where the appliance is, how to sign in there, and how calls behave. */
export type OpenzitiClientOptions = ClientOptions &
  ServerOptions & { readonly credentials?: Credentials | undefined };

/**
 * OpenZiti Edge Client
 *
 * Signing in to an OpenZiti controller, and the sessions that give access to its services.
 */
export class OpenzitiClient extends Client {
  /** Opening an API session, and completing it with a second factor. */
  readonly authentication: AuthenticationOperations;
  /** The API session whose token goes with the call. */
  readonly currentApiSession: CurrentApiSessionOperations;
  /** The identity that is signed in. */
  readonly currentIdentity: CurrentIdentityOperations;
  /** What a controller is and offers; no sign-in needed. */
  readonly informational: InformationalOperations;
  /** Services that the identity may dial or host. */
  readonly services: ServicesOperations;
  /** Access to one service each, within an API session. */
  readonly sessions: SessionsOperations;
  #http: HttpClient<paths> | undefined;

  /** Takes options, or a core that is there already. */
  constructor(options: OpenzitiClientOptions | Core) {
    super("request" in options ? options : coreFrom(options));
    this.authentication = new AuthenticationOperations(this.core);
    this.currentApiSession = new CurrentApiSessionOperations(this.core);
    this.currentIdentity = new CurrentIdentityOperations(this.core);
    this.informational = new InformationalOperations(this.core);
    this.services = new ServicesOperations(this.core);
    this.sessions = new SessionsOperations(this.core);
  }

  /** The same appliance and the same session, with other options. */
  withOptions(options: ClientOptions): OpenzitiClient {
    return new OpenzitiClient(withOptions(this.core, options));
  }

  /** openapi-fetch's own client, on the same sign-in, retries and limits. */
  get http(): HttpClient<paths> {
    return (this.#http ??= httpClient<paths>(this.core, {
      usual: [{ oauth2: [] }, { ztSession: [] }],
      other: {
        ...AuthenticationOperations.security,
        ...CurrentApiSessionOperations.security,
        ...CurrentIdentityOperations.security,
        ...InformationalOperations.security,
        ...ServicesOperations.security,
        ...SessionsOperations.security,
      },
    }));
  }
}

function coreFrom({ credentials, ...options }: OpenzitiClientOptions): Core {
  return createCore({ ...options, extras, signIn: credentials && signInByOneOf(kinds, credentials) });
}

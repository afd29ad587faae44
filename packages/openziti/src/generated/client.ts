// Generated from specs/openziti/openapi.yaml. Do not edit: edit the spec and run `pnpm generate`.

import {
  Client,
  type ClientOptions,
  type Core,
  type HttpClient,
  httpClient,
  signInByOneOf,
} from "@vendor-sdks/runtime";
import { type Credentials, kinds } from "./credentials.ts";
import { Authentication } from "./groups/authentication.ts";
import { CurrentApiSession } from "./groups/current-api-session.ts";
import { CurrentIdentity } from "./groups/current-identity.ts";
import { Informational } from "./groups/informational.ts";
import { Services } from "./groups/services.ts";
import { Sessions } from "./groups/sessions.ts";
import type { paths } from "./paths.ts";
import { createCore, type ServerOptions } from "./service.ts";

/** Where the appliance is, how to sign in there, and how calls behave. */
export type OpenzitiClientOptions = ClientOptions & ServerOptions & { readonly credentials?: Credentials | undefined };

/**
 * OpenZiti Edge Client
 *
 * Signing in to an OpenZiti controller, and the sessions that give access to its services.
 */
export class OpenzitiClient extends Client {
  /** Opening an API session, and completing it with a second factor. */
  readonly authentication: Authentication;
  /** The API session whose token goes with the call. */
  readonly currentApiSession: CurrentApiSession;
  /** The identity that is signed in. */
  readonly currentIdentity: CurrentIdentity;
  /** What a controller is and offers; no sign-in needed. */
  readonly informational: Informational;
  /** Services that the identity may dial or host. */
  readonly services: Services;
  /** Access to one service each, within an API session. */
  readonly sessions: Sessions;
  #http: HttpClient<paths> | undefined;

  /** Takes options, or a core that is there already. */
  constructor(options: OpenzitiClientOptions | Core) {
    super("request" in options ? options : createCore({ ...options, signIn: options.credentials && signInByOneOf(kinds, options.credentials) }));
    this.authentication = new Authentication(this.core);
    this.currentApiSession = new CurrentApiSession(this.core);
    this.currentIdentity = new CurrentIdentity(this.core);
    this.informational = new Informational(this.core);
    this.services = new Services(this.core);
    this.sessions = new Sessions(this.core);
  }

  /** The same appliance and the same session, with other options. */
  withOptions(options: ClientOptions): OpenzitiClient {
    return new OpenzitiClient(this.core.with(options));
  }

  /** openapi-fetch's own client, on the same sign-in, retries and limits. */
  get http(): HttpClient<paths> {
    return (this.#http ??= httpClient<paths>(this.core, {
      usual: [{ ztSession: [] }, { oauth2: ["openid"] }],
      other: { "POST /authenticate": null, "GET /version": null },
    }));
  }
}

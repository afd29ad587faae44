import { type Clock, systemClock } from "./clock.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Send } from "./exchange.ts";
import type { Diagnostics, Observer } from "./observer.ts";
import type { Service } from "./operation.ts";
import type { ClientOptions } from "./options.ts";
import { requester } from "./request.ts";
import { serverUrl, type Where } from "./server.ts";
import { type HeaderOptions, mergeOptions } from "./settings.ts";
import { attempt } from "./stages/attempt.ts";
import { onion } from "./stages/middleware.ts";
import { retry } from "./stages/retry.ts";

/** What a signed-in client adds to a core; made by the sign-in functions of a package. */
export interface SignIn {
  /** Binds the credentials to one appliance. `send` carries the sign-in's own requests: retry and timeout hold for them. */
  bind(core: Core, send: Send): Session;
}

/** A client's session with the appliance. */
export interface Session {
  /** The stage that puts credentials on requests. */
  stage(next: Send): Send;
  /** Signs in unless that is done, also where a refusal is remembered. */
  signIn(): Promise<void>;
  /** Hands the session over, with the duty to end it. */
  export(): Promise<ExportedSession>;
  /** Ends what this client began, and signs in no more. */
  close(): Promise<void>;
}

/** A session as plain JSON, to be used by another process. It is secret. */
export interface ExportedSession {
  readonly service: string;
  readonly origin: string;
  /** The kind of credentials it was made with. */
  readonly kind: string;
  readonly values: Readonly<Record<string, string>>;
  /** Milliseconds since 1970-01-01 UTC after which it is over. */
  readonly expires?: number;
  /** Milliseconds without use after which it is over. */
  readonly idle?: number;
}

/** Where the appliance is, how to sign in there, and how calls behave. */
export type CoreOptions<Server = Where> = ClientOptions &
  Server & {
    readonly signIn?: SignIn | undefined;
    /** What makes `logger`, `logLevel` and `hooks` work, and explains connection failures: the function `diagnostics`. */
    readonly diagnostics?: Diagnostics | undefined;
  };

/** What every call goes through; a client class has one, standalone functions are given one. */
export interface Core {
  readonly service: Service;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** The headers are not among them: those may hold secrets, and a core may be printed. */
  readonly options: Omit<ClientOptions, "headers">;
  readonly headers: () => HeaderOptions;
  readonly clock: Clock;
  readonly session: Session | undefined;
  readonly observer: Observer | undefined;
  /** Sends a request made from an exchange's operation and arguments. */
  readonly request: Send;
  /** Sends a request that is complete. */
  readonly send: Send;
  /**
   * The same appliance and session with other options: headers are added to those there are, everything else takes the
   * place of what there is. The sign-in's own requests keep the options that the first core was made with.
   */
  with(options: ClientOptions): Core;
  /** Ends the session; calls are refused from then on, also those of cores made by `with`. */
  close(): Promise<void>;
}

/** `clock` is for tests. */
export function coreFor(service: Service, options: CoreOptions, clock: Clock = systemClock): Core {
  const baseUrl = serverUrl(service, options);
  const bare = retry((exchange) => (exchange.core.observer?.attempt ?? attempt)(exchange));
  let session: Session | undefined;
  let closed = false;

  const build = (all: ClientOptions): Core => {
    const { headers, ...own } = all;
    const staged = onion(own.middleware, session === undefined ? bare : session.stage(bare));
    const send: Send = (exchange) =>
      closed
        ? Promise.reject(exchange.error(ConfigurationError, "was called on a closed client; make a new one"))
        : staged(exchange);
    return {
      service,
      baseUrl,
      options: own,
      headers: () => headers,
      observer: options.diagnostics?.(service, own),
      clock,
      session,
      send,
      request: requester(baseUrl, headers, send),
      with: (more) => build(mergeOptions(all, more)),
      async close() {
        closed = true;
        await session?.close();
      },
    };
  };

  const first = mergeOptions({}, options);
  const core = build(first);
  if (options.signIn === undefined) return core;
  session = options.signIn.bind(core, bare);
  return build(first);
}

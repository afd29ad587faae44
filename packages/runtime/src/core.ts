import { type Clock, systemClock } from "./clock.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Held } from "./credentials/held.ts";
import type { Kind } from "./credentials/kind.ts";
import type { Send } from "./exchange.ts";
import type { Extra, Observer } from "./observer.ts";
import type { Service } from "./operation.ts";
import type { ClientOptions, SharedOptions } from "./options.ts";
import { fillRequest } from "./request.ts";
import { serverUrl, type Where } from "./server.ts";
import { attempt } from "./stages/attempt.ts";
import { retry } from "./stages/retry.ts";

/**
 * What a signed-in client adds to a core; made by the sign-in functions of a package.
 *
 * It binds the credentials to one appliance. `send` carries the sign-in's own requests: retry and timeout hold for them.
 * `resumed` is what it begins with, where there is a session to go on with.
 */
export type SignIn = (core: Core, send: Send, resumed?: (kind: Kind) => Held) => Session;

/** A client's session with the appliance. */
export interface Session {
  /** The stage that puts credentials on requests. */
  stage(next: Send): Send;
  /** What there is of it; signs in where that has to be, and if it is to be tried anew, also where a refusal is remembered. */
  held(anew?: boolean): Promise<Held>;
  /** Ends what this client began, and signs in no more: that is refused for this reason. */
  close(reason: Error): Promise<void>;
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

/** What needs extras: without them it is no option of a core. */
type Bare = SharedOptions & { readonly [Name in Exclude<keyof ClientOptions, keyof SharedOptions>]?: undefined };

/** Where the appliance is, how to sign in there, and how calls behave. */
export type CoreOptions<Server = Where> = Server & {
  readonly signIn?: SignIn | undefined;
} & (
    | (Bare & { readonly extras?: undefined })
    | (ClientOptions & {
        /** What makes the options work that a core can do without: `diagnostics`, `middleware`, `validation`. */
        readonly extras: readonly Extra[];
      })
  );

/** What every call goes through; a client class has one, standalone functions are given one. */
export interface Core {
  readonly service: Service;
  /** Without a trailing slash. */
  readonly baseUrl: string;
  /** What the core was made with. A function, since headers may hold secrets and a core may be printed. */
  readonly options: () => ClientOptions & Where;
  readonly clock: Clock;
  readonly session: Session | undefined;
  readonly observer: Observer;
  /** Sends a request made from an exchange's operation and arguments. */
  readonly request: Send;
  /** Sends a request that is complete. */
  readonly send: Send;
  /** The same appliance and session with these options in place of all others; see `withOptions`. */
  remake(options: ClientOptions): Core;
  /** Ends the session; calls are refused from then on, also those of cores remade from this one. */
  close(): Promise<void>;
}

/** `clock` is for tests. */
export function coreFor(service: Service, options: CoreOptions, clock: Clock = systemClock): Core {
  const baseUrl = serverUrl(service, options);
  const bare = retry((exchange) => (exchange.core.observer.attempt ?? attempt)(exchange));
  let session: Session | undefined;
  let closed: Error | undefined;

  const build = (own: ClientOptions & Where): Core => {
    const observer = Object.assign({}, ...(options.extras ?? []).map((extra) => extra(service, own))) as Observer;
    const signed = session?.stage(bare) ?? bare;
    const staged = observer.around?.(signed) ?? signed;
    const send: Send = (exchange) => (closed ? Promise.reject(closed) : staged(exchange));
    return {
      service,
      baseUrl,
      options: () => own,
      observer,
      clock,
      session,
      send,
      // Not async: it would be one promise more for every call, and whoever asks awaits anyway.
      request(exchange) {
        fillRequest(exchange, own.headers);
        return send(exchange);
      },
      remake: build,
      async close() {
        closed ??= new ConfigurationError(service.name, "The client is closed");
        await session?.close(closed);
      },
    };
  };

  session = options.signIn?.(build(options), bare);
  return build(options);
}

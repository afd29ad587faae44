import type { Exchange, Send } from "./exchange.ts";
import type { Service } from "./operation.ts";
import type { ClientOptions } from "./options.ts";
import type { SendRequest } from "./stages/redirect.ts";

/**
 * Turns a client's options into what explains, watches or widens its calls. The core knows this interface alone, so that a
 * bundle holds log lines, redaction, explanations, middleware and validation only where they are handed in.
 */
export type Extra = (service: Service, options: ClientOptions) => Observer;

/** What goes on around the calls of a core. What is absent costs nothing; only `around` and `validate` may throw. */
export interface Observer {
  /** Goes around the chain of stages. */
  readonly around?: ((chain: Send) => Send) | undefined;
  /** Stands in for what sends a call's request and reads the answer: `observed`, of which the rest of this is asked. */
  readonly answered?: <Data>(exchange: Exchange, request: Send, step?: boolean) => Promise<Data>;
  /** Looks at a call's arguments before it is sent, and at its answer. */
  readonly validate?: ((exchange: Exchange, response?: Response, data?: unknown) => Promise<void>) | undefined;
  /** Follows a redirect and those that come of it, to the answer; any other answer it gives back. */
  readonly follow?: (
    exchange: Exchange,
    response: Response,
    send: SendRequest,
    signal: AbortSignal,
  ) => Promise<Response>;
  /** Stands in for the attempt, which it makes. */
  readonly attempt?: Send;
  /** Stands in for the answer of a call, which it waits for; of a step of signing in or out neither headers nor body may be shown. */
  readonly watch?: <T>(exchange: Exchange, answer: Promise<T>, step?: boolean) => Promise<T>;
  /** A further attempt (2 is the first of them) will be made after so many milliseconds. */
  readonly retrying?: (exchange: Exchange, attempt: number, delay: number, failure: unknown) => void;
  /** A sign-in has begun. */
  readonly signingIn?: (kind: string, session: Promise<unknown>) => void;
  /** Something went wrong that no call is told of. */
  readonly warn?: (message: string, error: unknown) => void;
  /** Adds to the message of a call's error what is known of its reason, and what to do about it. */
  readonly explain?: (exchange: Exchange, error: unknown) => void;
}

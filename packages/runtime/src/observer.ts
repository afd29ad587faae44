import type { Exchange, Send } from "./exchange.ts";
import type { Service } from "./operation.ts";
import type { ClientOptions } from "./options.ts";

/**
 * Turns a client's `logger`, `logLevel` and `hooks` into what watches its calls. The core knows this interface alone, so
 * that a bundle holds log lines, redaction and explanations only where `diagnostics` is handed in.
 */
export type Diagnostics = (service: Service, options: ClientOptions) => Observer;

/** Watches the calls of a core. None of these may throw; what is absent costs nothing. */
export interface Observer {
  /** Stands in for the attempt, which it makes. */
  readonly attempt?: Send;
  /** Stands in for the answer of a call, which it waits for; of a step of signing in or out neither headers nor body may be shown. */
  watch?<T>(exchange: Exchange, answer: Promise<T>, step?: boolean): Promise<T>;
  /** A further attempt (2 is the first of them) will be made after so many milliseconds. */
  retrying?(exchange: Exchange, attempt: number, delay: number, failure: unknown): void;
  /** A sign-in has begun. */
  signingIn?(kind: string, session: Promise<unknown>): void;
  /** Something went wrong that no call is told of. */
  warn?(message: string, error: unknown): void;
  /** Why no answer came, and what to do about it, in plain words. */
  explain(cause: unknown): string | undefined;
}

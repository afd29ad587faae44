import type { Hooks } from "./diagnostics/hooks.ts";
import type { Middleware } from "./stages/middleware.ts";
import type { Validator } from "./validation/validator.ts";

/** The part of `fetch` that a client uses: the global one, or one bound to a proxy, a certificate, a test. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface RetryOptions {
  /** Attempts beyond the first. Default 2; 0 switches retries off. */
  readonly limit?: number | undefined;
  /** Retry also where a repetition may do harm (a POST that the spec does not call idempotent). Default false. */
  readonly unsafe?: boolean | undefined;
}

/** Where a client says what it does; every method is optional, and nothing is said without a logger. */
export interface Logger {
  debug?(message: string, details?: object): void;
  info?(message: string, details?: object): void;
  warn?(message: string, details?: object): void;
  error?(message: string, details?: object): void;
}

export type LogLevel = "debug" | "info" | "warn" | "error" | "off";

/** What a client and a single call have in common; a call's own value goes before the client's. */
export interface SharedOptions {
  /** Milliseconds for one attempt, its body included. Default 30,000; 0 lifts the limit. */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole call: attempts, pauses between them, redirects. Default 120,000; 0 lifts the limit. */
  readonly totalTimeout?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /** Headers to add; null removes a default, undefined leaves it. */
  readonly headers?: Readonly<Record<string, string | null | undefined>> | undefined;
  /** What sends: the global `fetch` unless given. */
  readonly fetch?: Fetch | undefined;
}

export interface CallOptions extends SharedOptions {
  /** Ends the call, whichever state it is in, with an `AbortError`. */
  readonly signal?: AbortSignal | undefined;
}

export interface ClientOptions extends SharedOptions {
  /** Functions around every call, the first one outermost. They see the request before credentials are put on it. */
  readonly middleware?: readonly Middleware[] | undefined;
  /** Holds arguments and answers against the spec: `validator()` of the package's entry `/validation`, or one's own. */
  readonly validator?: Validator | undefined;
  /** Gets what is at least as grave as `logLevel`; `console` is one. Nothing secret is ever handed to it. */
  readonly logger?: Logger | undefined;
  /** Default "warn". "debug" has a line for every call, with headers and bodies, secrets left out. */
  readonly logLevel?: LogLevel | undefined;
  /** Told of attempts, retries, sign-ins and ended calls, for metrics. What they throw is logged and ends nothing. */
  readonly hooks?: Hooks | undefined;
}

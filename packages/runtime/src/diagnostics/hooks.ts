/** What every fact of a call says. None of it is secret, and none of it differs from call to call without need. */
export interface CallFacts {
  readonly service: string;
  readonly operation: string;
  readonly method: string;
  /** The path template. */
  readonly path: string;
}

/** One request and its answer, or why there was none. */
export interface AttemptFacts extends CallFacts {
  /** 1 is the first. */
  readonly attempt: number;
  readonly status?: number;
  /** Milliseconds. */
  readonly duration: number;
  readonly error?: unknown;
}

/** A further attempt is about to be waited for. */
export interface RetryFacts extends CallFacts {
  /** The attempt to come: 2 is the first that is told of here. */
  readonly attempt: number;
  /** Milliseconds until then. */
  readonly delay: number;
  /** What the attempt before it came to: a status, or an error. */
  readonly status?: number;
  readonly error?: unknown;
}

export interface SignInFacts {
  readonly service: string;
  /** The kind of credentials. */
  readonly kind: string;
  /** Milliseconds. */
  readonly duration: number;
  readonly error?: unknown;
}

/** A whole call: waits, retries and a renewed sign-in included. */
export interface EndFacts extends CallFacts {
  /** Of the last answer. */
  readonly status?: number;
  /** Milliseconds. */
  readonly duration: number;
  /** 0 where nothing was sent. */
  readonly attempts: number;
  /** What the call rejects with when it is awaited; an `ApiError` also where it is taken by `result()`. */
  readonly error?: unknown;
}

/**
 * Functions that are told what happens, for metrics. They change nothing: what they throw is logged, and nobody waits for
 * what they return. The sign-in's own requests are told as well, by the names of their operations.
 */
export interface Hooks {
  readonly onAttempt?: ((facts: AttemptFacts) => unknown) | undefined;
  readonly onRetry?: ((facts: RetryFacts) => unknown) | undefined;
  readonly onSignIn?: ((facts: SignInFacts) => unknown) | undefined;
  readonly onEnd?: ((facts: EndFacts) => unknown) | undefined;
}

/**
 * What an operation does instead of its answer. A delay alone lets the answer come, only late; else `status`, `headers` and `body` are the
 * answer, and with `reset` there is none.
 */
export interface Failure {
  /** 500 where `body` or `headers` are given alone. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /**
   * A text or bytes are sent as they are, anything else as JSON. Without it comes what the document declares for the status, and nothing
   * where it declares nothing.
   */
  readonly body?: unknown;
  /** Milliseconds. */
  readonly delay?: number;
  /** Breaks the connection off with a TCP reset. */
  readonly reset?: true;
  /** How many requests it meets. Default: all until `restore`. */
  readonly times?: number;
}

const WORDS = ["status", "headers", "body", "delay", "reset", "times"];

/** A failure that was mistyped would let a test pass for the wrong reason. */
export function checkFailure(failure: Failure): void {
  const { status, delay, times, reset, headers, body } = failure;
  const unknown = Object.keys(failure).find((word) => !WORDS.includes(word));
  if (unknown !== undefined) throw new TypeError(`A failure has no "${unknown}": it has ${WORDS.join(", ")}`);
  if (status !== undefined && !(Number.isInteger(status) && status >= 200 && status <= 599))
    throw new RangeError(`The status of a failure is a whole number from 200 to 599, not ${status}`);
  if (delay !== undefined && !(delay >= 0 && delay < 2 ** 31))
    throw new RangeError(`The delay of a failure is a number of milliseconds, not ${delay}`);
  if (times !== undefined && !(Number.isInteger(times) && times > 0))
    throw new RangeError(`The times of a failure are a whole number from 1 on, not ${times}`);
  const answers = status !== undefined || headers !== undefined || body !== undefined;
  if (reset === true && answers) throw new TypeError("A connection that is reset has no status, headers or body");
  if (reset !== true && !answers && delay === undefined)
    throw new TypeError("A failure needs a status, headers, a body, a delay or reset: true");
}

/** A request as it was sent, and the answer that came. */
export interface Exchange {
  readonly method: string;
  /** Below the base URL, without the query. */
  readonly path: string;
  /** Empty, or from the `?` on. */
  readonly query: string;
  readonly requestHeaders: Headers;
  /** Undefined where it was no text. */
  readonly requestBody: string | undefined;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What the answer of an exchange is judged by. */
export type Answered = Pick<Exchange, "method" | "status" | "headers" | "body">;

/** The JSON value of a body; undefined where it is none. */
export function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}

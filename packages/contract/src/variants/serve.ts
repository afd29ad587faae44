import type { Fetch } from "@vendor-sdks/runtime";

export interface ServedAnswer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** Answers every request with the very bytes that it was given. */
export interface Served {
  readonly fetch: Fetch;
  /** How many requests came. */
  readonly count: () => number;
}

/**
 * Prism writes bodies anew when it answers or hands on, and has no numbers beyond 2^53. What has to arrive bit by bit comes from
 * a `fetch` of the suite's own.
 */
export function serve({ status, mediaType, body }: ServedAnswer): Served {
  let count = 0;
  return {
    fetch() {
      count += 1;
      return Promise.resolve(new Response(body, { status, headers: { "content-type": mediaType } }));
    },
    count: () => count,
  };
}

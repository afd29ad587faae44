import type { Fetch } from "@vendor-sdks/runtime";
import { EXCHANGE_HEADER } from "../mocks/recorder.ts";
import type { Suite } from "./suite.ts";

/**
 * The client's way to the mock: requests for servers of single operations come there as well, and a redirection that the
 * spec declares is the answer that is looked at, not the way to another.
 */
export function fetchFrom(suite: Suite): Fetch {
  return async (url, init) => {
    const { origin, exchange } = suite.mock;
    const target = new URL(url);
    const sent = new Headers(init.headers);
    sent.set(EXCHANGE_HEADER, exchange());
    const response = await fetch(origin + target.pathname + target.search, { ...init, headers: sent });
    if (response.status < 300 || response.status > 399 || !response.headers.has("location")) return response;
    const headers = new Headers(response.headers);
    headers.delete("location");
    return new Response(response.status === 304 ? null : response.body, { status: response.status, headers });
  };
}

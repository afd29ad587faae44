import type { Fetch, Middleware } from "@vendor-sdks/runtime";
import type { Mock } from "@vendor-sdks/mock-server";

/** A request that went to the appliance, and what came back. */
export interface Observed {
  /** The operation that a method was called for; absent for a step of signing in or out. */
  readonly operation?: string;
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  readonly status: number;
  readonly text: string;
  /** What the mock has against the request, by the spec. */
  readonly violation?: string;
}

export interface Observer {
  readonly middleware: Middleware;
  readonly fetch: Fetch;
  /** What has been seen since the last time. */
  take(): Observed[];
}

/**
 * Watches a client: its middleware sees the calls of methods, before credentials are put on them. Signing in and out does not pass
 * there, so what `fetch` sends without middleware having announced it is a step of those.
 */
export function observe(mock: Pick<Mock, "violations">): Observer {
  let seen: Observed[] = [];
  let announced: string | undefined;
  const note = async (method: string, url: string, response: Response, operation?: string): Promise<void> => {
    const { pathname, search } = new URL(url);
    const text = await response.clone().text();
    const [violation] = mock.violations(response);
    seen.push({
      method,
      target: pathname + search,
      status: response.status,
      text,
      ...(operation === undefined ? {} : { operation }),
      ...(violation && { violation: `${violation.location.join(".")}: ${violation.message}` }),
    });
  };
  return {
    middleware: async (request, next, { operation }) => {
      const { method, url } = request;
      announced = placeOf(method, url);
      try {
        const response = await next(request);
        await note(method, url, response, operation);
        return response;
      } finally {
        announced = undefined;
      }
    },
    fetch: async (url, init) => {
      const { method = "GET" } = init;
      const response = await fetch(url, init);
      if (placeOf(method, url) !== announced) await note(method, url, response);
      return response;
    },
    take: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
  };
}

/** Without the query, where credentials may be. */
function placeOf(method: string, url: string): string {
  const { origin, pathname } = new URL(url);
  return `${method} ${origin}${pathname}`;
}

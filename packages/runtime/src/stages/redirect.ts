import { ConnectionError } from "../errors/connection-error.ts";
import type { Exchange } from "../exchange.ts";
import type { Fetch } from "../options.ts";

// - redirects are followed by hand, at most 10
// - within the origin everything is kept; to another origin go neither credentials nor any other header of ours but Accept,
//   and a request with a body is not repeated there
// - 303, and 301 and 302 after POST, become GET without a body, as fetch does it
// - a browser does not show redirects to scripts: there they are an error, since a credential would travel with them

const limit = 10;

export function initOf(
  { method, headers, body }: Pick<Exchange, "method" | "headers" | "body">,
  signal: AbortSignal,
): RequestInit {
  const init: RequestInit & { duplex?: "half" } = { method, headers, signal, redirect: "manual" };
  if (body !== undefined) init.body = body;
  if (body instanceof ReadableStream) init.duplex = "half";
  return init;
}

/** Follows a redirect and those that come of it, to the answer. */
export async function follow(
  exchange: Exchange,
  fetch: Fetch,
  signal: AbortSignal,
  first: Response,
): Promise<Response> {
  let { url, method, headers, body } = exchange;
  let response = first;
  const stray = (where: string): ConnectionError =>
    exchange.error(ConnectionError, `was redirected ${where}; check the client's base URL`);
  for (let hops = 0; ; hops++) {
    const { status, type } = response;
    const location = status > 300 && status < 309 && status !== 304 && response.headers.get("location");
    if (!location && type !== "opaqueredirect") return response;
    await response.body?.cancel();
    signal.throwIfAborted();
    const target = location && URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (target === undefined || !/^https?:$/.test(target.protocol))
      throw stray("to no http address, or to one that a browser does not tell");
    if (hops === limit) throw stray(`more than ${limit} times`);
    if (status === 303 ? method !== "HEAD" : method === "POST" && status < 303) {
      method = "GET";
      body = undefined;
      headers = new Headers(headers);
      headers.delete("content-type");
    }
    const isElsewhere = target.origin !== new URL(url).origin;
    if (body instanceof ReadableStream || (body !== undefined && isElsewhere)) {
      throw stray(`to ${target.origin}, where its body cannot go`);
    }
    if (isElsewhere) headers = new Headers({ accept: headers.get("accept") ?? "*/*" });
    url = target.href;
    response = await fetch(url, initOf({ method, headers, body }, signal));
  }
}

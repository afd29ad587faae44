import { ConnectionError } from "../errors/connection-error.ts";
import type { Exchange } from "../exchange.ts";
import type { Fetch } from "../options.ts";

// - redirects are followed by hand, at most 10
// - within the origin everything is kept; to another origin go neither credentials nor any other header of ours but Accept,
//   and a request with a body is not repeated there
// - 303, and 301 and 302 after POST, become GET without a body, as fetch does it
// - a browser does not show redirects to scripts: there they are an error, since a credential would travel with them

const limit = 10;

/** Sends the exchange's request and follows redirects. */
export async function follow(exchange: Exchange, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  let { url, method, headers, body } = exchange;
  for (let hops = 0; ; hops++) {
    const init: RequestInit = { method, headers, signal, redirect: "manual" };
    if (body !== undefined) init.body = body;
    const response = await fetch(url, init);
    const { status } = response;
    if (response.type === "opaqueredirect") throw stray(exchange, "to an address that a browser does not tell");
    const location = status >= 301 && status <= 308 && status !== 304 ? response.headers.get("location") : null;
    if (location === null) return response;
    await response.body?.cancel();
    const target = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (target === undefined || !/^https?:$/.test(target.protocol)) throw stray(exchange, "to no http address");
    if (hops === limit) throw stray(exchange, `more than ${limit} times`);
    if (status === 303 ? method !== "HEAD" : method === "POST" && status < 303) {
      method = "GET";
      body = undefined;
      headers = new Headers(headers);
      headers.delete("content-type");
    }
    if (target.origin !== new URL(url).origin) {
      if (body !== undefined) throw stray(exchange, `to ${target.origin}, where its body may not go`);
      headers = new Headers({ accept: headers.get("accept") ?? "*/*" });
    }
    url = target.href;
  }
}

function stray({ service, operation }: Exchange, where: string): ConnectionError {
  return new ConnectionError(service, `${operation.id} was redirected ${where}; check the client's base URL`);
}

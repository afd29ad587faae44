import { ConnectionError } from "../errors/connection-error.ts";
import type { Exchange } from "../exchange.ts";
import type { Extra } from "../observer.ts";

// - a core follows redirects only where it is given this extra, as the clients are: a browser does not show redirects to scripts,
//   so what is bundled for one would carry this for nothing
// - they are followed by hand, at most 10
// - within the origin everything is kept; to another origin go neither credentials nor any other header of ours but Accept,
//   and a request with a body is not repeated there
// - 303, and 301 and 302 after POST, become GET without a body, as fetch does it
// - a browser does not show redirects to scripts: there they are an error, since a credential would travel with them

const limit = 10;

/** Has redirects followed: `createCore({ host, extras: [redirects] })`. */
export const redirects: Extra = () => ({ follow });

/** What is sent. */
export type Request = Pick<Exchange, "url" | "method" | "headers" | "body">;
export type SendRequest = (request: Request) => Promise<Response>;

/** Follows a redirect and those that come of it, to the answer. */
async function follow(exchange: Exchange, first: Response, send: SendRequest, signal: AbortSignal): Promise<Response> {
  let { url, method, headers, body } = exchange;
  let response = first;
  const stray = (where: string): ConnectionError => exchange.error(ConnectionError, `was redirected ${where}`);
  for (let hops = 0; ; hops++) {
    const { status } = response;
    const location = /30[12378]/.test(`${status}`) ? response.headers.get("location") : undefined;
    if (!location && response.type !== "opaqueredirect") return response;
    await response.body?.cancel();
    signal.throwIfAborted();
    const target = location && URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (!target?.protocol.startsWith("http")) throw stray("to no http address");
    if (hops === limit) throw stray(`more than ${limit} times`);
    if (status < 303 ? method === "POST" : status === 303 && method !== "HEAD") {
      method = "GET";
      body = undefined;
      headers = new Headers(headers);
      headers.delete("content-type");
    }
    const { origin, href } = target;
    const isElsewhere = origin !== new URL(url).origin;
    if (body && (isElsewhere || body instanceof ReadableStream)) throw stray(`to ${origin}, where its body cannot go`);
    if (isElsewhere) headers = new Headers({ accept: headers.get("accept") ?? "*/*" });
    url = href;
    response = await send({ url, method, headers, body });
  }
}

import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Body, Exchange, Send } from "../exchange.ts";
import type { Extra } from "../observer.ts";
import { waitFor } from "../wait-for.ts";

/** The request as middleware sees it, before credentials are put on it; what is changed here is sent. */
export interface MiddlewareRequest {
  url: string;
  method: string;
  headers: Headers;
  body: Body | undefined;
}

export interface MiddlewareContext {
  readonly service: string;
  readonly operation: string;
  /** The path template, the same for every call of the operation. */
  readonly path: string;
  readonly signal: AbortSignal | undefined;
}

/** Goes around a whole call, its retries included. `next` may be called again, or not at all. */
export type Middleware = (
  request: MiddlewareRequest,
  next: (request: MiddlewareRequest) => Promise<Response>,
  context: MiddlewareContext,
) => Promise<Response>;

/** Makes the option `middleware` work: `createCore({ host, extras: [middleware], middleware: [timing] })`. */
export const middleware: Extra = (_, { middleware: layers = [] }) => ({
  around: layers.length === 0 ? undefined : (chain) => onion(layers, chain),
});

/** Wraps the chain in the middleware, the first one outermost. */
function onion(layers: readonly Middleware[], innermost: Send): Send {
  const send: Send = async (exchange) => {
    refuseElsewhere(exchange);
    // Credentials go on a copy: middleware still holds the headers when the answer comes.
    exchange.headers = new Headers(exchange.headers);
    const response = await innermost(exchange);
    return exchange.raw ? response : readable(exchange, response);
  };
  const staged = layers.reduceRight<Send>((next, each) => (exchange) => layer(each, next, exchange), send);
  const taken: Send = async (exchange) => {
    const response = await staged(exchange);
    // The body may be another one by now, or none of ours; one that was read up on the way is the one that came.
    if (!exchange.raw && !response.bodyUsed) {
      exchange.text = await (exchange.operation.reader?.take(exchange, response, true) ?? response.clone().text());
    }
    return response;
  };
  // What a layer waits for, nobody knows: neither the call's signal nor its total timeout reaches it.
  return (exchange) => waitFor(taken(exchange), exchange);
}

/** The request may have been turned to another origin: credentials do not go there. */
export function refuseElsewhere(exchange: Exchange): void {
  const { url, base, core, operation } = exchange;
  if (core.session === undefined || !operation.security?.length || url.startsWith(`${base}/`)) return;
  const { origin } = new URL(url);
  if (origin === new URL(base).origin) return;
  throw exchange.error(ConfigurationError, `was turned to ${origin}, where its credentials may not go`);
}

function layer(each: Middleware, next: Send, exchange: Exchange): Promise<Response> {
  const { core, operation, signal } = exchange;
  const { url, method, headers, body } = exchange;
  const context: MiddlewareContext = {
    service: core.service.name,
    operation: operation.id,
    path: operation.path,
    signal,
  };
  return each(
    { url, method, headers, body },
    (request) => {
      exchange.url = request.url;
      exchange.method = request.method;
      exchange.headers = request.headers;
      exchange.body = request.body;
      return next(exchange);
    },
    context,
  );
}

/** The response with a body to read: the stages within have read the one it came with. */
function readable({ text, content }: Exchange, response: Response): Response {
  const { status, statusText, headers, url } = response;
  const copy = new Response((content as Blob | undefined) ?? (text || null), { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}

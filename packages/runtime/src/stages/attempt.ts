import { ConnectionError } from "../errors/connection-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Exchange, Send } from "../exchange.ts";
import { within } from "../wait-for.ts";
import type { SendRequest } from "./redirect.ts";

// One attempt: sent, and its body read, under one timer. The timer ends it after `timeout`, or sooner where the call's
// `totalTimeout` is used up before that. With `asResponse()` the timer ends with the headers. A given fetch need not heed
// its signal: the attempt ends nevertheless, and what comes later is thrown away.

const defaultTimeout = 30_000;

/** Milliseconds that an attempt may take by itself. */
export function timeoutOf(exchange: Exchange): number {
  return (exchange.setting("timeout") ?? defaultTimeout) || Infinity;
}

export const attempt: Send = async (exchange) => {
  const { signal, left, url } = exchange;
  if (signal?.aborted) throw exchange.aborted();
  const stop = new AbortController();
  // A body that goes to the caller unread outlives the attempt: its end is the signal's own business.
  const ends = signal && exchange.raw ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const late = (): Error => {
    stop.abort();
    return stop.signal.reason as Error;
  };
  try {
    return await within(exchange, Math.min(timeoutOf(exchange), left), late, answerTo(exchange, ends));
  } catch (cause) {
    const type = stop.signal.aborted ? TimeoutError : ConnectionError;
    stop.abort();
    if (cause instanceof SdkError) throw cause;
    throw exchange.error<SdkError>(type, `got no answer from ${url.split("/", 3).join("/")}`, cause);
  }
};

async function answerTo(exchange: Exchange, signal: AbortSignal): Promise<Response> {
  // The global one is looked up at the call, so that one replaced later is honoured.
  const transport = exchange.setting("fetch") ?? fetch;
  const send: SendRequest = ({ url, method, headers, body = null }) =>
    transport(url, { method, headers, body, signal, redirect: "manual", duplex: "half" } as RequestInit);
  let response = await send(exchange);
  if (signal.aborted) await response.body?.cancel();
  else if (!response.ok)
    response = await (exchange.core.observer.follow?.(exchange, response, send, signal) ?? response);
  // Without the extra a redirect is an answer as any other; only a browser hides all of it.
  if (!response.status) throw exchange.error(ConnectionError, "was redirected");
  if (exchange.raw || signal.aborted) return response;
  const text = await (exchange.operation.reader?.take(exchange, response) ?? response.text());
  // Another attempt may be under way by now.
  if (!signal.aborted) exchange.text = text;
  return response;
}

import { ConnectionError } from "../errors/connection-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Exchange, Send } from "../exchange.ts";
import { within } from "../wait-for.ts";
import { follow, initOf } from "./redirect.ts";

// One attempt: sent, and its body read, under one timer. The timer ends it after `timeout`, or sooner where the call's
// `totalTimeout` is used up before that. With `asResponse()` the timer ends with the headers. A given fetch need not heed
// its signal: the attempt ends nevertheless, and what comes later is thrown away.

const defaultTimeout = 30_000;

export const attempt: Send = async (exchange) => {
  const { signal, left } = exchange;
  if (signal?.aborted === true) throw exchange.aborted();
  const limit = exchange.setting("timeout") ?? defaultTimeout;
  const own = limit > 0 && limit <= left;
  const stop = new AbortController();
  // A body that goes to the caller unread outlives the attempt: its end is the signal's own business.
  const ends = signal !== undefined && exchange.raw ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const late = (): Promise<never> => {
    stop.abort();
    const what = `got no complete answer from ${origin(exchange)} within ${own ? `${limit} ms` : "its total timeout"}`;
    return Promise.reject(exchange.error(TimeoutError, what, stop.signal.reason));
  };
  try {
    return await within(exchange, own ? limit : left, late, answerTo(exchange, ends));
  } catch (cause) {
    stop.abort();
    if (cause instanceof SdkError) throw cause;
    throw exchange.error(ConnectionError, `got no answer from ${origin(exchange)}`, cause);
  }
};

function origin({ url }: Exchange): string {
  return url.split("/", 3).join("/");
}

async function answerTo(exchange: Exchange, stop: AbortSignal): Promise<Response> {
  const send = exchange.setting("fetch") ?? globalFetch;
  let response = await send(exchange.url, initOf(exchange, stop));
  if (stop.aborted) await response.body?.cancel();
  else if (!response.ok) response = await follow(exchange, send, stop, response);
  if (exchange.raw || stop.aborted) return response;
  const text = await (exchange.operation.reader?.take(exchange, response) ?? response.text());
  // Another attempt may be under way by now.
  if (!stop.aborted) exchange.text = text;
  return response;
}

// Looked up at the call, so that a global replaced later is honoured.
const globalFetch = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

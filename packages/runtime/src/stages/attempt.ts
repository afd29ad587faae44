import { ConnectionError } from "../errors/connection-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Exchange, Send } from "../exchange.ts";
import { after } from "../wait-for.ts";
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
  const late = new AbortController();
  // A body that goes to the caller unread outlives the attempt: its end is the signal's own business.
  const stop = signal !== undefined && exchange.raw ? AbortSignal.any([signal, late.signal]) : late.signal;
  let timer: ReturnType<typeof after>;
  let end: () => void;
  try {
    // What comes first settles it: `Promise.race` does the same with more promises.
    return await new Promise<Response>((resolve, reject) => {
      end = () => {
        late.abort();
        reject(stop.reason as Error);
      };
      timer = after(own ? limit : left, end);
      signal?.addEventListener("abort", end);
      answerTo(exchange, stop).then(resolve, reject);
    });
  } catch (cause) {
    if (cause instanceof SdkError) throw cause;
    if (exchange.signal?.aborted === true) throw exchange.aborted();
    const { origin } = new URL(exchange.url);
    if (!late.signal.aborted) throw exchange.error(ConnectionError, `got no answer from ${origin}`, cause);
    const within = own ? `${limit} ms` : "its total timeout";
    throw exchange.error(TimeoutError, `got no complete answer from ${origin} within ${within}`, cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", end!);
  }
};

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

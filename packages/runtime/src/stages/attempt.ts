import { ConnectionError } from "../errors/connection-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Send } from "../exchange.ts";
import { after } from "../wait-for.ts";
import { follow, initOf } from "./redirect.ts";

// One attempt: sent, and its body read, under one timer. The timer ends it after `timeout`, or sooner where the call's
// `totalTimeout` is used up before that. With `asResponse()` the timer ends with the headers.

const defaultTimeout = 30_000;

export const attempt: Send = async (exchange) => {
  const { signal, left } = exchange;
  const limit = exchange.setting("timeout") ?? defaultTimeout;
  const own = limit > 0 && limit <= left;
  const late = new AbortController();
  const timer = after(own ? limit : left, () => late.abort());
  // `any` holds the caller's signal weakly, so nothing has to be taken off it afterwards.
  const stop = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
  try {
    const send = exchange.setting("fetch") ?? globalFetch;
    let response = await send(exchange.url, initOf(exchange, stop));
    if (!response.ok) response = await follow(exchange, send, stop, response);
    if (!exchange.raw) exchange.text = await response.text();
    return response;
  } catch (cause) {
    if (cause instanceof SdkError) throw cause;
    if (signal?.aborted === true) throw exchange.aborted();
    const { baseUrl } = exchange.core;
    if (!late.signal.aborted) {
      throw exchange.error(ConnectionError, `got no answer from ${baseUrl}: ${reasonOf(cause)}`, cause);
    }
    const within = own ? `${limit} ms` : "its total timeout";
    throw exchange.error(TimeoutError, `got no complete answer from ${baseUrl} within ${within}`, cause);
  } finally {
    clearTimeout(timer);
  }
};

// Looked up at the call, so that a global replaced later is honoured.
const globalFetch = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

/** fetch says "fetch failed"; what failed is in its cause. */
function reasonOf(cause: unknown): string {
  const inner: unknown = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message || (inner as { code?: string }).code || inner.name : String(inner);
}

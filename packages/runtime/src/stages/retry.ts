import { AbortError } from "../errors/abort-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Exchange, Stage } from "../exchange.ts";

// - repeated: connection failures, attempts that took too long, 408, 429, 502, 503, 504 and what the spec adds
// - only idempotent methods, unless the spec or the caller says that a repetition does no harm; a stream is never sent twice
// - pauses: Retry-After where the answer has one, else exponential from 0.5 s to 8 s with full jitter
// - never past the total timeout: a pause that would end after it is not begun

const statuses = [408, 429, 502, 503, 504];
const idempotent = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"];
const defaultLimit = 2;
const defaultTotal = 120_000;
const firstPause = 500;
const longestPause = 8_000;
const longestRetryAfter = 60_000;

export const retry: Stage = (next) => async (exchange) => {
  const { options, defaults } = exchange;
  const total = options?.totalTimeout ?? defaults.totalTimeout ?? defaultTotal;
  if (exchange.deadline === 0 && total !== 0) exchange.deadline = performance.now() + total;
  const limit = repeatable(exchange) ? (options?.retry?.limit ?? defaults.retry?.limit ?? defaultLimit) : 0;
  for (let tries = 0; ; tries++) {
    let response: Response | undefined;
    let failure: unknown;
    try {
      response = await next(exchange);
      if (tries === limit || !worthRetry(exchange, response.status)) return response;
    } catch (error) {
      if (tries === limit || !(error instanceof ConnectionError || error instanceof TimeoutError)) throw error;
      failure = error;
    }
    const pause = retryAfter(response) ?? Math.random() * Math.min(longestPause, firstPause * 2 ** tries);
    if (pause > longestRetryAfter || (exchange.deadline !== 0 && performance.now() + pause >= exchange.deadline)) {
      if (response !== undefined) return response;
      throw failure;
    }
    if (exchange.raw) await response?.body?.cancel();
    exchange.defaults.logger?.info?.(`${exchange.operation.id}: attempt ${tries + 2} in ${Math.round(pause)} ms`);
    await sleep(pause, exchange);
  }
};

function repeatable({ operation, options, defaults, method, body }: Exchange): boolean {
  if (body instanceof ReadableStream) return false;
  return (
    idempotent.includes(method) ||
    operation.idempotent === true ||
    (options?.retry?.unsafe ?? defaults.retry?.unsafe ?? false)
  );
}

function worthRetry({ operation, core }: Exchange, status: number): boolean {
  if (status < 400) return false;
  const more = core.service.retryStatuses;
  return (
    statuses.includes(status) || more?.includes(status) === true || operation.retryStatuses?.includes(status) === true
  );
}

/** Milliseconds to wait by the Retry-After header: seconds or an HTTP date; undefined where it is absent or makes no sense. */
function retryAfter(response: Response | undefined): number | undefined {
  const value = response?.headers.get("retry-after");
  if (value === undefined || value === null || value === "") return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? Date.parse(value) - Date.now() : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function sleep(milliseconds: number, { service, operation, signal }: Exchange): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(new AbortError(service, `${operation.id} was aborted between two attempts`, { cause: signal?.reason }));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    }, milliseconds);
    if (signal?.aborted === true) onAbort();
    else signal?.addEventListener("abort", onAbort, { once: true });
  });
}

import { ConnectionError } from "../errors/connection-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Exchange, Stage } from "../exchange.ts";
import { within } from "../wait-for.ts";
import { pauseBefore } from "./pause.ts";

// - repeated: connection failures, attempts that took too long, 408, 429, 502, 503, 504 and what the spec adds
// - only idempotent methods, unless the spec or the caller says that a repetition does no harm; a stream is never sent twice
// - a pause of more than a minute, or one that would end after the total timeout, is not begun: what came is the answer

const statuses = [408, 429, 502, 503, 504];
const notIdempotent = /^(post|patch)$/i;
const defaultLimit = 2;
const longestPause = 60_000;

export const retry: Stage = (next) => {
  // Promises by hand: nearly every call ends with its first attempt, and one more async function costs as much as a header.
  const attempt = (exchange: Exchange, tries: number): Promise<Response> =>
    next(exchange).then(
      (response) => (response.ok ? response : again(exchange, tries, undefined, response)),
      (failure: unknown) => again(exchange, tries, failure),
    );

  const again = async (exchange: Exchange, tries: number, failure: unknown, response?: Response): Promise<Response> => {
    const { service, clock, observer } = exchange.core;
    const isWorthIt =
      (response ? worthRetry(exchange, response.status) : mayPass(failure)) && tries < limitOf(exchange);
    const pause = isWorthIt ? pauseBefore(tries, response?.headers, service, clock) : Infinity;
    if (pause > longestPause || pause >= exchange.left) {
      if (response) return response;
      throw failure;
    }
    if (exchange.raw) await response?.body?.cancel();
    observer.retrying?.(exchange, tries + 2, pause, failure);
    await within(exchange, pause);
    return attempt(exchange, tries + 1);
  };

  return (exchange) => attempt(exchange, 0);
};

/** Attempts beyond the first. */
function limitOf({ core, operation, options, method, body }: Exchange): number {
  const own = options?.retry;
  const { retry: usual } = core.options();
  const repeatable = operation.idempotent || !notIdempotent.test(method) || (own?.unsafe ?? usual?.unsafe);
  return repeatable && !(body instanceof ReadableStream) ? (own?.limit ?? usual?.limit ?? defaultLimit) : 0;
}

function worthRetry({ operation, core }: Exchange, status: number): boolean {
  return [statuses, core.service.retryStatuses, operation.retryStatuses].some((each) => each?.includes(status));
}

/** A redirect that is not followed is a ConnectionError as well, but has no cause that could pass; nor has a certificate. */
function mayPass(error: unknown): boolean {
  if (!(error instanceof ConnectionError)) return error instanceof TimeoutError;
  const { cause } = error as {
    readonly cause?: { readonly code?: string; readonly cause?: { readonly code?: string } };
  };
  return Boolean(cause) && !/CERT|TLS|SIGN/.test(`${cause!.code} ${cause!.cause?.code}`);
}

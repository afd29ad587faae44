import { AbortError } from "../errors/abort-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Exchange, Send } from "../exchange.ts";
import { follow } from "./redirect.ts";

// One attempt: sent, and its body read, under one timer. The timer ends it after `timeout`, or sooner where the call's
// `totalTimeout` is used up before that. With `asResponse()` the timer ends with the headers.

const defaultTimeout = 30_000;

export function attempt(): Send {
  return async (exchange) => {
    const { signal, options, defaults } = exchange;
    const limit = options?.timeout ?? defaults.timeout ?? defaultTimeout;
    const left = exchange.deadline === 0 ? Infinity : exchange.deadline - performance.now();
    const controller = new AbortController();
    const onAbort = (): void => controller.abort();
    const wait = Math.min(limit === 0 ? Infinity : limit, left);
    let late = false;
    const timer =
      wait === Infinity
        ? undefined
        : setTimeout(
            () => {
              late = true;
              controller.abort();
            },
            Math.max(0, wait),
          );
    signal?.addEventListener("abort", onAbort, { once: true });
    if (signal?.aborted === true) onAbort();
    try {
      const response = await follow(exchange, options?.fetch ?? defaults.fetch ?? globalFetch, controller.signal);
      if (!exchange.raw) exchange.text = await response.text();
      return response;
    } catch (cause) {
      throw explain(exchange, cause, late ? (limit !== 0 && limit <= left ? limit : "total") : undefined);
    } finally {
      clearTimeout(timer);
      // The caller's signal stays in force for a body that the caller reads.
      if (!exchange.raw) signal?.removeEventListener("abort", onAbort);
    }
  };
}

// Looked up at the call, so that a global replaced later is honoured.
const globalFetch = (url: string, init: RequestInit): Promise<Response> => fetch(url, init);

function explain(
  { service, operation, signal, url }: Exchange,
  cause: unknown,
  late: number | "total" | undefined,
): SdkError {
  if (cause instanceof SdkError) return cause;
  if (signal?.aborted === true) return new AbortError(service, `${operation.id} was aborted`, { cause: signal.reason });
  if (late !== undefined) {
    const limit = late === "total" ? "the total timeout" : `${late} ms`;
    return new TimeoutError(service, `${operation.id}: no complete answer from ${new URL(url).host} within ${limit}`, {
      cause,
    });
  }
  return new ConnectionError(service, `${operation.id}: no answer from ${new URL(url).host}: ${reasonOf(cause)}`, {
    cause,
  });
}

/** fetch says "fetch failed"; what failed is in its cause. */
function reasonOf(cause: unknown): string {
  const inner: unknown = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message || (inner as { code?: string }).code || inner.name : String(inner);
}

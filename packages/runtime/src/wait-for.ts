import { TimeoutError } from "./errors/timeout-error.ts";
import type { Exchange } from "./exchange.ts";

const longestTimer = 2 ** 31 - 1;

/**
 * Waits for some work: no longer than so many milliseconds, after which the outcome is what `late` gives, and no longer than
 * the call's signal lets it. Neither ends the work itself.
 */
export function within<T>(
  exchange: Exchange,
  milliseconds: number,
  late: () => T | Promise<T>,
  work?: Promise<T>,
): Promise<T> {
  const { signal } = exchange;
  return new Promise<T>((resolve, reject) => {
    const end = <V>(settle: (value: V) => void, value: V): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
      settle(value);
    };
    const onAbort = (): void => end(reject, exchange.aborted());
    // Where there is no limit there is no timer, nor where it is longer than timers can be.
    const timer =
      milliseconds < longestTimer ? setTimeout(() => end(resolve, late()), Math.max(0, milliseconds)) : undefined;
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted === true) onAbort();
    work?.then(
      (value) => end(resolve, value),
      (error: unknown) => end(reject, error),
    );
  });
}

/** Waits for what others may wait for as well; the call's signal and its total timeout end this wait alone. */
export function waitFor<T>(shared: Promise<T>, exchange: Exchange): Promise<T> {
  const late = (): Promise<T> => Promise.reject(exchange.error(TimeoutError, "took longer than its total timeout"));
  return within(exchange, exchange.left, late, shared);
}

import { TimeoutError } from "./errors/timeout-error.ts";
import type { Exchange } from "./exchange.ts";

const longestTimer = 2 ** 31 - 1;

/**
 * Waits for some work: no longer than so many milliseconds, after which it fails with what `late` gives (or succeeds, where
 * there is none), and no longer than the call's signal lets it. Neither ends the work itself.
 */
export function within<T>(exchange: Exchange, milliseconds: number, late?: () => Error, work?: Promise<T>): Promise<T> {
  const { signal } = exchange;
  return new Promise<T>((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const fail = (error: Error): void => {
      end();
      reject(error);
    };
    const succeed = (value: T): void => {
      end();
      resolve(value);
    };
    const onAbort = (): void => fail(exchange.aborted());
    const onTime = (): void => (late ? fail(late()) : succeed(undefined as T));
    // Where there is no limit there is no timer, nor where it is longer than timers can be.
    const timer = milliseconds < longestTimer ? setTimeout(onTime, Math.max(0, milliseconds)) : undefined;
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
    work?.then(succeed, fail);
  });
}

/** Waits for what others may wait for as well; the call's signal and its total timeout end this wait alone. */
export function waitFor<T>(shared: Promise<T>, exchange: Exchange): Promise<T> {
  return within(
    exchange,
    exchange.left,
    () => exchange.error(TimeoutError, "took longer than its total timeout"),
    shared,
  );
}

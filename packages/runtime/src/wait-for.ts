import { TimeoutError } from "./errors/timeout-error.ts";
import type { Exchange } from "./exchange.ts";

const longestTimer = 2 ** 31 - 1;

/** A timer; none where there is no limit, and none longer than timers can be. */
export function after(milliseconds: number, action: () => void): ReturnType<typeof setTimeout> | undefined {
  return milliseconds < longestTimer ? setTimeout(action, Math.max(0, milliseconds)) : undefined;
}

/** Waits for what others may wait for as well; the call's signal and its total timeout end this wait alone. */
export function waitFor<T>(shared: Promise<T>, exchange: Exchange): Promise<T> {
  const { signal } = exchange;
  let stop: () => void;
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void => reject(exchange.aborted());
    const timer = after(exchange.left, () =>
      reject(exchange.error(TimeoutError, "took longer than its total timeout")),
    );
    stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted === true) onAbort();
    shared.then(resolve, reject);
  }).finally(() => stop());
}

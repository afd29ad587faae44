import { AbortError } from "./errors/abort-error.ts";
import type { Exchange } from "./exchange.ts";

/** Waits for what several calls may wait for; the call's signal ends this wait alone. */
export function waitFor<T>(shared: Promise<T>, { signal, service, operation }: Exchange): Promise<T> {
  if (signal === undefined) return shared;
  return new Promise<T>((resolve, reject) => {
    const onAbort = (): void =>
      reject(new AbortError(service, `${operation.id} was aborted while signing in`, { cause: signal.reason }));
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) onAbort();
    shared.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}

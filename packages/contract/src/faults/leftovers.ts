import { createHook } from "node:async_hooks";
import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";

/** What a row has to put away. */
export interface Leftovers {
  /** A signal as a caller hands it in; nothing may listen to it in the end. */
  watch(signal: AbortSignal): void;
  /** Resolves with what is left when nothing more goes away by itself. */
  after(): Promise<string[]>;
}

const SOCKETS = ["TCPSocketWrap", "TLSWrap"];
const PATIENCE = 1_000;

export function watchLeftovers(): Leftovers {
  const timers = watchTimers();
  const before = countSockets();
  const signals: AbortSignal[] = [];
  const unhandled: unknown[] = [];
  const warnings: Error[] = [];
  const onUnhandled = (reason: unknown): void => void unhandled.push(reason);
  const onWarning = (warning: Error): void => void warnings.push(warning);
  process.on("unhandledRejection", onUnhandled).on("warning", onWarning);

  const left = (): string[] => {
    const sockets = countSockets() - before;
    const heard = signals.filter((signal) => getEventListeners(signal, "abort").length > 0);
    return [
      ...timers.left(),
      ...(sockets > 0 ? [`${sockets} open sockets`] : []),
      ...heard.map(() => "a listener on the caller's signal"),
    ];
  };
  return {
    watch: (signal) => void signals.push(signal),
    async after() {
      // Connections close and rejections are reported some turns of the event loop later.
      const deadline = performance.now() + PATIENCE;
      for (let turn = 0; turn < 5 || (left().length > 0 && performance.now() < deadline); turn++) await setImmediate();
      process.off("unhandledRejection", onUnhandled).off("warning", onWarning);
      timers.stop();
      return [
        ...left(),
        ...unhandled.map((reason) => `an unhandled rejection: ${String(reason)}`),
        ...warnings.map((warning) => `a warning: ${String(warning)}`),
      ];
    },
  };
}

/** Timers that were set since, are not over, and keep the process alive: those that nobody waits for are Node's own. */
function watchTimers(): { left(): string[]; stop(): void } {
  const timers = new Map<number, NodeJS.Timeout>();
  const hook = createHook({
    init(id, type, _trigger, resource) {
      if (type === "Timeout") timers.set(id, resource as NodeJS.Timeout);
    },
    destroy: (id) => void timers.delete(id),
  }).enable();
  return {
    left() {
      const alive = [...timers.values()].filter((timer) => timer.hasRef());
      return alive.map((timer) => `a timer of ${lengthOf(timer) ?? "some"} ms`);
    },
    stop: () => void hook.disable(),
  };
}

/** Node has it, though its types do not say so. */
function lengthOf(timer: NodeJS.Timeout): number | undefined {
  return (timer as { readonly _idleTimeout?: number })._idleTimeout;
}

function countSockets(): number {
  return process.getActiveResourcesInfo().filter((each) => SOCKETS.includes(each)).length;
}

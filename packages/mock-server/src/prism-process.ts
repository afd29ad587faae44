import { setTimeout as sleep } from "node:timers/promises";
import type { Backend } from "./backend.ts";
import type { JsonObject } from "./json.ts";
import { startPrismChild, type PrismChild } from "./prism-child.ts";
import type { MockReport } from "./types.ts";

const RESTARTS = 5;
const FIRST_PAUSE = 100;
/** A broken connection is seen before the process is known to have ended. */
const EXIT_LIMIT = 1_000;

export interface InChild {
  readonly errors: boolean;
  readonly onReport: (report: MockReport) => void;
}

/** Prism's command line as a child process that is started again whenever it ends by itself. */
export async function prismProcess(document: JsonObject, { errors, onReport }: InChild): Promise<Backend> {
  const text = JSON.stringify(document);
  const closing = new AbortController();
  const endings = new Map<string, Promise<string>>(); // by address
  let current: Promise<PrismChild> = startPrismChild(text, errors);

  const watch = async (child: PrismChild): Promise<void> => {
    const ending = child.ended.then((how) => `Prism's process ${child.pid} ${how}`);
    endings.set(child.address.href, ending);
    const message = await ending;
    if (closing.signal.aborted) return;
    onReport({ kind: "crash", message });
    current = restart(1);
    const outcome = await current.catch(asError);
    if (closing.signal.aborted) return;
    if (outcome instanceof Error) onReport({ kind: "stopped", message: outcome.message });
    else onReport({ kind: "restart", message: `Prism is back as process ${outcome.pid}` });
  };

  const restart = async (attempt: number): Promise<PrismChild> => {
    try {
      const child = await startPrismChild(text, errors);
      void watch(child);
      return child;
    } catch (error) {
      if (attempt === RESTARTS) {
        const message = `Prism did not start again in ${RESTARTS} attempts: ${asError(error).message}`;
        throw new Error(message, { cause: error });
      }
    }
    await sleep(FIRST_PAUSE * 2 ** (attempt - 1), undefined, { signal: closing.signal });
    return await restart(attempt + 1);
  };

  void watch(await current);
  return {
    address: async () => (await current).address,
    explain: async (address, error) => {
      const late = sleep(EXIT_LIMIT, `The connection to Prism's process broke: ${error.message}`, { ref: false });
      return await Promise.race([endings.get(address.href) ?? late, late]);
    },
    close: async () => {
      closing.abort();
      const child = await current.catch(() => undefined);
      await child?.stop();
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

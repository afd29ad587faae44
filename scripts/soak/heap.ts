import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes of live objects, once everything else has been collected. */
export async function liveHeap(): Promise<number> {
  const collect = collector();
  // What is freed in one turn lets go of more in the next.
  for (let turn = 0; turn < 5; turn++) {
    collect();
    await setImmediate();
  }
  return process.memoryUsage().heapUsed;
}

/** `node --expose-gc` gives it; without that flag it can still be had. */
function collector(): () => void {
  const { gc } = globalThis as { gc?: () => void };
  if (gc !== undefined) return gc;
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}

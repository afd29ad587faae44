/// <reference types="node" />
import { mistake } from "./mistake.ts";

type Undici = typeof import("undici");

const slots = ["undici.globalDispatcher.1", "undici.globalDispatcher.2"].map((name) => Symbol.for(name));

/**
 * Loads undici at the first call, without the effect it has on the process: when loaded, it makes itself what the
 * global `fetch` sends by, unless Node's own copy is there already, and newer versions do so even then.
 */
export async function loadUndici(): Promise<Undici> {
  // Makes Node load its own copy, if nothing has yet.
  Reflect.get(globalThis, "Headers");
  const before = slots.map((slot): unknown => Reflect.get(globalThis, slot));
  try {
    return await import("undici");
  } catch (cause) {
    throw mistake("undici cannot be loaded. Install it, in a version for this Node: npm install undici", cause);
  } finally {
    slots.forEach((slot, index) => {
      if (before[index] !== undefined) Reflect.set(globalThis, slot, before[index]);
    });
  }
}

import type { ApiError } from "../errors/api-error.ts";
import type { Held } from "./held.ts";
import type { SessionKind, Way } from "./kind.ts";
import { takeStep } from "./steps.ts";

/**
 * Ends a session that this client made, unless it is over. That it is gone all the same is fine, and other failures are no
 * one's to handle: they go to the log.
 */
export async function logOut(way: Way, held: Held): Promise<void> {
  if (held.isOver?.(held.lastUse, way.core.clock.now())) return;
  held.owned = false;
  try {
    await takeStep(way, held, (way.kind as SessionKind).logout!(held.values));
  } catch (error) {
    if (![401, 404].includes((error as ApiError).status)) {
      way.core.observer.warn?.("the session could not be ended", error);
    }
  }
}

import { ApiError } from "../errors/api-error.ts";
import type { Held } from "./held.ts";
import type { SessionKind, Way } from "./kind.ts";
import { takeStep } from "./steps.ts";

/** Ends a session. That it is gone already is fine, and other failures are no one's to handle: they go to the log. */
export async function logOut(way: Way, { logout }: SessionKind, { values, puts, secrets }: Held): Promise<void> {
  try {
    if (logout !== undefined) await takeStep(way, { authorize: puts, ...logout(values) }, secrets);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 404)) return;
    way.core.observer.warn?.("the session could not be ended", error);
  }
}

import { ApiError } from "../errors/api-error.ts";
import type { Held } from "./log-in.ts";
import { takeStep, type Way } from "./steps.ts";

/** Ends a session. That it is gone already is fine, and other failures are no one's to handle: they go to the log. */
export async function logOut(way: Way, { values, secrets }: Held): Promise<void> {
  const { core, kind } = way;
  const { logout } = kind;
  if (logout === undefined) return;
  try {
    await takeStep(way, logout, logout.authorize ?? kind.authorize, { session: values }, secrets);
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 404)) return;
    core.observer?.warn?.("the session could not be ended", error);
  }
}

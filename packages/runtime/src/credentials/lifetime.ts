import { skewOf } from "../skew.ts";
import type { Answer } from "./kind.ts";

/** How long a session lasts, in this machine's milliseconds since 1970-01-01 UTC. Of one without, only a 401 tells its end. */
export interface Lifetime {
  /** Over at this time whatever happens. */
  readonly expires: number;
  /** Over after so many milliseconds without use. */
  readonly idle: number;
  /** Whether it is over, or so nearly that it is better renewed before it is used. */
  readonly isOver: (lastUse: number, now: number, nearly?: boolean) => boolean;
}

const aheadOfExpiry = 60_000;

export function lifetimeOf(expires: number, idle: number, began: number): Lifetime {
  const ahead = Math.min(aheadOfExpiry, (expires - began) / 10, idle / 10);
  return {
    expires,
    idle,
    isOver: (lastUse, now, nearly) => Math.min(expires, lastUse + idle) - now <= (nearly ? ahead : 0),
  };
}

/**
 * Seconds since the login or since the last use, or a point of time; the earliest counts, `fixed` only where `until` makes
 * no sense. A point of time is by the appliance's clock, which its Date header tells.
 */
export function lasting(
  { fixed, idle, until }: { readonly fixed?: unknown; readonly idle?: unknown; readonly until?: unknown },
  { headers }: Answer,
  now: number,
): Lifetime {
  const end = Date.parse(String(until));
  const expires = Number.isNaN(end) ? now + milliseconds(fixed) : end - skewOf(headers, now);
  return lifetimeOf(expires, milliseconds(idle), now);
}

function milliseconds(seconds: unknown): number {
  return typeof seconds === "number" && seconds > 0 ? seconds * 1000 : Infinity;
}

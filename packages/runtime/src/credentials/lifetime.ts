import { skewOf } from "../skew.ts";
import { evaluate, type Scope } from "./expression.ts";
import type { Kind } from "./kind.ts";

/** How long a session lasts, in this machine's milliseconds since 1970-01-01 UTC. */
export interface Lifetime {
  /** Over at this time whatever happens. */
  readonly expires: number | undefined;
  /** Over after so many milliseconds without use. */
  readonly idle: number | undefined;
}

const aheadOfExpiry = 60_000;

/** Reads a lifetime from the login's answer. A point of time there is by the appliance's clock, which its Date header tells. */
export function lifetimeOf(kind: Kind, scope: Scope, now: number): Lifetime {
  const { fixed, idle, until } = kind.lifetime ?? {};
  const seconds = (value: number | string | undefined): number | undefined => {
    const found = typeof value === "string" ? evaluate(value, scope) : value;
    return typeof found === "number" && found > 0 ? found * 1000 : undefined;
  };
  const end = until === undefined ? NaN : Date.parse(String(evaluate(until, scope)));
  const span = seconds(fixed);
  return {
    expires: Number.isNaN(end) ? span && now + span : end - skewOf(scope.response?.headers, now),
    idle: seconds(idle),
  };
}

interface Timed {
  readonly lifetime: Lifetime;
  readonly began: number;
  readonly lastUse: number;
}

/** Whether so little is left of a session that it is better renewed before it is used. */
export function isAlmostOver(timed: Timed, now: number): boolean {
  const { lifetime, began } = timed;
  const { expires = Infinity, idle = Infinity } = lifetime;
  const ahead = Math.min(aheadOfExpiry, (expires - began) / 10, idle / 10);
  return now >= endOf(timed) - ahead;
}

export function isOver(timed: Timed, now: number): boolean {
  return now >= endOf(timed);
}

/** The earlier of the two ends that a session may have. */
function endOf({ lifetime: { expires = Infinity, idle = Infinity }, lastUse }: Timed): number {
  return Math.min(expires, lastUse + idle);
}

import { timeUntil } from "../time-until.ts";
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

/** In milliseconds; without end where nothing is said. */
export interface Spans {
  readonly fixed?: number | undefined;
  readonly idle?: number | undefined;
}

const aheadOfExpiry = 60_000;

/** The lifetime of a session that lasts so many milliseconds from when it began, or without use. */
export function lifetime({ fixed = Infinity, idle = Infinity }: Spans): (began: number) => Lifetime {
  const ahead = Math.min(aheadOfExpiry, fixed / 10, idle / 10);
  return (began) => ({
    expires: began + fixed,
    idle,
    isOver: (lastUse, now, nearly) => Math.min(began + fixed, lastUse + idle) - now <= (nearly ? ahead : 0),
  });
}

// What an answer says of a lifetime, in milliseconds; undefined where it makes no sense.

/** A number of seconds. */
export function seconds(value: unknown): number | undefined {
  return typeof value === "number" && value > 0 ? value * 1000 : undefined;
}

/** A point of time. What has just begun is not over already: a time in the past makes no sense. */
export function until(time: unknown, { headers, now }: Answer): number | undefined {
  return timeUntil(Date.parse(String(time)), headers, now) || undefined;
}

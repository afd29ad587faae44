import type { Clock } from "../clock.ts";
import { span, timeUntil } from "../time-until.ts";

/** What a service's own rate-limit header says of the pause that it wants: milliseconds, or undefined where it is silent. */
export type RateLimit = (headers: Headers | undefined, clock: Clock) => number | undefined;

/** A header with a point of time, or with a delay, in units of which so many make a second. */
export function rateLimit(header: string, is: "timestamp" | "delay", perSecond: number): RateLimit {
  return (headers, clock) => {
    const value = headers?.get(header);
    if (!value) return undefined;
    const milliseconds = (Number(value) / perSecond) * 1000;
    return is === "delay" ? span(milliseconds) : timeUntil(milliseconds, headers, clock.now());
  };
}

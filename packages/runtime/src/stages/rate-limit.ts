import type { Clock } from "../clock.ts";
import { span, timeUntil } from "../time-until.ts";

/** What a service's own rate-limit header says of the pause that it wants: milliseconds, or undefined where it is silent. */
export type RateLimit = (headers: Headers | undefined, clock: Clock) => number | undefined;

/**
 * A header with a point of time, or with a delay, in units of which so many make a second. Services send it with every answer:
 * where calls are left, by the header `remaining`, what failed did so for another reason.
 */
export function rateLimit(header: string, is: "timestamp" | "delay", perSecond: number, remaining?: string): RateLimit {
  return (headers, clock) => {
    const value = headers?.get(header);
    if (!value || (remaining && Number(headers!.get(remaining)) > 0)) return undefined;
    const milliseconds = (Number(value) / perSecond) * 1000;
    return is === "delay" ? span(milliseconds) : timeUntil(milliseconds, headers, clock.now());
  };
}

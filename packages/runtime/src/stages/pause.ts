import type { Clock } from "../clock.ts";
import type { Service } from "../operation.ts";
import { span, timeUntil } from "../time-until.ts";

const first = 500;
const longest = 8_000;

/**
 * Milliseconds to wait before the next attempt: what Retry-After says, else the service's own rate-limit header, else
 * exponentially more from 0.5 s to 8 s, with full jitter.
 */
export function pauseBefore(tries: number, headers: Headers | undefined, service: Service, clock: Clock): number {
  return (
    retryAfter(headers, clock) ??
    service.rateLimit?.(headers, clock) ??
    clock.random() * Math.min(longest, first * 2 ** tries)
  );
}

/** Seconds or an HTTP date; undefined where it is absent or makes no sense. */
function retryAfter(headers: Headers | undefined, clock: Clock): number | undefined {
  const value = headers?.get("retry-after") ?? "";
  // Number and Date.parse alone would make something of "0x1E", "-5" and "soon 5".
  if (/^[\d.]+$/.test(value)) return span(Number(value) * 1000);
  // asctime, the oldest of the three forms, is GMT without saying so.
  const date = /^[A-Z].*\d:\d\d:\d\d/.test(value) ? value.replace(/( GMT)?$/, " GMT") : "";
  return timeUntil(Date.parse(date), headers, clock.now());
}

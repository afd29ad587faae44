import type { Clock } from "../clock.ts";
import type { Service } from "../operation.ts";

const first = 500;
const longest = 8_000;

/**
 * Milliseconds to wait before the next attempt: what Retry-After says, else the service's own rate-limit header, else
 * exponentially more from 0.5 s to 8 s, with full jitter.
 */
export function pauseBefore(tries: number, headers: Headers | undefined, service: Service, clock: Clock): number {
  return (
    retryAfter(headers, clock) ??
    untilReset(headers, service, clock) ??
    clock.random() * Math.min(longest, first * 2 ** tries)
  );
}

/** Seconds or an HTTP date; undefined where it is absent or makes no sense. */
function retryAfter(headers: Headers | undefined, clock: Clock): number | undefined {
  const value = headers?.get("retry-after");
  if (!value) return undefined;
  const seconds = Number(value);
  return span(Number.isNaN(seconds) ? Date.parse(value) - clock.now() : seconds * 1000);
}

function untilReset(headers: Headers | undefined, { rateLimit }: Service, clock: Clock): number | undefined {
  const value = rateLimit && headers?.get(rateLimit.header);
  if (!value) return undefined;
  const milliseconds = (Number(value) / rateLimit.perSecond) * 1000;
  return span(rateLimit.is === "delay" ? milliseconds : milliseconds - clock.now());
}

function span(milliseconds: number): number | undefined {
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

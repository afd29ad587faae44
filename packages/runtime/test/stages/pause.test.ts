import { describe, expect, it } from "vitest";
import { pauseBefore } from "../../src/stages/pause.ts";
import { service, stillClock } from "../support/sample.ts";

const now = Date.parse("2030-01-01T00:00:00Z");
const clock = (random: number): ReturnType<typeof stillClock> => ({ ...stillClock(now), random: () => random });
const plain = (tries: number, random: number): number => pauseBefore(tries, undefined, service, clock(random));
const after = (headers: Record<string, string>, own = service): number =>
  pauseBefore(0, new Headers(headers), own, clock(0.5));

describe("without a header the pause", () => {
  it("doubles from half a second to eight", () => {
    expect([0, 1, 2, 3, 4, 5, 6].map((tries) => plain(tries, 1))).toEqual([500, 1000, 2000, 4000, 8000, 8000, 8000]);
  });

  it("has full jitter", () => {
    expect([0, 0.25, 0.999].map((random) => plain(2, random))).toEqual([0, 500, 1998]);
  });
});

describe("Retry-After", () => {
  it.each([
    ["2", 2000],
    ["0", 0],
    ["1.5", 1500],
    ["-3", 0],
    ["Tue, 01 Jan 2030 00:00:07 GMT", 7000],
    ["Mon, 31 Dec 2029 23:59:00 GMT", 0],
  ])("%s is a pause of %i ms", (value, pause) => {
    expect(after({ "retry-after": value })).toBe(pause);
  });

  it.each(["soon", ""])("that says %j counts as absent", (value) => {
    expect(after({ "retry-after": value })).toBe(250);
  });
});

describe("the service's rate-limit header", () => {
  const reset = (is: "timestamp" | "delay", perSecond: number): typeof service => ({
    ...service,
    rateLimit: { header: "X-RateLimit-Reset", is, perSecond },
  });

  it("may be a point of time in microseconds", () => {
    const header = { "x-ratelimit-reset": String((now + 3000) * 1000) };
    expect(after(header, reset("timestamp", 1_000_000))).toBe(3000);
  });

  it("may be a delay in seconds", () => {
    expect(after({ "x-ratelimit-reset": "4" }, reset("delay", 1))).toBe(4000);
  });

  it("yields to Retry-After", () => {
    expect(after({ "x-ratelimit-reset": "4", "retry-after": "1" }, reset("delay", 1))).toBe(1000);
  });

  it("counts as absent where it makes no sense", () => {
    expect(after({ "x-ratelimit-reset": "later" }, reset("delay", 1))).toBe(250);
  });
});

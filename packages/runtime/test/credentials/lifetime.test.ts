import { describe, expect, it } from "vitest";
import { lifetime, type Spans, seconds as spanOf, until as timeUntil } from "../../src/credentials/lifetime.ts";

const now = Date.parse("2030-01-01T00:00:00Z");
const seconds = 1000;

describe("a lifetime that an answer tells", () => {
  const until = (time: unknown, date?: string): number | undefined => {
    const headers = new Headers(date === undefined ? {} : { date });
    return timeUntil(time, { headers, body: undefined, now });
  };

  it("is a number of seconds", () => {
    expect(spanOf(1800)).toBe(1800 * seconds);
  });

  it.each([undefined, "90", 0, -1, null])("makes no sense: %j", (value) => {
    expect(spanOf(value)).toBeUndefined();
  });

  it("is a point of time, by the answer's Date", () => {
    const end = "2030-01-01T01:10:00Z";
    expect(until(end, "Tue, 01 Jan 2030 01:00:00 GMT")).toBe(600 * seconds);
    expect(until(end, "Mon, 31 Dec 2029 23:00:00 GMT")).toBe(7800 * seconds);
    expect(until(end)).toBe(4200 * seconds);
  });

  it.each([undefined, null, "soon", "2029-12-31T23:59:00Z", "2030-01-01T00:00:00Z"])(
    "is no point of time: %j",
    (time) => {
      expect(until(time)).toBeUndefined();
    },
  );
});

describe("a session is almost over", () => {
  const almostOver = (spans: Spans, after: number, lastUse = 0): boolean =>
    lifetime(spans)(now).isOver(now + lastUse * seconds, now + after * seconds, true);

  it("60 seconds ahead of its end", () => {
    const fixed = 3600 * seconds;
    expect([3539, 3540, 3600].map((after) => almostOver({ fixed }, after))).toEqual([false, true, true]);
  });

  it("a tenth ahead where it is short", () => {
    const fixed = 100 * seconds;
    expect([89, 90].map((after) => almostOver({ fixed }, after))).toEqual([false, true]);
  });

  it("a tenth of an idle life, or 60 seconds, ahead of its idle end", () => {
    expect([89, 90].map((after) => almostOver({ idle: 100 * seconds }, after))).toEqual([false, true]);
    expect([1739, 1740].map((after) => almostOver({ idle: 1800 * seconds }, after))).toEqual([false, true]);
  });

  it("later after it was used", () => {
    expect(almostOver({ idle: 100 * seconds }, 140, 50)).toBe(true);
    expect(almostOver({ idle: 100 * seconds }, 139, 50)).toBe(false);
  });

  it("at whichever end comes first", () => {
    const both = { fixed: 1000 * seconds, idle: 2000 * seconds };
    expect(almostOver(both, 960)).toBe(true);
  });

  it("never, where nothing is known", () => {
    expect(almostOver({}, 1e9)).toBe(false);
  });
});

it("a session is over at its end, not before", () => {
  const { isOver } = lifetime({ fixed: 1000 })(now);
  expect([isOver(now, now + 999), isOver(now, now + 1000)]).toEqual([false, true]);
});

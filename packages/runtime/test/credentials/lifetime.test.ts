import { describe, expect, it } from "vitest";
import { lasting, type Lifetime, lifetimeOf } from "../../src/credentials/lifetime.ts";

const now = Date.parse("2030-01-01T00:00:00Z");
const seconds = 1000;

function read(says: Parameters<typeof lasting>[0], date?: string): Pick<Lifetime, "expires" | "idle"> {
  const headers = new Headers(date === undefined ? {} : { date });
  const { expires, idle } = lasting(says, { headers, body: undefined }, now);
  return { expires, idle };
}

describe("a lifetime", () => {
  it("is fixed from the login on", () => {
    expect(read({ fixed: 600 })).toEqual({ expires: now + 600 * seconds, idle: Infinity });
  });

  it("is idle from the last use on, in seconds", () => {
    expect(read({ idle: 1800 })).toEqual({ expires: Infinity, idle: 1800 * seconds });
  });

  it.each([undefined, "90", 0, -1, null])("that makes no sense in the answer is unknown: %j", (idle) => {
    expect(read({ idle })).toEqual({ expires: Infinity, idle: Infinity });
  });

  it("until a point of time is corrected by the answer's Date", () => {
    const until = "2030-01-01T01:10:00Z";
    expect(read({ until }, "Tue, 01 Jan 2030 01:00:00 GMT").expires).toBe(now + 600 * seconds);
    expect(read({ until }, "Mon, 31 Dec 2029 23:00:00 GMT").expires).toBe(now + 7800 * seconds);
    expect(read({ until }).expires).toBe(now + 4200 * seconds);
  });

  it.each([undefined, "soon"])("until a point of time falls back on the fixed one: %j", (until) => {
    expect(read({ until, fixed: 60 }).expires).toBe(now + 60 * seconds);
  });

  it("is unknown where the kind has none", () => {
    expect(read({})).toEqual({ expires: Infinity, idle: Infinity });
  });
});

describe("a session is almost over", () => {
  const almostOver = (lifetime: Partial<Lifetime>, after: number, lastUse = 0): boolean => {
    const { expires = Infinity, idle = Infinity } = lifetime;
    return lifetimeOf(expires, idle, now).isOver(now + lastUse * seconds, now + after * seconds, true);
  };

  it("60 seconds ahead of its end", () => {
    const expires = now + 3600 * seconds;
    expect([3539, 3540, 3600].map((after) => almostOver({ expires }, after))).toEqual([false, true, true]);
  });

  it("a tenth ahead where it is short", () => {
    const expires = now + 100 * seconds;
    expect([89, 90].map((after) => almostOver({ expires }, after))).toEqual([false, true]);
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
    const both = { expires: now + 1000 * seconds, idle: 2000 * seconds };
    expect(almostOver(both, 960)).toBe(true);
  });

  it("never, where nothing is known", () => {
    expect(almostOver({}, 1e9)).toBe(false);
  });
});

it("a session is over at its end, not before", () => {
  const { isOver } = lifetimeOf(now + 1000, Infinity, now);
  expect([isOver(now, now + 999), isOver(now, now + 1000)]).toEqual([false, true]);
});

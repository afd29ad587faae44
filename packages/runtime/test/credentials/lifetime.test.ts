import { describe, expect, it } from "vitest";
import { isAlmostOver, isOver, type Lifetime, lifetimeOf } from "../../src/credentials/lifetime.ts";
import type { Kind } from "../../src/credentials/kind.ts";
import { lasting } from "../support/kinds.ts";

const now = Date.parse("2030-01-01T00:00:00Z");
const seconds = 1000;

function read(lifetime: NonNullable<Kind["lifetime"]>, body: object, date?: string): Lifetime {
  const headers = new Headers(date === undefined ? {} : { date });
  return lifetimeOf(lasting(lifetime), { response: { headers, body } }, now);
}

describe("a lifetime", () => {
  it("is fixed from the login on", () => {
    expect(read({ fixed: 600 }, {})).toEqual({ expires: now + 600 * seconds, idle: undefined });
  });

  it("is idle from the last use on, by a number or as the answer says", () => {
    expect(read({ idle: 1800 }, {})).toEqual({ expires: undefined, idle: 1800 * seconds });
    expect(read({ idle: "$response.body#/s" }, { s: 90 })).toEqual({ expires: undefined, idle: 90 * seconds });
  });

  it.each([{}, { s: "90" }, { s: 0 }, { s: -1 }, { s: null }])(
    "that makes no sense in the answer is unknown: %j",
    (body) => {
      expect(read({ idle: "$response.body#/s" }, body)).toEqual({ expires: undefined, idle: undefined });
    },
  );

  it("until a point of time is corrected by the answer's Date", () => {
    const body = { end: "2030-01-01T01:10:00Z" };
    expect(read({ until: "$response.body#/end" }, body, "Tue, 01 Jan 2030 01:00:00 GMT").expires).toBe(
      now + 600 * seconds,
    );
    expect(read({ until: "$response.body#/end" }, body, "Mon, 31 Dec 2029 23:00:00 GMT").expires).toBe(
      now + 7800 * seconds,
    );
    expect(read({ until: "$response.body#/end" }, body).expires).toBe(now + 4200 * seconds);
  });

  it.each([{}, { end: "soon" }])("until a point of time falls back on the fixed one: %j", (body) => {
    expect(read({ until: "$response.body#/end", fixed: 60 }, body).expires).toBe(now + 60 * seconds);
  });

  it("is unknown where the kind has none", () => {
    expect(read({}, {})).toEqual({ expires: undefined, idle: undefined });
  });
});

describe("a session is almost over", () => {
  const almostOver = (lifetime: Partial<Lifetime>, after: number, lastUse = 0): boolean =>
    isAlmostOver(
      { lifetime: { expires: undefined, idle: undefined, ...lifetime }, began: now, lastUse: now + lastUse * seconds },
      now + after * seconds,
    );

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
  const timed = { lifetime: { expires: now + 1000, idle: undefined }, began: now, lastUse: now };
  expect([isOver(timed, now + 999), isOver(timed, now + 1000)]).toEqual([false, true]);
});

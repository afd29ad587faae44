import { describe, expect, it } from "vitest";
import { chanceOf, pick } from "../../soak/random.ts";

describe("chance", () => {
  it("is the same for the same seed and place, and another for another", () => {
    const all = [chanceOf(1, 5, 0), chanceOf(1, 5, 1), chanceOf(1, 6, 0), chanceOf(2, 5, 0), chanceOf(1, 5)];
    expect([chanceOf(1, 5, 0), chanceOf(1, 5, 1)]).toEqual(all.slice(0, 2));
    expect(new Set(all).size).toBe(all.length);
  });

  it("is spread evenly from 0 to 1", () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let place = 0; place < 10_000; place++) {
      const tenth = Math.floor(chanceOf(42, place) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});

describe("a pick", () => {
  it("goes by the weights", () => {
    const weights = { often: 3, never: 0, seldom: 1 };
    expect([0, 0.74, 0.75, 0.99].map((chance) => pick(weights, chance))).toEqual([
      "often",
      "often",
      "seldom",
      "seldom",
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { Ledger } from "../../soak/ledger.ts";

function violationsOf(repeatable: boolean, act: (ledger: Ledger) => void): readonly string[] {
  const ledger = new Ledger();
  ledger.begin(7, repeatable);
  act(ledger);
  ledger.close();
  return ledger.violations;
}

describe("the account of a call", () => {
  it("is in order where it came once and settled once", () => {
    const once = (ledger: Ledger): void => {
      expect(ledger.arrive(7)).toBe(0);
      ledger.settle(7);
    };
    expect(violationsOf(false, once)).toEqual([]);
    expect(violationsOf(true, once)).toEqual([]);
  });

  it("is not where it never settled, or settled twice", () => {
    expect(violationsOf(true, () => undefined)).toEqual(["call 7 settled 0 times"]);
    const twice = (ledger: Ledger): void => {
      ledger.settle(7);
      ledger.settle(7);
    };
    expect(violationsOf(true, twice)).toEqual(["call 7 settled 2 times"]);
  });

  it("is not where a call came again that must not be repeated", () => {
    const again = (ledger: Ledger): void => {
      ledger.arrive(7);
      expect(ledger.arrive(7)).toBe(1);
      ledger.settle(7);
    };
    expect(violationsOf(true, again)).toEqual([]);
    expect(violationsOf(false, again)).toEqual([
      "call 7 must not be repeated, but came 2 times (0 refused, 0 redirected)",
    ]);
  });

  it("allows for one replay after a 401, and for what a redirect asks for", () => {
    const replayed =
      (replays: number) =>
      (ledger: Ledger): void => {
        for (let turn = 0; turn <= replays; turn++) {
          ledger.arrive(7);
          ledger.refuse(7);
        }
        ledger.settle(7);
      };
    expect(violationsOf(false, replayed(1))).toEqual([]);
    expect(violationsOf(false, replayed(2))).toHaveLength(1);
    const redirected = (ledger: Ledger): void => {
      ledger.arrive(7);
      ledger.redirect(7);
      ledger.arrive(7);
      ledger.settle(7);
    };
    expect(violationsOf(false, redirected)).toEqual([]);
  });

  it("is closed once and for all", () => {
    const ledger = new Ledger();
    ledger.begin(7, true);
    ledger.settle(7);
    ledger.close();
    ledger.settle(7);
    ledger.arrive(7);
    expect(ledger.violations).toEqual([
      "call 7 settled after its account was closed",
      "call 7 was sent after it had settled",
    ]);
  });
});

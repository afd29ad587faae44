import { expect, it } from "vitest";
import { reasonFor } from "../../src/diagnostics/reason.ts";

it("is that of a proxy that asks for credentials where fetch fails without a word", () => {
  const kept = new TypeError("fetch failed", { cause: new Error("") });
  expect(reasonFor(kept)).toContain("407");
  expect(reasonFor(new TypeError("fetch failed", { cause: new Error("bad port") }))).toBe("bad port");
});

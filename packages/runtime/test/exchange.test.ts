import { describe, expect, it } from "vitest";
import { ConnectionError } from "../src/errors/connection-error.ts";
import { Exchange } from "../src/exchange.ts";
import type { CallOptions } from "../src/options.ts";
import { getItem, makeCore } from "./support/sample.ts";

const exchange = (options?: CallOptions, client = {}): Exchange => new Exchange(makeCore(client), getItem, {}, options);

describe("a setting", () => {
  it("is the call's, else the client's", () => {
    expect(exchange({ timeout: 1 }, { timeout: 2 }).setting("timeout")).toBe(1);
    expect(exchange({ timeout: undefined }, { timeout: 2 }).setting("timeout")).toBe(2);
    expect(exchange({ timeout: 0 }, { timeout: 2 }).setting("timeout")).toBe(0);
  });
});

describe("what is left of the total timeout", () => {
  it("begins with two minutes", () => {
    const { left } = exchange();
    expect(left).toBeGreaterThan(110_000);
    expect(left).toBeLessThanOrEqual(120_000);
  });

  it("is without end where the limit is lifted", () => {
    expect(exchange({ totalTimeout: 0 }).left).toBe(Infinity);
  });
});

it("makes errors that say which call they are about", () => {
  const cause = new Error("why");
  const error = exchange().error(ConnectionError, "got nothing", cause);
  expect(error).toMatchObject({ name: "ConnectionError", service: "shop", message: "getItem got nothing", cause });
  expect("cause" in exchange().error(ConnectionError, "got nothing")).toBe(false);
});

import { getEventListeners } from "node:events";
import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { AbortError } from "../src/errors/abort-error.ts";
import { TimeoutError } from "../src/errors/timeout-error.ts";
import { Exchange } from "../src/exchange.ts";
import type { CallOptions } from "../src/options.ts";
import { waitFor } from "../src/wait-for.ts";
import { errorOf, getItem, makeCore } from "./support/sample.ts";

const exchange = (options?: CallOptions): Exchange => new Exchange(makeCore({}), getItem, {}, options);
const never = new Promise<never>(() => undefined);

describe("waiting for what others wait for as well", () => {
  it("gives what comes of it", async () => {
    expect(await waitFor(Promise.resolve(1), exchange())).toBe(1);
    expect(await errorOf(waitFor(Promise.reject(new Error("no")), exchange()))).toEqual(new Error("no"));
  });

  it("is ended by the call's signal, for this call alone", async () => {
    const controller = new AbortController();
    const shared = new Promise<string>((resolve) => controller.signal.addEventListener("abort", () => resolve("done")));
    const one = waitFor(shared, exchange({ signal: controller.signal }));
    const other = waitFor(shared, exchange());
    controller.abort("enough");
    expect(await errorOf(one)).toBeInstanceOf(AbortError);
    expect((await errorOf(one)).cause).toBe("enough");
    expect(await other).toBe("done");
  });

  it("leaves nothing behind on the signal", async () => {
    const { signal } = new AbortController();
    await waitFor(Promise.resolve(1), exchange({ signal }));
    await setImmediate();
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("leaves nothing behind when it is ended, though what it waited for goes on", async () => {
    const timers = (): number => process.getActiveResourcesInfo().filter((each) => each === "Timeout").length;
    const before = timers();
    const controller = new AbortController();
    const wait = waitFor(never, exchange({ signal: controller.signal }));
    controller.abort();
    expect(await errorOf(wait)).toBeInstanceOf(AbortError);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
    expect(await errorOf(waitFor(never, exchange({ totalTimeout: 5 })))).toBeInstanceOf(TimeoutError);
    // A timer of the test runner may have ended meanwhile.
    expect(timers()).toBeLessThanOrEqual(before);
  });

  it("does not begin with a signal that is aborted already", async () => {
    expect(await errorOf(waitFor(never, exchange({ signal: AbortSignal.abort() })))).toBeInstanceOf(AbortError);
  });

  it("is ended by the call's total timeout", async () => {
    expect(await errorOf(waitFor(never, exchange({ totalTimeout: 10 })))).toBeInstanceOf(TimeoutError);
  });
});

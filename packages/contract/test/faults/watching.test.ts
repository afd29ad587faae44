import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { Canaries } from "../../src/faults/canaries.ts";
import { watchLeftovers } from "../../src/faults/leftovers.ts";
import { Outcomes } from "../../src/faults/report.ts";
import { silence } from "../../src/faults/reply.ts";
import { startServer } from "../../src/faults/server.ts";
import { Witness } from "../../src/faults/witness.ts";

describe("a canary", () => {
  const canaries = new Canaries();
  const secret = canaries.plant("password");

  it("is found as it is", () => {
    expect(canaries.in(`said: ${secret}!`)).toEqual([secret]);
    expect(canaries.in("said: nothing")).toEqual([]);
  });

  it.each(["", "a", "ab", "abc", "user:"])("is found in Base64 after %j", (before) => {
    expect(canaries.in(Buffer.from(`${before}${secret}:after`).toString("base64"))).toEqual([secret]);
  });
});

describe("the witness", () => {
  it("hears an error with its causes, hidden properties and toJSON", () => {
    const witness = new Witness();
    const error = new Error("outer", { cause: new TypeError("inner") });
    Object.defineProperty(error, "hidden", { value: "hidden value" });
    Object.defineProperty(error, "toJSON", { value: () => ({ json: "as JSON" }) });
    witness.hear(error);
    for (const part of ["outer", "inner", "hidden value", "as JSON"]) expect(witness.said).toContain(part);
  });

  it("hears every level of the log, with what goes round in circles", () => {
    const witness = new Witness();
    const circle: Record<string, unknown> = { big: 1n, twice: {} };
    circle["self"] = circle;
    for (const level of ["debug", "info", "warn", "error"] as const) {
      witness.listening.logger?.[level]?.(`a line of ${level}`, { circle });
      expect(witness.said).toContain(`a line of ${level}`);
    }
    expect(witness.said).toContain("[circular]");
  });

  it("tells the next pause", async () => {
    const witness = new Witness();
    const pause = witness.nextPause();
    const facts = { service: "s", operation: "o", method: "GET", path: "/", attempt: 2, delay: 7 };
    witness.listening.hooks?.onRetry?.(facts);
    expect(await pause).toBe(7);
  });
});

describe("what is left", () => {
  it("is nothing where everything was put away", async () => {
    const leftovers = watchLeftovers();
    clearTimeout(setTimeout(() => undefined, 60_000));
    leftovers.watch(new AbortController().signal);
    expect(await leftovers.after()).toEqual([]);
  });

  it("is a timer, or a listener on a signal", async () => {
    const leftovers = watchLeftovers();
    const { signal } = new AbortController();
    leftovers.watch(signal);
    const timer = setTimeout(() => undefined, 60_000);
    signal.addEventListener("abort", () => undefined);
    expect(await leftovers.after()).toEqual(["a timer of 60000 ms", "a listener on the caller's signal"]);
    clearTimeout(timer);
  });

  it("is a connection", async () => {
    const leftovers = watchLeftovers();
    const server = await startServer({ answer: async () => silence, now: () => 0 });
    const stop = new AbortController();
    const call = fetch(server.origin, { signal: stop.signal });
    await server.arrival(0);
    await expect(server.idle()).rejects.toThrow("1 requests are still open");
    expect((await leftovers.after()).join()).toContain("open sockets");
    stop.abort();
    await expect(call).rejects.toThrow();
    await server.idle();
    await server.close();
  });
});

describe("the outcomes", () => {
  it("are empty until each row has one", () => {
    const outcomes = new Outcomes(["one", "other"]);
    outcomes.set("one", { outcome: "passed" });
    expect(outcomes.empty).toEqual(["other"]);
    outcomes.set("other", { outcome: "not applicable", reason: "it never rains there" });
    expect(outcomes.empty).toEqual([]);
    expect(outcomes.report("sample").faults).toMatchObject({ one: { outcome: "passed" } });
  });

  it("are of rows with different names", () => {
    expect(() => new Outcomes(["one", "one"])).toThrow("the same name");
  });
});

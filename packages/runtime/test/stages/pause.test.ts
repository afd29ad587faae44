/// <reference types="node" />
import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { pauseBefore } from "../../src/stages/pause.ts";
import { rateLimit } from "../../src/stages/rate-limit.ts";
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
    ["Tue, 01 Jan 2030 00:00:07 GMT", 7000],
    ["Tuesday, 01-Jan-30 00:00:07 GMT", 7000],
    ["Tue Jan  1 00:00:07 2030", 7000],
    ["Mon, 31 Dec 2029 23:59:00 GMT", 0],
  ])("%s is a pause of %i ms", (value, pause) => {
    expect(after({ "retry-after": value })).toBe(pause);
  });

  it("as a date is by the appliance's clock, which its Date header tells", () => {
    const headers = { date: "Tue, 01 Jan 2030 05:00:00 GMT", "retry-after": "Tue, 01 Jan 2030 05:00:07 GMT" };
    expect(after(headers)).toBe(7000);
  });

  it("in the form of asctime is GMT, wherever this machine is", () => {
    const script = `
      import { pauseBefore } from ${JSON.stringify(new URL("../../src/stages/pause.ts", import.meta.url).href)};
      const headers = new Headers({ "retry-after": "Tue Jan  1 00:00:07 2030" });
      console.log(pauseBefore(0, headers, { name: "shop", server: "" }, { now: () => ${now}, random: () => 0.5 }));`;
    const env = { ...process.env, TZ: "Asia/Kolkata" };
    const said = execFileSync(process.execPath, ["--input-type=module", "--eval", script], { env, encoding: "utf8" });
    expect(said).toBe("7000\n");
  });

  it.each(["soon", "soon 5", "-3", "0x1E", "1e1", "Infinity", ""])("that says %j counts as absent", (value) => {
    expect(after({ "retry-after": value })).toBe(250);
  });
});

describe("the service's rate-limit header", () => {
  const reset = (is: "timestamp" | "delay", perSecond: number): typeof service => ({
    ...service,
    rateLimit: rateLimit("X-RateLimit-Reset", is, perSecond),
  });

  it("may be a point of time in microseconds", () => {
    const header = { "x-ratelimit-reset": String((now + 3000) * 1000) };
    expect(after(header, reset("timestamp", 1_000_000))).toBe(3000);
  });

  it("as a point of time is by the appliance's clock", () => {
    const headers = { "x-ratelimit-reset": String(now + 3_603_000), date: "Tue, 01 Jan 2030 01:00:00 GMT" };
    expect(after(headers, reset("timestamp", 1000))).toBe(3000);
  });

  it("may be a delay in seconds", () => {
    expect(after({ "x-ratelimit-reset": "4" }, reset("delay", 1))).toBe(4000);
  });

  it.each([
    ["3", 250],
    ["0", 4000],
    ["", 4000],
    ["many", 4000],
  ])("counts as absent where calls are left, of which the service says that there are %j", (left, pause) => {
    const limited = { ...service, rateLimit: rateLimit("X-RateLimit-Reset", "delay", 1, "X-RateLimit-Remaining") };
    expect(after({ "x-ratelimit-reset": "4", "x-ratelimit-remaining": left }, limited)).toBe(pause);
  });

  it("yields to Retry-After", () => {
    expect(after({ "x-ratelimit-reset": "4", "retry-after": "1" }, reset("delay", 1))).toBe(1000);
  });

  it("counts as absent where it makes no sense", () => {
    expect(after({ "x-ratelimit-reset": "later" }, reset("delay", 1))).toBe(250);
  });
});

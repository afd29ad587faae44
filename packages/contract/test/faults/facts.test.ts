import { describe, expect, it } from "vitest";
import type { OperationCase } from "../../src/cases.ts";
import { reasonAgainst } from "../../src/faults/fault.ts";
import { sampleFacts } from "./sample.ts";

const facts = sampleFacts();
const idOf = (found: OperationCase | string): string =>
  typeof found === "string" ? `none: ${found}` : found.operationId;
const run = (): Promise<void> => Promise.resolve();

describe("the operations that play a part", () => {
  it("are the first that fit, those that sign in or out last, and GET before others", () => {
    const { roles } = facts;
    expect(idOf(roles.repeatable)).toBe("listItems");
    expect(idOf(roles.reader)).toBe("listItems");
    expect(idOf(roles.unsafe)).toBe("createItem");
    expect(idOf(roles.inPath)).toBe("getItem");
    expect(idOf(roles.sender)).toBe("createItem");
    expect(idOf(roles.silent)).toBe("logOut");
    expect(idOf(roles.paged)).toBe("listItems");
  });

  it("are a reason where there is none", () => {
    expect(facts.roles.inHeader).toBe("no operation has a header parameter");
    expect(facts.roles.declaredRepeatable).toBe("the spec calls no POST or PATCH idempotent");
  });
});

describe("the credentials", () => {
  it("that sign in are those that people type, without a one-time code", () => {
    expect(facts.login?.name).toBe("password");
    expect(facts.plain?.name).toBe("token");
  });
});

describe("what the spec says of limits", () => {
  it("is read with its unit", () => {
    const reset = { header: "X-Reset", is: "timestamp", unit: "microseconds" };
    const limited = sampleFacts({ "x-sdk-rate-limit": { reset }, "x-sdk-retry": { statuses: [556] } });
    expect(limited.reset?.write(1_000, 500)).toBe("1500000");
    expect(limited.retryStatuses).toEqual([556]);
    expect([facts.reset, facts.retryStatuses]).toEqual([undefined, []]);
  });
});

describe("a row", () => {
  it("concerns a service that has what it needs", () => {
    expect(reasonAgainst({ name: "any", run, needs: ["paged", "inPath"] }, facts)).toBeUndefined();
  });

  it("is ruled out by what is missing, or by what else the spec says", () => {
    const rulesOut = (): string => "it never rains there";
    expect(reasonAgainst({ name: "any", run, needs: ["inHeader"], rulesOut }, facts)).toMatch("header parameter");
    expect(reasonAgainst({ name: "any", run, rulesOut }, facts)).toBe("it never rains there");
  });
});

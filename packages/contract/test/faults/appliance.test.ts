import { describe, expect, it } from "vitest";
import { Appliance, type Scripts } from "../../src/faults/appliance.ts";
import { Canaries } from "../../src/faults/canaries.ts";
import { listingOf } from "../../src/faults/listing.ts";
import { inOrder, type Received, type Reply } from "../../src/faults/reply.ts";
import { sampleFacts } from "./sample.ts";

const facts = sampleFacts();
const canaries = new Canaries();

function received(method: string, target: string, more: Partial<Received> = {}): Received {
  return { method, target: `/api${target}`, headers: {}, body: "", ...more };
}

function bearer(token: unknown): Partial<Received> {
  return { headers: { authorization: `Bearer ${String(token)}` } };
}

async function ask(appliance: Appliance, request: Received): Promise<Reply> {
  return (await appliance.answer(request, "/api")) as Reply;
}

async function signedIn(scripts?: Scripts): Promise<{ readonly appliance: Appliance; readonly token: unknown }> {
  const appliance = new Appliance(facts, canaries, scripts);
  const body = JSON.stringify(facts.login && appliance.fieldsFor(facts.login));
  const { json } = await ask(appliance, received("POST", "/session", { body }));
  return { appliance, token: (json as { readonly token: unknown }).token };
}

describe("the appliance", () => {
  it("signs in whoever knows the secrets, for a session that is not over", async () => {
    const appliance = new Appliance(facts, canaries);
    const body = JSON.stringify(facts.login && appliance.fieldsFor(facts.login));
    const reply = await ask(appliance, received("POST", "/session", { body }));
    expect(reply).toMatchObject({ status: 201, json: { until: "2999-01-01T00:00:00.000Z" } });
    expect(canaries.in(JSON.stringify(reply.json))).toHaveLength(1);
    expect([appliance.logins, appliance.openSessions, appliance.calls]).toEqual([1, 1, []]);
  });

  it("lets in who has a session or a token, and nobody else", async () => {
    const { appliance, token } = await signedIn();
    const call = (as: unknown): Promise<Reply> => ask(appliance, received("GET", "/items/a", bearer(as)));
    expect(await call(token)).toMatchObject({ status: 200, json: { id: "a" } });
    expect(await call(appliance.issueToken())).toMatchObject({ status: 200 });
    expect(await call("other")).toMatchObject({ status: 401, json: { message: "no" } });
    appliance.endAll();
    expect(await call(token)).toMatchObject({ status: 401 });
    expect(appliance.calls).toHaveLength(4);
  });

  it("ends a session by its logout", async () => {
    const { appliance, token } = await signedIn();
    expect(await ask(appliance, received("DELETE", "/session", bearer(token)))).toMatchObject({ status: 204 });
    expect([appliance.logouts, appliance.openSessions]).toEqual([1, 0]);
  });

  it("does what a script says, and the usual from then on", async () => {
    const { appliance, token } = await signedIn({ calls: inOrder({ status: 503 }) });
    const request = received("GET", "/items/a", bearer(token));
    expect([(await ask(appliance, request)).status, (await ask(appliance, request)).status]).toEqual([503, 200]);
  });

  it("has nothing beside the spec", async () => {
    const { appliance } = await signedIn();
    expect(await ask(appliance, received("GET", "/nothing"))).toMatchObject({ status: 404 });
    expect(await ask(appliance, { ...received("GET", ""), target: "/elsewhere" })).toMatchObject({ status: 404 });
  });
});

describe("a list", () => {
  it("is cut into pages of three, each row once", () => {
    const operation = facts.cases.operations.find(({ operationId }) => operationId === "listItems");
    if (operation === undefined) throw new Error("There is no list");
    const { args, page, numberOf } = listingOf(facts, operation, 8);
    expect(args).toEqual({ limit: 3 });
    const pages = ["/items?limit=3", "/items?offset=3", "/items?offset=6"].map((target) => {
      const { json } = page(received("GET", target));
      return json as { readonly items: readonly unknown[]; readonly total: number };
    });
    expect(pages.map(({ items }) => items.map(numberOf))).toEqual([
      [0, 1, 2],
      [3, 4, 5],
      [6, 7],
    ]);
    expect(pages.map(({ total }) => total)).toEqual([8, 8, 8]);
  });
});

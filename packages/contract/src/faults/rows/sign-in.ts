import { expect } from "vitest";
import type { Bench, Site } from "../bench.ts";
import type { Facts } from "../facts.ts";
import type { Fault } from "../fault.ts";
import type { Plan } from "../../openapi/plans.ts";
import { refusalOf, successOf } from "../appliance.ts";
import { listingOf } from "../listing.ts";
import { always, inOrder, reset, type Reply } from "../reply.ts";

const CROWD = 200;
const HOURS = 3_600_000;

const noLogin = ({ login }: Facts): string | undefined =>
  login === undefined ? "no kind of credentials signs in" : undefined;

const noEnd = (facts: Facts): string | undefined =>
  noLogin(facts) ??
  (facts.plans.some(({ until }) => until !== undefined) ? undefined : "no sign-in answers when its session is over");

export const signIn: readonly Fault[] = [
  {
    name: "A 401 has the client sign in anew once, and the call sent once more",
    async run(bench) {
      const { site, client } = await signedIn(bench);
      await bench.call(client, "repeatable");
      site.appliance.endAll();
      await bench.call(client, "repeatable");
      expect(site.appliance.logins).toBe(2);
      expect(site.appliance.calls).toHaveLength(3);
    },
  },
  {
    name: "A call that is not to be repeated is sent once more after a 401, which did nothing",
    needs: ["unsafe"],
    async run(bench) {
      const { site, client } = await signedIn(bench);
      await bench.call(client, "repeatable");
      site.appliance.endAll();
      await bench.call(client, "unsafe");
      expect(site.appliance.logins).toBe(2);
      const [, refused, repeated] = site.appliance.calls;
      expect(repeated?.body).toBe(refused?.body);
      expect(site.appliance.calls).toHaveLength(3);
    },
  },
  {
    name: "A 401 to every call is about rights: told after one renewal, and no further call renews for a minute",
    async run(bench) {
      const { site, client } = await signedIn(bench, { calls: (_, turn) => (turn === 0 ? undefined : refusal(bench)) });
      await bench.call(client, "repeatable");
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 401 });
      expect(site.appliance.logins).toBe(2);
      for (let calls = 0; calls < 3; calls++) await bench.errorOf(bench.call(client, "repeatable"));
      expect(site.appliance.logins).toBe(2);
      bench.clock.pass(61_000);
      await bench.errorOf(bench.call(client, "repeatable"));
      expect(site.appliance.logins).toBe(3);
    },
  },
  {
    name: "A 401 to credentials that cannot be renewed is told as it is",
    rulesOut: ({ plain }) => (plain === undefined ? "every kind of credentials signs in" : undefined),
    async run(bench) {
      const site = await bench.serve({ calls: () => refusal(bench) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 401 });
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "A 401 that says it is no matter of the session has nobody sign in anew",
    rulesOut: ({ expired }) =>
      expired === undefined ? "the spec does not say how a 401 for want of rights can be told" : undefined,
    async run(bench) {
      const { header = "" } = bench.facts.expired ?? {};
      const forbidden: Reply = { ...refusal(bench), headers: { [header]: 'any realm="any" error="insufficient"' } };
      const { site, client } = await signedIn(bench, { calls: always(forbidden) });
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 401 });
      expect([site.appliance.logins, site.appliance.calls.length]).toEqual([1, 1]);
    },
  },
  {
    name: `A 401 to ${CROWD} calls at once has exactly one sign-in, and every call succeeds`,
    async run(bench) {
      const { site, client } = await signedIn(bench);
      await bench.call(client, "repeatable");
      site.appliance.endAll();
      await crowd(bench, client);
      expect(site.appliance.logins).toBe(2);
    },
  },
  {
    name: `${CROWD} first calls at once have exactly one sign-in`,
    async run(bench) {
      const { site, client } = await signedIn(bench);
      await crowd(bench, client);
      expect(site.appliance.logins).toBe(1);
      expect(site.appliance.calls).toHaveLength(CROWD);
    },
  },
  {
    name: `A refused sign-in is told to ${CROWD} calls at once, tried once, and not again`,
    rulesOut: noLogin,
    async run(bench) {
      const { site, client } = await signedIn(bench, { logins: () => loginRefusal(bench) });
      const calls = Array.from({ length: CROWD }, () => bench.call(client, "repeatable"));
      const outcomes = await Promise.allSettled(calls);
      for (const outcome of outcomes) expect(outcome).toMatchObject({ status: "rejected", reason: { refused: true } });
      await bench.errorOf(bench.call(client, "repeatable"));
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "A refused sign-in that quotes what it was sent is told without it",
    rulesOut: noLogin,
    async run(bench) {
      const { site, client } = await signedIn(bench, {
        logins({ headers, body }) {
          const message = `Not with ${headers["authorization"] ?? body}`;
          return { status: 401, json: { message, error: { message } } };
        },
      });
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(error).toMatchObject({ name: "SignInError", refused: true });
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "A sign-in whose connection is reset is no refusal: the next call signs in",
    rulesOut: noLogin,
    async run(bench) {
      const { site, client } = await signedIn(bench, { logins: inOrder(reset, reset, reset) });
      for (;;) {
        const result = await bench.call(client, "repeatable").then(
          () => undefined,
          (error: unknown) => error,
        );
        bench.witness.hear(result);
        if (result === undefined) break;
        expect(result).toMatchObject({ name: "SignInError", refused: false });
        expect(site.server.received.length).toBeLessThan(5);
      }
      expect(site.appliance.openSessions).toBe(1);
    },
  },
  {
    name: "A sign-in that is answered with an HTML page is a SignInError that says so",
    rulesOut: noLogin,
    async run(bench) {
      const page: Reply = { headers: { "content-type": "text/html" }, text: "<html>Log in</html>" };
      const { client } = await signedIn(bench, { logins: always(page) });
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(error).toMatchObject({ name: "SignInError", refused: false, cause: { name: "ParseError" } });
      expect(error.message).toContain("text/html");
    },
  },
  {
    name: "A sign-in that is answered without a session is a SignInError that says what is missing",
    rulesOut: noLogin,
    async run(bench) {
      const { client } = await signedIn(bench, { logins: always({ status: loginStatus(bench), json: {} }) });
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(error).toMatchObject({ name: "SignInError", refused: false });
      const [missing = ""] = Object.keys(bench.facts.login?.keep ?? {});
      expect(error.message).toContain(missing);
    },
  },
  {
    name: "A session that is over in the middle of a walk is renewed, and every row comes once",
    needs: ["paged"],
    run: async (bench) => expiresInWalk(bench),
  },
  {
    name: "A session that is over in the middle of a series of calls is renewed, and every call succeeds",
    async run(bench) {
      const { site, client } = await signedIn(bench);
      for (let calls = 0; calls < 10; calls++) {
        if (calls === 5) site.appliance.endAll();
        await bench.call(client, "repeatable");
      }
      expect(site.appliance.logins).toBe(2);
      expect(site.appliance.calls).toHaveLength(11);
    },
  },
  ...[5, -5].map((hours): Fault => ({
    name: `A server whose clock is ${Math.abs(hours)} hours ${hours > 0 ? "ahead" : "behind"} has nobody sign in more often`,
    async run(bench) {
      const date = new Date(bench.clock.now() + hours * HOURS).toUTCString();
      const usual = successOf(bench.facts, { id: bench.operation("repeatable").operationId });
      const success = (): Reply => ({ ...usual, headers: { ...usual.headers, date } });
      const { site, client } = await signedIn(bench, { success });
      for (let calls = 0; calls < 3; calls++) await bench.call(client, "repeatable");
      expect(site.appliance.logins).toBe(1);
    },
  })),
  {
    name: "A session that is said to be over when it begins has nobody sign in more often",
    rulesOut: noEnd,
    async run(bench) {
      const plan = planWithEnd(bench);
      const site = await bench.serve({}, { login: plan });
      site.appliance.sessionsLast({ until: new Date(bench.clock.now() - HOURS), date: new Date(bench.clock.now()) });
      const client = bench.client(site, { credentials: site.appliance.fieldsFor(plan) });
      for (let calls = 0; calls < 3; calls++) await bench.call(client, "repeatable");
      expect(site.appliance.logins).toBe(1);
    },
  },
  {
    name: "A session is over at a time by the server's clock, be it hours off",
    rulesOut: noEnd,
    async run(bench) {
      const plan = planWithEnd(bench);
      for (const hours of [5, -5]) {
        const theirs = bench.clock.now() + hours * HOURS;
        const site = await bench.serve({}, { login: plan });
        site.appliance.sessionsLast({ until: new Date(theirs + HOURS), date: new Date(theirs) });
        const client = bench.client(site, { credentials: site.appliance.fieldsFor(plan) });
        await bench.call(client, "repeatable");
        await bench.call(client, "repeatable");
        expect(site.appliance.logins).toBe(1);
        bench.clock.pass(HOURS);
        await bench.call(client, "repeatable");
        expect(site.appliance.logins).toBe(2);
      }
    },
  },
];

interface SignedIn {
  readonly site: Site;
  readonly client: ReturnType<Bench["client"]>;
}

function planWithEnd({ facts }: Bench): Plan {
  const plan = facts.plans.find(({ until }) => until !== undefined);
  if (plan === undefined) throw new Error("There is no such kind");
  return plan;
}

async function signedIn(bench: Bench, scripts: Parameters<Bench["serve"]>[0] = {}): Promise<SignedIn> {
  const site = await bench.serve(scripts);
  return { site, client: bench.client(site, { credentials: "renewable" }) };
}

async function crowd(bench: Bench, client: ReturnType<Bench["client"]>): Promise<void> {
  await Promise.all(Array.from({ length: CROWD }, () => bench.call(client, "repeatable")));
}

function refusal(bench: Bench): Reply {
  return refusalOf(bench.facts, { id: bench.operation("repeatable").operationId });
}

function loginRefusal({ facts }: Bench): Reply {
  return refusalOf(facts, { id: facts.login?.login?.operationId ?? "" });
}

function loginStatus({ facts }: Bench): number {
  return successOf(facts, { id: facts.login?.login?.operationId ?? "" }).status ?? 200;
}

async function expiresInWalk(bench: Bench): Promise<void> {
  const listing = listingOf(bench.facts, bench.operation("paged"), 8);
  let pages = 0;
  const { site, client }: SignedIn = await signedIn(bench, {
    success(received) {
      pages += 1;
      if (pages === 1) site.appliance.endAll();
      return listing.page(received);
    },
  });
  const rows: unknown[] = [];
  for await (const row of bench.walk(client, listing.args)) rows.push(listing.numberOf(row));
  expect(rows).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(site.appliance.logins).toBe(2);
  expect(pages).toBe(3);
}

import { expect } from "vitest";
import { refusalOf } from "../appliance.ts";
import type { FaultClient } from "../clients.ts";
import type { Bench, Site } from "../bench.ts";
import type { Facts } from "../facts.ts";
import type { Fault } from "../fault.ts";
import { always, reset, type Script } from "../reply.ts";

const noLogin = ({ login }: Facts): string | undefined =>
  login === undefined ? "no kind of credentials signs in" : undefined;

const noLogout = (facts: Facts): string | undefined =>
  noLogin(facts) ?? (facts.login?.logout === undefined ? "the API cannot end one session alone" : undefined);

export const closing: readonly Fault[] = [
  {
    name: "A closed client sends nothing more",
    async run(bench) {
      const { site, client } = await signedIn(bench);
      await client.close();
      expect(await bench.errorOf(bench.call(client, "repeatable"))).toMatchObject({ name: "ConfigurationError" });
      expect(await bench.errorOf(bench.call(client, "reader"))).toMatchObject({ name: "ConfigurationError" });
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "A client that is closed twice ends its session once",
    rulesOut: noLogout,
    async run(bench) {
      const { site, client } = await signedIn(bench);
      await bench.call(client, "repeatable");
      await Promise.all([client.close(), client.close()]);
      await client.close();
      expect(site.appliance.logouts).toBe(1);
      expect(site.appliance.openSessions).toBe(0);
    },
  },
  {
    name: "A 401 to every call leaves no session behind, neither the first one nor what it was renewed to",
    rulesOut: noLogout,
    async run(bench) {
      const { operationId: id } = bench.operation("repeatable");
      const { site, client } = await signedIn(bench, { calls: always(refusalOf(bench.facts, { id })) });
      for (let calls = 0; calls < 3; calls++) await bench.errorOf(bench.call(client, "repeatable"));
      await client.close();
      expect([site.appliance.logins, site.appliance.openSessions]).toEqual([2, 0]);
    },
  },
  {
    name: "A client that is closed while it signs in leaves no session behind, and every waiting call ends",
    rulesOut: noLogout,
    async run(bench) {
      const { site } = await closedWhileSigningIn(bench);
      expect(site.appliance.logouts).toBe(1);
      expect(site.appliance.openSessions).toBe(0);
    },
  },
  {
    name: "A client that is closed while it signs in does not sign in again, and every waiting call ends",
    rulesOut: noLogin,
    async run(bench) {
      const { site, client } = await closedWhileSigningIn(bench);
      await bench.errorOf(bench.call(client, "repeatable"));
      await bench.errorOf(client.signIn());
      expect(site.appliance.logins).toBe(1);
    },
  },
  {
    name: "A client that is closed while a sign-in fails closes all the same",
    rulesOut: noLogin,
    async run(bench) {
      const gate = makeGate();
      const site = await bench.serve({ logins: gate.before({ status: 500, json: {} }) });
      const client = bench.client(site, { credentials: "renewable", retry: { limit: 0 } });
      const call = bench.errorOf(bench.call(client, "repeatable"));
      await site.server.arrival(0);
      const closed = client.close();
      gate.open();
      expect(await call).toMatchObject({ name: "SignInError" });
      await closed;
      expect(site.appliance.logouts).toBe(0);
    },
  },
  {
    name: "A client that is closed with calls in flight has each of them end, and ends its session at most once",
    async run(bench) {
      const gate = makeGate();
      const { site, client } = await signedIn(bench, { calls: gate.before(undefined) });
      const calls = Array.from({ length: 20 }, () => bench.call(client, "repeatable"));
      await site.server.arrival(site.appliance.logins + calls.length - 1);
      const closed = client.close();
      gate.open();
      for (const outcome of await Promise.allSettled(calls)) {
        if (outcome.status === "rejected") bench.witness.hear(outcome.reason);
        else continue;
        expect(outcome.reason).toMatchObject({
          name: expect.stringMatching(/^(ApiError|ConfigurationError)$/) as string,
        });
      }
      await closed;
      expect(site.appliance.logouts).toBeLessThanOrEqual(1);
    },
  },
  ...[
    ["is answered with 500", always({ status: 500, json: {} })],
    [
      "is answered with a proxy's page",
      always({ status: 502, headers: { "content-type": "text/html" }, text: "<html></html>" }),
    ],
    ["breaks off", always(reset)],
  ].map(([what, logouts]) => failedLogout(String(what), logouts as Script)),
  ...[401, 404].map((status): Fault => ({
    name: `Closing is silent where the session is gone already (${status})`,
    rulesOut: noLogout,
    async run(bench) {
      const { client } = await signedIn(bench, { logouts: always({ status, json: {} }) });
      await bench.call(client, "repeatable");
      const before = bench.witness.said;
      await client.close();
      expect(warnings(bench.witness.said.slice(before.length))).toBe(false);
    },
  })),
];

function failedLogout(what: string, logouts: Script): Fault {
  return {
    name: `Closing succeeds though ending the session ${what}, and the log tells`,
    rulesOut: noLogout,
    async run(bench) {
      const { client } = await signedIn(bench, { logouts });
      await bench.call(client, "repeatable");
      await client.close();
      expect(warnings(bench.witness.said)).toBe(true);
    },
  };
}

function warnings(said: string): boolean {
  return said.includes("could not be ended");
}

interface SignedIn {
  readonly site: Site;
  readonly client: FaultClient;
}

async function signedIn(bench: Bench, scripts: Parameters<Bench["serve"]>[0] = {}): Promise<SignedIn> {
  const site = await bench.serve(scripts);
  return { site, client: bench.client(site, { credentials: "renewable" }) };
}

async function closedWhileSigningIn(bench: Bench): Promise<SignedIn> {
  const gate = makeGate();
  const { site, client } = await signedIn(bench, { logins: gate.before(undefined) });
  const calls = Array.from({ length: 5 }, () => bench.call(client, "repeatable"));
  await site.server.arrival(0);
  const closed = client.close();
  gate.open();
  for (const outcome of await Promise.allSettled(calls)) {
    if (outcome.status === "rejected") bench.witness.hear(outcome.reason);
  }
  await closed;
  return { site, client };
}

interface Gate {
  open(): void;
  /** A script that waits until the gate is open. */
  before(behaviour: Awaited<ReturnType<Script>>): Script;
}

function makeGate(): Gate {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    open: () => open(),
    before: (behaviour) => async () => {
      await opened;
      return behaviour;
    },
  };
}

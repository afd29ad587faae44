import { expect } from "vitest";
import { authorizationFor } from "../../openapi/authorization.ts";
import { specOperationOf } from "../facts.ts";
import type { Bench, Site } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { always, inOrder, type Received, type Reply } from "../reply.ts";

const STATUSES = [301, 302, 303, 307, 308];
const MOST_HOPS = 10;

const to = (location: string, status = 302): Reply => ({ status, headers: { location } });

export const redirects: readonly Fault[] = [
  ...STATUSES.map((status): Fault => ({
    name: `${status} to another origin takes no credential along, whatever kind it is and whichever header it is in`,
    async run(bench) {
      for (const credentials of everyKind(bench)) {
        const elsewhere = await bench.serve({ calls: always({ json: {} }) });
        const site = await bench.serve({ calls: always(to(`${elsewhere.baseUrl}/stolen?by=redirect`, status)) });
        const own = { "x-gateway-token": bench.canaries.plant("header") };
        const client = bench.client(site, { credentials: credentials(site), headers: own });
        // What it then makes of the answer is another matter.
        await bench.call(client, "repeatable").then(undefined, (error: unknown) => bench.witness.hear(error));
        expect(site.server.received).toHaveLength(1);
        expect(canariesIn(bench, site.server.received), "the appliance itself does get them").not.toEqual([]);
        expect(elsewhere.server.received).toHaveLength(1);
        expect(canariesIn(bench, elsewhere.server.received)).toEqual([]);
      }
    },
  })),
  {
    name: "A redirect to another origin and back again brings no credential back",
    async run(bench) {
      const site: Site = await bench.serve({
        calls: (received, turn) =>
          turn === 0 ? to(`${elsewhere.baseUrl}/detour`) : { json: sentWith(bench, received) },
      });
      const elsewhere: Site = await bench.serve({ calls: () => to(`${site.baseUrl}/back`) });
      await bench.call(bench.client(site), "repeatable").then(undefined, (error: unknown) => bench.witness.hear(error));
      expect(site.server.received).toHaveLength(2);
      expect(canariesIn(bench, site.server.received.slice(1))).toEqual([]);
    },
  },
  {
    name: "A redirect within the origin keeps the credentials",
    async run(bench) {
      const site: Site = await bench.serve({ calls: inOrder(to("elsewhere?on=the-same-origin", 307)) });
      const client = bench.client(site);
      await bench.call(client, "repeatable").then(undefined, (error: unknown) => bench.witness.hear(error));
      const [first, second] = site.server.received;
      expect(second?.target).toContain("/elsewhere?on=the-same-origin");
      expect(canariesIn(bench, [first])).not.toEqual([]);
      expect(canariesIn(bench, [second])).toEqual(canariesIn(bench, [first]));
    },
  },
  {
    name: "A body is not repeated at another origin",
    needs: ["sender"],
    async run(bench) {
      for (const status of [307, 308]) {
        const elsewhere = await bench.serve();
        const site = await bench.serve({
          calls: always(to(`${elsewhere.baseUrl}/stolen`, status)),
          logins: always(to(`${elsewhere.baseUrl}/stolen`, status)),
        });
        const error = await bench.errorOf(bench.call(bench.client(site), "sender"));
        expect(error).toMatchObject({
          name: "ConnectionError",
          message: expect.stringContaining(elsewhere.server.origin) as string,
        });
        expect(elsewhere.server.received).toEqual([]);
      }
    },
  },
  {
    name: "A sign-in that is redirected to another origin takes no secret there",
    rulesOut: ({ login }) => (login === undefined ? "no kind of credentials signs in" : undefined),
    async run(bench) {
      for (const status of STATUSES) {
        const elsewhere = await bench.serve({ calls: always({ json: {} }) });
        const site = await bench.serve({ logins: always(to(`${elsewhere.baseUrl}/stolen`, status)) });
        const client = bench.client(site, { credentials: "renewable" });
        const error = await bench.errorOf(bench.call(client, "repeatable"));
        expect(error).toMatchObject({ name: "SignInError" });
        expect(canariesIn(bench, site.server.received)).not.toEqual([]);
        expect(canariesIn(bench, elsewhere.server.received)).toEqual([]);
      }
    },
  },
  {
    name: "A redirect loop is a ConnectionError after ten hops",
    async run(bench) {
      const site: Site = await bench.serve({ calls: () => to(`${site.baseUrl}/round-and-round`, 307) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: expect.stringContaining(`${MOST_HOPS} times`) as string,
      });
      expect(site.server.received).toHaveLength(MOST_HOPS + 1);
    },
  },
  {
    name: "A redirect to something else than http is a ConnectionError",
    async run(bench) {
      for (const location of ["file:///etc/passwd", "javascript:alert(1)", "data:application/json,{}", "http://"]) {
        const site = await bench.serve({ calls: always(to(location)) });
        const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
        expect(error).toMatchObject({ name: "ConnectionError" });
        expect(site.server.received).toHaveLength(1);
      }
    },
  },
  {
    name: "A redirect without a Location is an ApiError with its status",
    async run(bench) {
      const site = await bench.serve({ calls: always({ status: 302 }) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 302 });
    },
  },
];

/** Credentials of every kind that lets into the operation: given as they are, or as a session that is open already. */
function everyKind(bench: Bench): ((site: Site) => object)[] {
  const { facts } = bench;
  const operation = specOperationOf(facts, bench.operation("repeatable"));
  return facts.plans.flatMap((plan) => {
    const session = Object.fromEntries(Object.keys(plan.keep).map((name) => [name, bench.canaries.plant(name)]));
    const field = Object.fromEntries(Object.keys(plan.fields).map((name) => [name, bench.canaries.plant(name)]));
    if (authorizationFor(facts.spec, operation, plan.authorize, { session, field }) === undefined) return [];
    return [
      ({ server, appliance }: Site): object => {
        if (plan.login === undefined) return appliance.fieldsFor(plan);
        return { session: { service: facts.cases.service, origin: server.origin, kind: plan.name, values: session } };
      },
    ];
  });
}

function canariesIn(bench: Bench, received: readonly (Received | undefined)[]): string[] {
  return bench.canaries.in(JSON.stringify(received));
}

function sentWith(bench: Bench, received: Received): number {
  return canariesIn(bench, [received]).length;
}

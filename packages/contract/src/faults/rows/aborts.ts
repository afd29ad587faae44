import { expect } from "vitest";
import type { Bench, Site } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { listingOf } from "../listing.ts";
import { always, inOrder, silence, type Action } from "../reply.ts";
import { startSilent } from "../silent.ts";

const halfAnswer: Action = (response) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"half":');
};

/** Starts a call, aborts it at a certain moment, and wants the reason as the cause. */
async function aborted(bench: Bench, site: Pick<Site, "appliance" | "baseUrl">, moment: Moment): Promise<void> {
  const controller = bench.abortable();
  const reason = new Error("the caller has changed its mind");
  const client = bench.client(site, { credentials: moment.credentials ?? "plain" });
  const paused = bench.pause();
  const call = bench.errorOf(bench.call(client, "repeatable", { signal: controller.signal }));
  await Promise.race([moment.when(paused), call]);
  controller.abort(reason);
  const error = await call;
  expect(error).toMatchObject({ name: "AbortError", cause: reason });
}

interface Moment {
  readonly when: (paused: Promise<number>) => Promise<unknown>;
  readonly credentials?: "renewable";
}

export const aborts: readonly Fault[] = [
  {
    name: "An abort before the call sends nothing",
    async run(bench) {
      const site = await bench.serve();
      const controller = bench.abortable();
      controller.abort();
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable", { signal: controller.signal }));
      expect(error).toMatchObject({ name: "AbortError", cause: controller.signal.reason as unknown });
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "An abort in the turn of the call sends nothing",
    async run(bench) {
      const site = await bench.serve();
      await aborted(bench, site, { when: async () => undefined });
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "An abort while it connects ends the call",
    async run(bench) {
      const server = await startSilent();
      bench.finally(() => server.close());
      const { appliance } = await bench.serve();
      const site = { appliance, baseUrl: `https://127.0.0.1:${server.port}` };
      await aborted(bench, site, { when: () => server.connected });
    },
  },
  {
    name: "An abort while it waits for the answer ends the call and its connection",
    async run(bench) {
      const site = await bench.serve({ calls: always(silence) });
      await aborted(bench, site, { when: () => site.server.arrival(0) });
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "An abort in the middle of the body ends the call and its connection",
    async run(bench) {
      const site = await bench.serve({ calls: always(halfAnswer) });
      await aborted(bench, site, { when: () => site.server.arrival(0) });
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "An abort in the middle of a body that the caller reads ends it",
    async run(bench) {
      const site = await bench.serve({ calls: always(halfAnswer) });
      const controller = bench.abortable();
      const client = bench.client(site);
      const response = await bench.call(client, "repeatable", { signal: controller.signal }).asResponse();
      const reading = response.text();
      controller.abort(new Error("enough"));
      await bench.errorOf(reading);
    },
  },
  {
    name: "An abort between two attempts ends the pause",
    async run(bench) {
      const site = await bench.serve({ calls: always({ status: 503, headers: { "retry-after": "30" } }) });
      await aborted(bench, site, { when: (paused) => paused });
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "An abort while signing in ends that caller's wait alone",
    rulesOut: ({ login }) => (login === undefined ? "no kind of credentials signs in" : undefined),
    async run(bench) {
      let goOn: (() => void) | undefined;
      const held = new Promise<undefined>((resolve) => {
        goOn = () => resolve(undefined);
      });
      const site = await bench.serve({ logins: () => held });
      const client = bench.client(site, { credentials: "renewable" });
      const controller = bench.abortable();
      const one = bench.errorOf(bench.call(client, "repeatable", { signal: controller.signal }));
      const other = bench.call(client, "repeatable");
      await site.server.arrival(0);
      controller.abort();
      expect(await one).toMatchObject({ name: "AbortError" });
      goOn?.();
      await other;
      expect([site.appliance.logins, site.appliance.calls.length]).toEqual([1, 1]);
    },
  },
  {
    name: "An abort in the middle of a walk ends it, and asks for no further page",
    needs: ["paged"],
    async run(bench) {
      const listing = listingOf(bench.facts, bench.operation("paged"), 8);
      const site = await bench.serve({ success: (received) => listing.page(received) });
      const controller = bench.abortable();
      const rows: unknown[] = [];
      const walk = async (): Promise<void> => {
        for await (const row of bench.walk(bench.client(site), listing.args, { signal: controller.signal })) {
          rows.push(listing.numberOf(row));
          if (rows.length === 3) controller.abort();
        }
      };
      expect(await bench.errorOf(walk())).toMatchObject({ name: "AbortError" });
      expect(rows).toEqual([0, 1, 2]);
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "An abort after the answer changes nothing",
    async run(bench) {
      const site = await bench.serve({ calls: inOrder() });
      const controller = bench.abortable();
      const call = bench.call(bench.client(site), "repeatable", { signal: controller.signal });
      const data = await call;
      controller.abort();
      expect(await call).toBe(data);
    },
  },
  {
    name: "One signal for 200 calls ends them all",
    async run(bench) {
      const site = await bench.serve({ calls: always(silence) });
      const controller = bench.abortable();
      const client = bench.client(site);
      const { signal } = controller;
      const calls = Array.from({ length: 200 }, () => bench.errorOf(bench.call(client, "repeatable", { signal })));
      await site.server.arrival(199);
      controller.abort();
      for (const error of await Promise.all(calls)) expect(error).toMatchObject({ name: "AbortError" });
    },
  },
];

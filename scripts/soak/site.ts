import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { Appliance } from "../../packages/contract/src/faults/appliance.ts";
import type { Facts } from "../../packages/contract/src/faults/facts.ts";
import { receive, send, type Received } from "../../packages/contract/src/faults/reply.ts";
import { behaviourOf, doingAt, type Doing } from "./behaviour.ts";
import type { Ledger } from "./ledger.ts";
import { chanceOf } from "./random.ts";

/** The header by which the server knows a call. */
export const CALL = "x-soak-call";

export interface Site {
  readonly baseUrl: string;
  readonly appliance: Appliance;
  /** How often the server did what. */
  readonly counts: ReadonlyMap<Doing | "sign-in", number>;
  close(): Promise<void>;
}

/** An appliance that fails at random: what it does depends on the seed, the call and how often that came, and on nothing else. */
export async function startSite(facts: Facts, ledger: Ledger, seed: number): Promise<Site> {
  const base = facts.spec.server.pathname.replace(/\/$/, "");
  const counts = new Map<Doing | "sign-in", number>();
  const count = (what: Doing | "sign-in"): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  let secrets = 0;
  const appliance = new Appliance(facts, { plant: (what) => `soak${what}${secrets++}-` });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const received = await receive(request);
    const answer = await answerTo(received);
    appliance.calls.length = 0;
    if (typeof answer === "function") answer(response);
    else await send(response, answer, new Date());
  };
  const answerTo = async (received: Received): ReturnType<Appliance["answer"]> => {
    const id = received.headers[CALL];
    if (id === undefined) {
      count("sign-in");
      return appliance.answer(received, base);
    }
    const turn = ledger.arrive(Number(id));
    const doing = doingAt(chanceOf(seed, Number(id), turn));
    count(doing);
    if (doing === "session over") appliance.endAll();
    const own = behaviourOf(doing, received.target);
    if (own !== undefined) {
      if (doing === "redirect") ledger.redirect(Number(id));
      return own;
    }
    const usual = await appliance.answer(received, base);
    if (typeof usual !== "function" && usual.status === 401) ledger.refuse(Number(id));
    return usual;
  };

  const server = createServer((request, response) => {
    // A client that has given up is part of the soak.
    handle(request, response).catch((error: unknown) => {
      if (!request.destroyed) ledger.note(-1, `made the server fail: ${String(error)}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`,
    appliance,
    counts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

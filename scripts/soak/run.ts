import { timedClient } from "../../packages/contract/src/faults/clients.ts";
import { credentialsFor } from "../../packages/contract/src/faults/credentials.ts";
import type { Facts } from "../../packages/contract/src/faults/facts.ts";
import type { OperationCase } from "../../packages/contract/src/cases.ts";
import { soakCall, type Soaker } from "./call.ts";
import { liveHeap } from "./heap.ts";
import { Ledger } from "./ledger.ts";
import { chanceOf } from "./random.ts";
import { startSite } from "./site.ts";
import type { SoakVendor } from "./vendor.ts";

export interface SoakOptions {
  readonly calls: number;
  readonly seed: number;
}

export interface SoakReport {
  readonly vendor: string;
  readonly calls: number;
  readonly seconds: number;
  readonly outcomes: ReadonlyMap<string, number>;
  /** What the server did. */
  readonly requests: ReadonlyMap<string, number>;
  /** Bytes of live objects after each fifth of the calls. */
  readonly heap: readonly number[];
  /** Empty where everything held. */
  readonly violations: readonly string[];
}

const AT_ONCE = 50;
const FIFTHS = 5;
const TIMEOUT = 500;
/** What the first fifth has not warmed up, and what measuring differs by. */
const TOLERANCE = 2 * 1024 * 1024;
/** A minute of the client's clock is over in less than a tenth of a second. */
const SPEED = 1_000;

/** Calls one package's client at random against a server that fails at random. */
export async function soak(vendor: SoakVendor, { calls, seed }: SoakOptions): Promise<SoakReport> {
  const { facts } = vendor;
  const ledger = new Ledger();
  const site = await startSite(facts, ledger, seed);
  const began = Date.now();
  const clock = { now: () => began + (Date.now() - began) * SPEED, random: () => 0 };
  const credentials = credentialsFor(facts, site.appliance, "renewable");
  const options = { baseUrl: site.baseUrl, credentials, timeout: TIMEOUT };
  const client = timedClient(vendor.client, vendor.generated, options, clock);
  const soaker: Soaker = { client, ledger, seed, outcomes: new Map() };
  const operations = operationsOf(facts);
  const heap: number[] = [];
  try {
    for (let fifth = 0; fifth < FIFTHS; fifth++) {
      const first = Math.round((calls * fifth) / FIFTHS);
      await between(soaker, operations, first, Math.round((calls * (fifth + 1)) / FIFTHS));
      ledger.close();
      heap.push(await liveHeap());
    }
    await client.close();
  } finally {
    await site.close();
  }
  const growth = (heap.at(-1) ?? 0) - (heap[0] ?? 0);
  if (growth > TOLERANCE) ledger.violations.push(`the heap has grown by ${growth} bytes: ${heap.join(", ")}`);
  return {
    vendor: vendor.name,
    calls,
    seconds: (Date.now() - began) / 1000,
    outcomes: soaker.outcomes,
    requests: site.counts,
    heap,
    violations: ledger.violations,
  };
}

/** Everything with credentials, but not the end of one's own session. */
function operationsOf({ cases, plans }: Facts): OperationCase[] {
  const own = plans.filter(({ logout }) => Object.keys(logout?.parameters ?? {}).length === 0);
  const ends = own.map(({ logout }) => logout?.operationId);
  const all = cases.operations.filter(({ operationId, secured }) => secured && !ends.includes(operationId));
  if (all.length === 0) throw new Error(`${cases.service} has no operation with credentials`);
  return all;
}

/** The calls of these numbers, so many at a time. */
async function between(
  soaker: Soaker,
  operations: readonly OperationCase[],
  first: number,
  end: number,
): Promise<void> {
  let next = first;
  const worker = async (): Promise<void> => {
    while (next < end) {
      const id = next++;
      const operation = operations[Math.floor(chanceOf(soaker.seed, id) * operations.length)];
      if (operation === undefined) throw new Error("There is no such operation");
      soaker.ledger.begin(id, operation.method !== "POST" && operation.method !== "PATCH");
      await soakCall(soaker, operation, id);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

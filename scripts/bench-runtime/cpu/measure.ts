import { setImmediate as nextTurn } from "node:timers/promises";
import { spreadOf, type Spread } from "../../bench/harness/statistics.ts";
import type { Package } from "../packages.ts";
import { checkClients } from "./check.ts";
import { createClients, REFERENCE, type BenchClient } from "./clients.ts";
import { planCalls, type PlannedCall, type Plan } from "./plan.ts";
import { stubFor, type StubMode } from "./stub.ts";

/** Microseconds of CPU for one call, and how many times the reference's they are in the same round. */
export interface Cost {
  readonly cpu: Spread;
  readonly ratio: Spread;
}

export interface CpuRow {
  readonly client: string;
  readonly get: Cost;
  readonly post: Cost;
}

export interface CpuReport {
  readonly calls: number;
  readonly rounds: number;
  /** Which operations were called. */
  readonly get: string;
  readonly post: string;
  readonly kind: string;
  readonly stubs: readonly { readonly stub: StubMode; readonly rows: readonly CpuRow[] }[];
}

const WARM_UP = 3;
/** A stub never leaves the turn of the event loop, as a network does; within one turn nothing that is held weakly is let go. */
const IN_A_TURN = 10;

export async function measureCpu(packages: readonly Package[], rounds: number, calls: number): Promise<CpuReport> {
  const plan = planCalls(packages);
  const stubs: { stub: StubMode; rows: CpuRow[] }[] = [];
  for (const stub of ["full", "light"] as const)
    stubs.push({ stub, rows: await measureOver(stub, plan, rounds, calls) });
  const [get, post] = [told(plan.get), told(plan.post)];
  return { calls, rounds, get, post, kind: `${plan.from.name}, ${plan.kind.name}`, stubs };
}

async function measureOver(mode: StubMode, plan: Plan, rounds: number, calls: number): Promise<CpuRow[]> {
  const stub = stubFor(plan, mode);
  await checkClients(createClients, plan, stub);
  const clients = await createClients(plan, stub);
  const [get, post] = [
    await race(clients, ({ get }) => get, rounds, calls),
    await race(clients, ({ post }) => post, rounds, calls),
  ];
  return Object.keys(clients).map((client) => ({ client, get: cost(get, client), post: cost(post, client) }));
}

type Samples = Readonly<Record<string, readonly number[]>>;

/** Rounds in alternating order, so that whatever drifts meets all clients alike. */
async function race(
  clients: Readonly<Record<string, BenchClient>>,
  pick: (client: BenchClient) => () => Promise<unknown>,
  rounds: number,
  calls: number,
): Promise<Samples> {
  const names = Object.keys(clients);
  const samples = Object.fromEntries(names.map((name): [string, number[]] => [name, []]));
  const runners = Object.entries(clients).map(([name, client]) => ({ name, run: pick(client) }));
  for (const { run } of runners) await cpuOf(run, WARM_UP * calls);
  for (let round = 0; round < rounds; round++) {
    for (const { name, run } of round % 2 === 0 ? runners : runners.toReversed()) {
      samples[name]?.push(await cpuOf(run, calls));
    }
  }
  return samples;
}

/** Microseconds of CPU for each call: user and system, of all threads, the collector's too. */
async function cpuOf(run: () => Promise<unknown>, calls: number): Promise<number> {
  globalThis.gc?.();
  const before = process.cpuUsage();
  for (let call = 1; call <= calls; call++) {
    await run();
    if (call % IN_A_TURN === 0) await nextTurn();
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

function cost(samples: Samples, client: string): Cost {
  const [own, reference] = [samples[client] ?? [], samples[REFERENCE] ?? []];
  return { cpu: spreadOf(own), ratio: spreadOf(own.map((value, round) => value / (reference[round] ?? NaN))) };
}

function told({ operation: { operationId, method, path }, query }: PlannedCall): string {
  const names = Object.keys(query);
  return `${operationId}: ${method} ${path}${names.length === 0 ? "" : `?${names.join("&")}`}`;
}

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { bundle, type Size } from "../../bench-runtime/bundle/build.ts";
import { calls } from "../../bench-runtime/bundle/programs.ts";
import type { Operation, Package } from "../../bench-runtime/packages.ts";
import { compilerVersion, instantiations, measureIn } from "../../bench-runtime/types/measure.ts";
import { OURS } from "../generation/measure.ts";
import type { Installed, Missing } from "../install.ts";
import type { BenchSpec } from "../specs.ts";
import { buildPackage, makeHouse } from "./build.ts";
import { peerClients, type PeerClient } from "./peers.ts";

/** What a program that uses one client costs. Type instantiations are over those of a client that nothing is done with. */
export interface ConsumerRow {
  readonly spec: string;
  readonly client: string;
  readonly awaited: number;
  readonly distinct: number;
  /** Ways that others do not have. */
  readonly mixed?: number;
  readonly alone: number;
  /** Of one call, bundled. */
  readonly bundle: Size;
}

export interface ConsumerReport {
  readonly compiler: string;
  readonly rows: readonly ConsumerRow[];
  /** Why a spec or a peer has no row. */
  readonly left: readonly string[];
}

const USES = 20;
const FEW = 4;

export async function measureConsumers(
  specs: readonly BenchSpec[],
  peers: readonly (Installed | Missing)[],
  folder: string,
): Promise<ConsumerReport> {
  const rows: ConsumerRow[] = [];
  const left: string[] = [];
  for (const spec of specs) {
    const house = join(folder, `consumer-${spec.name}`);
    mkdirSync(house);
    makeHouse(house);
    try {
      const from = await buildPackage(spec, house);
      rows.push(await measureOurs(spec.name, from, house));
      for (const peer of await peerClients(peers, spec.file, house)) {
        rows.push(await measurePeer(spec.name, peer, from.operations, house));
      }
    } catch (error) {
      const [why = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
      left.push(`${spec.name}, ${why}`);
    }
  }
  return { compiler: await compilerVersion(), rows, left };
}

async function measureOurs(spec: string, from: Package, house: string): Promise<ConsumerRow> {
  const { unused, awaited, distinct, mixed } = await measureIn(house, from);
  const one = await bundle(calls(from, from.operations, 1), house);
  return { spec, client: OURS, awaited, distinct, mixed, alone: unused, bundle: sized(one) };
}

async function measurePeer(
  spec: string,
  { name, program }: PeerClient,
  operations: readonly Operation[],
  house: string,
): Promise<ConsumerRow> {
  const alone = await instantiations(program([]), house);
  const uses = (few: number): Operation[] => {
    const some = operations.slice(0, few);
    return Array.from({ length: USES }, (_, index) => some[index % some.length]).filter((each) => each !== undefined);
  };
  return {
    spec,
    client: name,
    awaited: (await instantiations(program(uses(FEW)), house)) - alone,
    distinct: (await instantiations(program(uses(USES)), house)) - alone,
    alone,
    bundle: sized(await bundle(program(uses(1).slice(0, 1)), house)),
  };
}

function sized({ min, gzip }: Size): Size {
  return { min, gzip };
}

import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../bin.ts";
import { specOf, servicesOf } from "../../generate/specs.ts";
import { isInstalled, type Installed, type Missing } from "../install.ts";
import { race, type Runs } from "../race.ts";
import type { BenchSpec } from "../specs.ts";
import { rowsOf, type Row, type Run } from "./figures.ts";
import { houseOf, runIn, runOurs, runPeer, type Specs } from "./run.ts";

export interface Table {
  readonly spec: string;
  readonly about: string;
  readonly rows: readonly Row[];
}

export const OURS = "vendor-sdks";
export const CHECK = "vendor-sdks --check";
const AGAIN = "vendor-sdks, code cached";

/** Seconds of CPU from which on one run says enough. */
const SLOW = 8;

const MAKES = {
  [OURS]: "types, functions, client, docs, cases",
  [CHECK]: "the same, compared",
  [AGAIN]: "the same, written over",
};

type Peers = readonly (Installed | Missing)[];

/** Each spec by itself. */
export async function measureSpecs(specs: readonly BenchSpec[], peers: Peers, rounds: number): Promise<Table[]> {
  const tables: Table[] = [];
  for (const { name, about, file } of specs) {
    const all = { [name]: file };
    tables.push({ spec: name, about, rows: await raced({ [OURS]: () => runOurs(all) }, all, peers, rounds) });
  }
  return tables;
}

/** This repository's own specs, all in one go. */
export async function measureOwn(peers: Peers, rounds: number): Promise<Table> {
  const services = servicesOf(root);
  const specs = Object.fromEntries(services.map((name) => [name, join(root, specOf(root, name) ?? "")]));
  const house = houseOf(specs);
  const temporary = join(house, "tmp");
  try {
    mkdirSync(temporary);
    await runIn(house, [], temporary);
    const ours = {
      [OURS]: () => runOurs(specs),
      [CHECK]: () => runIn(house, ["--check"]),
      [AGAIN]: () => runIn(house, [], temporary),
    };
    return { spec: "ours", about: services.join(", "), rows: await raced(ours, specs, peers, rounds) };
  } finally {
    rmSync(house, { recursive: true });
  }
}

async function raced(
  ours: Readonly<Record<string, () => Promise<Run>>>,
  specs: Specs,
  peers: Peers,
  rounds: number,
): Promise<Row[]> {
  const theirs = Object.fromEntries(
    peers.filter(isInstalled).map((each) => [each.peer.name, () => runPeer(each, specs)] as const),
  );
  const runs = await race({ ...ours, ...theirs }, rounds, ({ cpu }) => cpu > SLOW);
  const missing = peers.flatMap((each): [string, Runs<Run>][] =>
    isInstalled(each) ? [] : [[each.peer.name, { results: [], failed: each.why }]],
  );
  const makes = Object.fromEntries(peers.map(({ peer }) => [peer.name, peer.makes]));
  return rowsOf(new Map([...runs, ...missing]), { ...MAKES, ...makes });
}

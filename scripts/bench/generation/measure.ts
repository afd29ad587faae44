import { rmSync } from "node:fs";
import { isInstalled, type Installed, type Missing } from "../install.ts";
import { race, type Runs } from "../race.ts";
import type { BenchSpec } from "../specs.ts";
import { rowsOf, type Row, type Run } from "./figures.ts";
import { houseOf, ownSpecs, runCold, runIn, runOurs, runPeer, type Specs } from "./run.ts";

export interface Table {
  readonly spec: string;
  readonly about: string;
  readonly rows: readonly Row[];
}

export const OURS = "vendor-sdks";
export const CHECK = "vendor-sdks --check";
const AGAIN = "vendor-sdks, again";
const CHECK_AGAIN = "vendor-sdks --check, again";

/** Seconds of CPU from which on one run says enough. */
const SLOW = 8;

const MAKES = {
  [OURS]: "types, functions, client, docs, cases",
  [AGAIN]: "the same, nothing changed",
  [CHECK]: "the same, compared",
  [CHECK_AGAIN]: "the same, compared",
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
  const specs = ownSpecs();
  const house = houseOf(specs);
  try {
    await runIn(house, []);
    const ours = {
      [OURS]: () => runOurs(specs),
      [AGAIN]: () => runIn(house, []),
      [CHECK]: () => runCold(house, ["--check"]),
      [CHECK_AGAIN]: () => runIn(house, ["--check"]),
    };
    return { spec: "ours", about: Object.keys(specs).join(", "), rows: await raced(ours, specs, peers, rounds) };
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

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { hundredths, judged, type Held } from "../harness/held.ts";
import { spreadOf, type Spread } from "../harness/statistics.ts";
import type { Section } from "../harness/table.ts";
import { GENERATE_IN, houseOf, ownSpecs } from "./run.ts";

/** Seconds on the clock from saving a spec until its package is written. */
export interface WatchRow {
  readonly service: string;
  readonly saves: number;
  readonly seconds: Spread;
}

const LIMIT = 0.3;
/** The first saves find code that is not compiled yet. */
const WARM_UP = 2;

/** `pnpm generate --watch` over this repository's specs, each saved in turn with another title. */
export async function measureWatch(rounds: number): Promise<WatchRow[]> {
  const specs = ownSpecs();
  const house = houseOf(specs);
  const child = spawn(process.execPath, [GENERATE_IN, house, "--watch"], { stdio: ["ignore", "pipe", "inherit"] });
  const closed = once(child, "close");
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const until = async (told: (line: string) => boolean): Promise<void> => {
      for (;;) {
        const { value, done } = await lines.next();
        if (done === true) throw new Error("the generator stopped watching");
        if (told(value)) return;
      }
    };
    await until((line) => line.endsWith("Ctrl-C ends it"));
    const samples = new Map(Object.keys(specs).map((service): [string, number[]] => [service, []]));
    for (let round = 0; round < rounds + WARM_UP; round++) {
      for (const [service, sample] of samples) {
        const file = join(house, "specs", service, "openapi.yaml");
        const text = readFileSync(file, "utf8").replace(/^( +title: ["']?)/m, `$1${round} `);
        const start = performance.now();
        writeFileSync(file, text);
        await until((line) => line.startsWith(`${service}: `) && line.endsWith(" s"));
        if (round >= WARM_UP) sample.push((performance.now() - start) / 1000);
      }
    }
    return [...samples].map(([service, sample]) => ({ service, saves: sample.length, seconds: spreadOf(sample) }));
  } finally {
    child.kill();
    await closed;
    rmSync(house, { recursive: true });
  }
}

export function watchSection(rows: readonly WatchRow[]): Section {
  return {
    title: "Generating as specs are saved",
    notes: ["`pnpm generate --watch`: seconds on the clock from saving a spec until its package is written."],
    head: ["spec", "saves", "seconds", "middle half"],
    rows: [
      ...rows.map(({ service, saves, seconds: { median, low, high } }) => [
        service,
        String(saves),
        judged(median, LIMIT, hundredths),
        `${hundredths(low)}–${hundredths(high)}`,
      ]),
      ["limit", "", hundredths(LIMIT)],
    ],
  };
}

export function watchHeld(rows: readonly WatchRow[]): Held[] {
  return rows.map(({ service, seconds: { median } }) => ({
    what: `${service}: seconds from saving the spec`,
    value: median,
    limit: LIMIT,
    show: hundredths,
  }));
}

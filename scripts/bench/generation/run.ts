import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { root } from "../../bin.ts";
import { servicesOf, specOf } from "../../generate/specs.ts";
import type { Installed } from "../install.ts";
import { usageOf } from "../usage.ts";
import type { Run } from "./figures.ts";

/** A spec by the name that its package gets. */
export type Specs = Readonly<Record<string, string>>;

export const GENERATE_IN: string = join(import.meta.dirname, "../generate-in.ts");

/** The specs of this repository. */
export function ownSpecs(): Specs {
  return Object.fromEntries(servicesOf(root).map((name) => [name, join(root, specOf(root, name) ?? "")]));
}

/** A folder as the generator wants it: `specs/<name>/openapi.yaml` for each spec, and no packages yet. */
export function houseOf(specs: Specs): string {
  const house = mkdtempSync(join(tmpdir(), "bench-house-"));
  for (const [name, file] of Object.entries(specs)) {
    mkdirSync(join(house, "specs", name), { recursive: true });
    copyFileSync(file, join(house, "specs", name, `openapi${extname(file)}`));
  }
  return house;
}

/** Our generator makes every package from nothing. */
export async function runOurs(specs: Specs): Promise<Run> {
  const house = houseOf(specs);
  try {
    return await runIn(house, []);
  } finally {
    rmSync(house, { recursive: true });
  }
}

/** Our generator in a folder as it is. The code that it keeps for its next run is kept there too, as `code`. */
export async function runIn(house: string, args: readonly string[], code = "code"): Promise<Run> {
  const usage = await usageOf([GENERATE_IN, house, ...args], house, { NODE_COMPILE_CACHE: join(house, code) });
  return { ...usage, ...written(join(house, "packages")) };
}

/** The same, none of its code kept from an earlier run. */
export async function runCold(house: string, args: readonly string[]): Promise<Run> {
  rmSync(join(house, "cold"), { recursive: true, force: true });
  return runIn(house, args, "cold");
}

/** A peer makes all of them, a process each. */
export async function runPeer({ peer, home, bin }: Installed, specs: Specs): Promise<Run> {
  const runs: Run[] = [];
  for (const spec of Object.values(specs)) runs.push(await runPeerOnce({ peer, home, bin }, spec));
  return {
    cpu: sum(runs.map(({ cpu }) => cpu)),
    memory: Math.max(...runs.map(({ memory }) => memory)),
    files: sum(runs.map(({ files }) => files)),
    bytes: sum(runs.map(({ bytes }) => bytes)),
  };
}

async function runPeerOnce({ peer, home, bin }: Installed, spec: string): Promise<Run> {
  // Away from this repository, whose settings for linters some of them would take for theirs.
  const out = mkdtempSync(join(tmpdir(), "bench-peer-"));
  try {
    const usage = await usageOf([bin, ...peer.arguments(spec, out, home)], out);
    const { files, bytes } = written(out);
    if (bytes === 0) throw new Error("it wrote nothing");
    return { ...usage, files, bytes };
  } finally {
    rmSync(out, { recursive: true });
  }
}

function written(folder: string): { readonly files: number; readonly bytes: number } {
  if (!existsSync(folder)) return { files: 0, bytes: 0 };
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    files: files.length,
    bytes: sum(files.map(({ parentPath, name }) => statSync(join(parentPath, name)).size)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

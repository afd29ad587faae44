import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { binOf } from "../bin.ts";
import { bundleFile, WEIGHED } from "./bundles.ts";

const CONFIG = ".size-limit.json";

/** Bytes are what they are today; so much more may come without a word. */
const MARGIN = 1.02;

export interface Weight {
  readonly name: string;
  /** Bytes, gzipped. */
  readonly size: number;
  readonly sizeLimit: number;
  readonly passed: boolean;
}

/** Weighs the bundles of a package by its `.size-limit.json`. */
export async function weigh(home: string): Promise<Weight[]> {
  if (!existsSync(join(home, CONFIG))) throw new Error(`${join(home, CONFIG)} is missing: run \`pnpm size --update\``);
  const child = spawn(process.execPath, [binOf("size-limit", "size-limit"), "--json"], {
    cwd: home,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const closed = once(child, "close") as Promise<[number | null]>;
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  try {
    return JSON.parse(out) as Weight[];
  } catch (error) {
    throw new Error(`size-limit in ${home}: ${out}${err}`, { cause: error });
  }
}

/** Writes limits a little above what the bundles weigh now. */
export async function writeLimits(home: string): Promise<void> {
  writeConfig(home, () => "1 GB");
  const now = await weigh(home);
  writeConfig(home, (name) => {
    const { size = 0 } = now.find((weight) => weight.name === name) ?? {};
    return `${Math.ceil((size * MARGIN) / 10) * 10} B`;
  });
}

function writeConfig(home: string, limit: (name: string) => string): void {
  const checks = WEIGHED.map((name) => ({ name, path: bundleFile(name), limit: limit(name), gzip: true }));
  writeFileSync(join(home, CONFIG), `${JSON.stringify(checks, undefined, 2)}\n`);
}

/** What is too heavy, and by how much. */
export function tooHeavy(home: string, weights: readonly Weight[]): string[] {
  const limits = JSON.parse(readFileSync(join(home, CONFIG), "utf8")) as readonly { readonly name: string }[];
  const missing = WEIGHED.filter((name) => !limits.some((limit) => limit.name === name));
  return [
    ...missing.map((name) => `${CONFIG} has no limit for ${name}`),
    ...weights
      .filter(({ passed }) => !passed)
      .map(({ name, size, sizeLimit }) => `${name}: ${size} bytes, of ${sizeLimit} that it may have`),
  ];
}

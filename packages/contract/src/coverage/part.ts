import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { Tried } from "./tried.ts";

/** What one run, or one shard of it, leaves behind. */
export interface Part {
  readonly shard: Shard;
  /** Examples that contradict their own schemas, and schemas that no value was found for. */
  readonly wrongExamples: readonly string[];
  /** Answers that no call can have, each with the reason. */
  readonly beyondReach: readonly string[];
  readonly tried: readonly Tried[];
}

/** Counted from 1, as in `vitest --shard=1/2`. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export const WHOLE: Shard = { index: 1, count: 1 };

const NAME = /^(\d+)-of-(\d+)\.json$/;

/** Forgets what an earlier run of the shard has left, and what does not go with it: a run that breaks off leaves nothing behind. */
export function forgetPart(folder: URL, { index, count }: Shard): void {
  for (const file of partsIn(folder)) {
    if (file.count !== count || file.index === index) rmSync(new URL(file.name, folder));
  }
}

export function writePart(folder: URL, part: Part): void {
  const { index, count } = part.shard;
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(`${index}-of-${count}.json`, folder), `${JSON.stringify(part, undefined, 1)}\n`);
}

export interface Parts {
  readonly tried: readonly Tried[];
  /** Shards that have left nothing; undefined where there is not even one. */
  readonly missing: readonly Shard[] | undefined;
}

/** What all shards together have tried. */
export function readParts(folder: URL): Parts {
  const parts = partsIn(folder).map(({ name }) => JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Part);
  const [first] = parts;
  const count = first?.shard.count ?? 0;
  const wanted = Array.from({ length: count }, (_, index) => ({ index: index + 1, count }));
  return {
    tried: parts.flatMap(({ tried }) => tried),
    missing: first && wanted.filter(({ index }) => !parts.some(({ shard }) => shard.index === index)),
  };
}

function partsIn(folder: URL): (Shard & { readonly name: string })[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const [, index, count] = NAME.exec(name) ?? [];
    return index === undefined ? [] : [{ name, index: Number(index), count: Number(count) }];
  });
}

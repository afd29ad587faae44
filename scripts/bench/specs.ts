import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { syntheticSpec } from "./synthetic.ts";

export interface BenchSpec {
  readonly name: string;
  readonly about: string;
  readonly file: string;
}

/** The made-up specs, of as many operations as their name says. */
export function writeSynthetic(folder: string, sizes: readonly number[]): BenchSpec[] {
  mkdirSync(folder, { recursive: true });
  return sizes.map((operations) => {
    const file = join(folder, `made-up-${operations}.yaml`);
    const text = stringify(syntheticSpec(operations), { aliasDuplicateObjects: false });
    writeFileSync(file, text);
    const kilobytes = Math.round(Buffer.byteLength(text) / 1000);
    return { name: `made-up-${operations}`, about: `${operations} made-up operations, ${kilobytes} kB of YAML`, file };
  });
}

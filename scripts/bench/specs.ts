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
    // Names of one length, since packages hold theirs: else a larger spec would make larger bundles.
    const name = `made-up-${String(operations).padStart(4, "0")}`;
    const file = join(folder, `${name}.yaml`);
    const text = stringify(syntheticSpec(operations), { aliasDuplicateObjects: false });
    writeFileSync(file, text);
    const kilobytes = Math.round(Buffer.byteLength(text) / 1000);
    return { name, about: `${operations} made-up operations, ${kilobytes} kB of YAML`, file };
  });
}

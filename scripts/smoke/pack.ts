import { globSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../bin.ts";
import { output } from "../run/output.ts";

export interface Tarball {
  readonly name: string;
  readonly file: string;
}

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
}

/** A tarball of each package that is published, made as `pnpm publish` makes it. */
export async function pack(destination: string): Promise<Tarball[]> {
  mkdirSync(destination, { recursive: true });
  const manifests = globSync("packages/*/package.json", { cwd: root }).sort();
  const packed = manifests.map(async (manifest): Promise<Tarball[]> => {
    const { name, private: unpublished } = JSON.parse(readFileSync(join(root, manifest), "utf8")) as Manifest;
    if (unpublished === true) return [];
    const args = ["pack", "--json", "--pack-destination", destination];
    const { filename } = JSON.parse(await output("pnpm", args, join(root, dirname(manifest)))) as { filename: string };
    return [{ name, file: filename }];
  });
  return (await Promise.all(packed)).flat();
}

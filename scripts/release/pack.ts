import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { publicPackages } from "../api/packages.ts";
import { output } from "../run/output.ts";

export interface Tarball {
  readonly name: string;
  readonly file: string;
}

/** A tarball of each package that is published, made as `pnpm publish` makes it. */
export async function pack(root: string, destination: string): Promise<Tarball[]> {
  mkdirSync(destination, { recursive: true });
  const packed = publicPackages(root).map(async ({ name, folder }): Promise<Tarball> => {
    const args = ["pack", "--json", "--pack-destination", destination];
    const { filename } = JSON.parse(await output("pnpm", args, join(root, "packages", folder))) as { filename: string };
    return { name, file: filename };
  });
  return Promise.all(packed);
}

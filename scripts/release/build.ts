import { join } from "node:path";
import { publicPackages, type PublicPackage } from "../api/packages.ts";
import { pack, type Tarball } from "./pack.ts";
import { commit, copyTree } from "./copy.ts";
import { output } from "../run/output.ts";

/** A copy of the repository whose packages have the versions of the next release, and are built and packed. */
export interface Built {
  readonly folder: string;
  readonly packages: readonly PublicPackage[];
  readonly tarballs: readonly Tarball[];
}

export async function build(root: string, lab: string): Promise<Built> {
  const folder = join(lab, "repository");
  await copyTree(root, folder);
  await output("pnpm", ["install", "--frozen-lockfile", "--prefer-offline"], folder);
  await output("pnpm", ["run", "version-packages"], folder);
  await commit(folder, "Version packages");
  // By force: what turbo keeps could hide that a build gives something else each time.
  const args = ["run", "build", "--filter=./packages/*", "--force", "--output-logs=errors-only"];
  await output(process.execPath, ["scripts/turbo.ts", ...args], folder);
  const tarballs = await pack(folder, join(lab, "tarballs"));
  return { folder, packages: publicPackages(folder), tarballs };
}

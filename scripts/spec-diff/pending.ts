import { readChangesets } from "@changesets/read";

import { type Bump, BUMPS, byHeight } from "./bump.ts";

/** The highest bump that the changesets of a repository hold for a package; undefined if none names it. */
export async function pendingBump(root: string, packageName: string): Promise<Bump | undefined> {
  const releases = (await readChangesets(root)).flatMap((changeset) => changeset.releases);
  const bumps = releases
    .filter(({ name }) => name === packageName)
    .map(({ type }) => BUMPS.find((bump) => bump === type));
  return bumps.filter((bump) => bump !== undefined).toSorted(byHeight)[0];
}

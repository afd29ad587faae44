import { objectAt } from "../../generate/load/json.ts";
import { manifestIn, type TarballFile } from "../../tarball/read.ts";

const KINDS = ["dependencies", "peerDependencies", "optionalDependencies"];

/** Ranges that mean something in this repository alone. */
export function foreignRanges(files: readonly TarballFile[]): string[] {
  const manifest = manifestIn(files);
  return KINDS.flatMap((kind) =>
    Object.entries(objectAt(manifest, kind))
      .filter(([, range]) => !/^[\^~>=<]*\d/.test(String(range)))
      .map(([name, range]) => `${kind}: ${name}: ${String(range)} is no range of versions`),
  );
}

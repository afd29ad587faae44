import type { TarballFile } from "../../tarball/read.ts";

/** Files that tell where they were built: a name of somebody's folder is nobody's business, and differs from machine to machine. */
export function namedPlaces(files: readonly TarballFile[], places: readonly string[]): string[] {
  return files.flatMap(({ path, bytes }) =>
    places.filter((place) => bytes.includes(place)).map((place) => `${path} names the folder ${place}`),
  );
}

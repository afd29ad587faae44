import { join } from "node:path";
import { create } from "tar";
import { folderWith } from "./folder.ts";

/** A package's tarball with these files, the same bytes for the same files; what is undefined is not in it. */
export function tarballOf(files: Readonly<Record<string, string | undefined>>): string {
  const there = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const named = there.map(([path, text]): [string, string] => [`package/${path}`, text]);
  const cwd = folderWith(Object.fromEntries(named));
  const file = join(cwd, "shop-1.2.3.tgz");
  create(
    { cwd, file, gzip: true, sync: true, portable: true, mtime: new Date(0) },
    named.map(([path]) => path),
  );
  return file;
}

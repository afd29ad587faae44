import { existsSync, type FSWatcher, readdirSync, watch } from "node:fs";
import { join } from "node:path";

/**
 * Tells whenever something in a folder or below has changed. Each folder is watched by itself: on Linux, Node's own way to watch
 * recursively loses a file that is replaced by another, which is how most editors save.
 */
export function watchFolder(folder: string, changed: () => void): { readonly close: () => void } {
  const watchers = new Map<string, FSWatcher>();
  const forget = (each: string): void => {
    watchers.get(each)?.close();
    watchers.delete(each);
  };
  const follow = (): void => {
    const there = new Set(foldersFrom(folder));
    for (const each of watchers.keys()) if (!there.has(each)) forget(each);
    for (const each of there) {
      if (watchers.has(each)) continue;
      const watcher = watch(each, () => {
        follow();
        changed();
      });
      // A folder that goes while it is watched; the one above it has told so.
      watcher.on("error", () => forget(each));
      watchers.set(each, watcher);
    }
  };
  follow();
  return {
    close() {
      for (const each of watchers.keys()) forget(each);
    },
  };
}

function foldersFrom(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const below = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  return [folder, ...below.map(({ parentPath, name }) => join(parentPath, name))];
}

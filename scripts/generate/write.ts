import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What differs between a package and what its spec makes of it. */
export interface Change {
  readonly file: string;
  readonly kind: "new" | "changed" | "stale";
}

/** Folders that hold nothing but emitted files: what else is in them is left over from an earlier spec. */
const EMITTED_FOLDERS = ["src/generated", "test/generated"];

export function findChanges(folder: string, files: ReadonlyMap<string, string>): Change[] {
  const changes: Change[] = [];
  for (const [file, text] of files) {
    const path = join(folder, file);
    if (!existsSync(path)) changes.push({ file, kind: "new" });
    else if (readFileSync(path, "utf8") !== text) changes.push({ file, kind: "changed" });
  }
  for (const emitted of EMITTED_FOLDERS) {
    for (const file of filesBelow(join(folder, emitted), emitted)) {
      if (!files.has(file)) changes.push({ file, kind: "stale" });
    }
  }
  return changes.toSorted((a, b) => (a.file < b.file ? -1 : 1));
}

function filesBelow(folder: string, prefix: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => prefix + join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"));
}

/** Makes the package what it should be. Each file is written beside its place and then moved there, so none is ever half-written. */
export function applyChanges(folder: string, files: ReadonlyMap<string, string>, changes: readonly Change[]): void {
  for (const { file, kind } of changes) {
    const path = join(folder, file);
    if (kind === "stale") {
      rmSync(path);
      continue;
    }
    mkdirSync(dirname(path), { recursive: true });
    const beside = `${path}.${process.pid}.tmp`;
    try {
      writeFileSync(beside, files.get(file) ?? "");
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  }
}

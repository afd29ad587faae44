import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";

/** What differs between a package and what its spec makes of it. */
export interface Change {
  readonly file: string;
  readonly kind: "new" | "changed" | "stale";
}

/** Folders that hold nothing but emitted files: what else is in them is left over from an earlier spec. */
const EMITTED_FOLDERS = ["src/generated", "test/generated", "docs/operations", "docs/models"];

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
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => prefix + join(entry.parentPath, entry.name).slice(folder.length).replaceAll("\\", "/"));
}

/**
 * Makes the package what it should be, wholly or not at all: every text is written beside its place first, then all are moved
 * there, and what was there before is kept until the last one is.
 */
export function applyChanges(folder: string, files: ReadonlyMap<string, string>, changes: readonly Change[]): void {
  const undo: (() => void)[] = [];
  const finish: (() => void)[] = [];
  try {
    makeFolder(folder, undo);
    const inside = realpathSync(folder);
    for (const below of new Set(changes.map(({ file }) => dirname(join(folder, file))))) {
      makeFolder(below, undo);
      mustLieIn(inside, below);
    }
    for (const { file, kind } of changes) {
      const path = join(folder, file);
      const beside = `${path}.${process.pid}`;
      if (kind === "stale") continue;
      undo.push(() => rmSync(`${beside}.new`, { force: true }));
      writeFileSync(`${beside}.new`, files.get(file) ?? "");
    }
    for (const { file, kind } of changes) {
      const path = join(folder, file);
      const beside = `${path}.${process.pid}`;
      if (kind !== "new") {
        renameSync(path, `${beside}.old`);
        undo.push(() => renameSync(`${beside}.old`, path));
        finish.push(() => rmSync(`${beside}.old`));
      }
      if (kind === "stale") continue;
      renameSync(`${beside}.new`, path);
      undo.push(() => rmSync(path));
    }
  } catch (error) {
    for (const step of undo.toReversed()) step();
    throw error;
  }
  for (const step of finish) step();
}

function makeFolder(folder: string, undo: (() => void)[]): void {
  const first = mkdirSync(folder, { recursive: true });
  if (first !== undefined) undo.push(() => rmSync(first, { recursive: true }));
}

/** A link in a package could lead what is written to anywhere. */
function mustLieIn(folder: string, path: string): void {
  const real = realpathSync(path);
  if (real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return;
  throw new Error(`${path} is a link that leads out of ${folder}: remove it, nothing was written`);
}

/** What was done, a line for each file. */
export function tellChanges(files: ReadonlyMap<string, string>, changes: readonly Change[]): string {
  const lines = changes.map(({ file, kind }) => `  ${kind === "stale" ? "removed" : kind} ${file}\n`);
  return `${files.size} files, ${changes.length} changed\n${lines.join("")}`;
}

import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Changes below a folder that can be taken back. Paths are from there, with slashes. */
export interface Journal {
  readonly create: (file: string, text: string) => void;
  readonly copy: (from: string, file: string) => void;
  readonly edit: (file: string, change: (text: string) => string) => void;
  /** Notes what something else is about to change or make, so that it is taken back, too. */
  readonly expect: (path: string) => void;
  /** Makes everything what it was. */
  readonly undo: () => void;
}

export function createJournal(root: string): Journal {
  const steps: (() => void)[] = [];

  const makeFolder = (folder: string): void => {
    const first = mkdirSync(folder, { recursive: true });
    if (first !== undefined) steps.push(() => rmSync(first, { recursive: true, force: true }));
  };
  const prepare = (file: string): string => {
    const path = join(root, file);
    if (existsSync(path)) throw new Error(`${file} is there already`);
    makeFolder(dirname(path));
    steps.push(() => rmSync(path, { force: true }));
    return path;
  };
  const keep = (file: string): string => {
    const path = join(root, file);
    const before = readFileSync(path, "utf8");
    steps.push(() => writeFileSync(path, before));
    return before;
  };

  return {
    create: (file, text) => writeFileSync(prepare(file), text),
    copy: (from, file) => copyFileSync(from, prepare(file)),
    edit(file, change) {
      const before = keep(file);
      writeFileSync(join(root, file), change(before));
    },
    expect(path) {
      if (existsSync(join(root, path))) keep(path);
      else steps.push(() => rmSync(join(root, path), { recursive: true, force: true }));
    },
    undo() {
      for (const step of steps.toReversed()) step();
      steps.length = 0;
    },
  };
}

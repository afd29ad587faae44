import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { binIn } from "../bin.ts";
import { output } from "../run/output.ts";
import type { TarballFile } from "../tarball/read.ts";

/** Builds the sources of a package in an empty folder, as packages of this repository are built. Gives what is in its `dist`. */
export async function buildDist(
  root: string,
  home: string,
  arguments_: readonly string[],
  sources: ReadonlyMap<string, string>,
): Promise<TarballFile[]> {
  const lab = mkdtempSync(join(tmpdir(), "verify-"));
  try {
    const folder = join(lab, "packages/it");
    for (const file of ["tsconfig.base.json", "tsdown.config.ts"]) {
      mkdirSync(lab, { recursive: true });
      copyFileSync(join(root, file), join(lab, file));
    }
    for (const [file, text] of sources) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    await output(process.execPath, [binIn(home, "tsdown", "tsdown"), ...arguments_], folder);
    return filesBelow(join(folder, "dist")).map((path) => ({
      path: `dist/${path}`,
      bytes: readFileSync(join(folder, "dist", path)),
    }));
  } finally {
    rmSync(lab, { recursive: true, force: true });
  }
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
}

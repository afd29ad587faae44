import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PublicPackage } from "../../api/packages.ts";
import { NOTICES } from "../../notices/render.ts";
import { differences } from "../../tarball/compare.ts";
import { readTarball, textIn, type TarballFile } from "../../tarball/read.ts";
import type { Built } from "../build.ts";
import { fileProblems } from "../checks/files.ts";
import { undeclaredImports } from "../checks/imports.ts";
import { namedPlaces } from "../checks/places.ts";
import { foreignRanges } from "../checks/ranges.ts";
import { installScripts } from "../checks/scripts.ts";
import { areTheTypesWrong, homeOf, publint } from "../checks/tools.ts";
import type { Tarball } from "../pack.ts";
import type { Row } from "./row.ts";

export interface PackageStages {
  readonly first: () => Promise<Built>;
  readonly second: () => Promise<Built>;
  readonly published: () => Promise<readonly Tarball[]>;
  readonly size: (folder: string) => Promise<string>;
  readonly verify: (file: string) => Promise<string>;
}

/** What each package is held to, as it lies in the registry. */
export function packageRows(
  { name, folder }: PublicPackage,
  root: string,
  has: { readonly spec: boolean; readonly size: boolean },
  stages: PackageStages,
): Row[] {
  const file = async (): Promise<string> => tarballOf(name, await stages.published());
  const files = async (): Promise<readonly TarballFile[]> => readTarball(await file());
  const row = (check: string, run: () => Promise<string>): Row => ({ consumer: folder, check, run });
  const rows = [
    row("reproducible", async () => {
      const twice = await Promise.all([stages.first(), stages.second()]);
      const built = twice.map(({ tarballs }) => tarballOf(name, tarballs));
      return sameBytes([await file(), ...built]);
    }),
    row("files", async () => {
      const list = await files();
      const { folder: place } = await stages.first();
      clean([...fileProblems(list), ...namedPlaces(list, [root, place])]);
      return `${list.length} files`;
    }),
    row("dependencies", async () => {
      const list = await files();
      clean([...undeclaredImports(list), ...foreignRanges(list), ...installScripts(list)]);
      return "every import is declared";
    }),
    row("licences", async () => {
      const list = await files();
      const { folder: home } = await stages.first();
      for (const [path, original] of [
        ["LICENSE", "LICENSE"],
        [NOTICES, join("packages", folder, NOTICES)],
      ] as const) {
        if (textIn(list, path) !== readFileSync(join(home, original), "utf8"))
          throw new Error(`${path} in the package is not ${original} of the repository`);
      }
      return `LICENSE and ${NOTICES}`;
    }),
    row("publint", async () => (await publint(homeOf(root, folder), await file()), "nothing to say")),
    row("types", async () => (await areTheTypesWrong(homeOf(root, folder), await file()), "found by every resolution")),
  ];
  if (has.size) rows.push(row("size", () => stages.size(folder)));
  if (has.spec) rows.push(row("spec", async () => stages.verify(await file())));
  return rows;
}

function tarballOf(name: string, tarballs: readonly Tarball[]): string {
  const found = tarballs.find((tarball) => tarball.name === name);
  if (found === undefined) throw new Error(`there is no tarball of ${name}`);
  return found.file;
}

function clean(problems: readonly string[]): void {
  if (problems.length > 0) throw new Error(problems.join("\n"));
}

const NAMES = ["the published one", "the first build", "the second build"] as const;

function sameBytes([published = "", ...built]: readonly string[]): string {
  const bytes = readFileSync(published);
  for (const [index, file] of built.entries()) {
    if (readFileSync(file).equals(bytes)) continue;
    const names = [NAMES[0], NAMES[index + 1] ?? file] as const;
    const found = differences(readTarball(published), readTarball(file), names);
    throw new Error(
      found.length > 0
        ? found.join("\n")
        : `the files of ${names.join(" and of ")} are the same, their archives differ`,
    );
  }
  return `${bytes.length} bytes, the same from two folders and from the registry`;
}

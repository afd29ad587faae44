import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { objectAt, textAt } from "../generate/load/json.ts";
import { output } from "../run/output.ts";

/** A package that an installation brings along, and under which licence. */
export interface ThirdParty {
  readonly name: string;
  readonly versions: readonly string[];
  readonly licence: string;
  /** The author, or where the package is at home. */
  readonly source: string | undefined;
  /** Of its licence files. */
  readonly texts: readonly string[];
}

interface Listed {
  readonly name: string;
  readonly versions: readonly string[];
  readonly paths: readonly string[];
  readonly license: string;
  readonly author?: string;
  readonly homepage?: string;
}

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-]|$)/i;

/** All that comes with a package of this repository at run time, also by way of its neighbours. */
export async function thirdPartiesOf(root: string, folder: string): Promise<ThirdParty[]> {
  const listed = await Promise.all([...neighbourhood(root, folder)].map((each) => list(root, each)));
  const byName = new Map<string, ThirdParty>();
  for (const each of listed.flat()) byName.set(each.name, merged(byName.get(each.name), each));
  return [...byName.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The folders of a package and of those of this repository that it depends on. */
function neighbourhood(root: string, folder: string, found = new Set<string>()): Set<string> {
  if (found.has(folder)) return found;
  found.add(folder);
  const manifest = manifestOf(root, folder);
  for (const [name, range] of Object.entries(objectAt(manifest, "dependencies"))) {
    if (String(range).startsWith("workspace:")) neighbourhood(root, folderOf(root, name), found);
  }
  return found;
}

function folderOf(root: string, name: string): string {
  const found = readdirSync(join(root, "packages")).find((folder) => textAt(manifestOf(root, folder), "name") === name);
  if (found === undefined) throw new Error(`no folder below packages holds ${name}`);
  return found;
}

function manifestOf(root: string, folder: string): unknown {
  return JSON.parse(readFileSync(join(root, "packages", folder, "package.json"), "utf8"));
}

async function list(root: string, folder: string): Promise<ThirdParty[]> {
  const args = ["licenses", "list", "--prod", "--no-optional", "--json"];
  const answer: unknown = JSON.parse(await output("pnpm", args, join(root, "packages", folder)));
  return Object.values(answer as Readonly<Record<string, readonly Listed[]>>).flatMap((licensed) =>
    licensed.map((each) => ({
      name: each.name,
      versions: each.versions,
      licence: each.license,
      source: each.author ?? each.homepage,
      texts: each.paths.flatMap(licenceTexts),
    })),
  );
}

function licenceTexts(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENCE_FILE.test(entry.name))
    .map(({ name }) => plain(readFileSync(join(folder, name), "utf8")))
    .toSorted();
}

/** Texts that differ in nothing but their line ends and the space around are one text. */
function plain(text: string): string {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  return lines
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}

function merged(one: ThirdParty | undefined, other: ThirdParty): ThirdParty {
  if (one === undefined) return { ...other, texts: [...new Set(other.texts)] };
  return {
    name: one.name,
    versions: [...new Set([...one.versions, ...other.versions])].toSorted(),
    licence: one.licence === other.licence ? one.licence : `${one.licence} and ${other.licence}`,
    source: one.source ?? other.source,
    texts: [...new Set([...one.texts, ...other.texts])],
  };
}

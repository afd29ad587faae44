import { posix } from "node:path";
import ts from "typescript";
import { isObject, objectAt, own } from "../../generate/load/json.ts";
import { NOTICES } from "../../notices/render.ts";
import type { TarballFile } from "../../tarball/read.ts";
import { manifestIn, textIn } from "../../tarball/read.ts";

/** What lies in every package. */
const ALWAYS = ["package.json", "README.md", "CHANGELOG.md", "LICENSE", NOTICES];

/** Folders of which every file is meant to be there, whether or not a module refers to it. */
const WHOLE = ["docs/"];

/**
 * The files of a package have to be what its exports reach, what lies in every package, and no more: a file from an earlier build, a
 * test or a secret would be one more.
 */
export function fileProblems(files: readonly TarballFile[]): string[] {
  const manifest = manifestIn(files);
  const entries = [...targets(own(manifest, "exports")), ...targets(own(manifest, "bin"))];
  const reached = new Set(entries);
  // A set takes in what is added while it is walked.
  for (const path of reached) for (const next of neighbours(path, files)) reached.add(next);
  const there = new Set(files.map(({ path }) => path));
  const wanted = [...ALWAYS, ...reached];
  const missing = wanted.filter((path) => !there.has(path)).map((path) => `${path} is missing`);
  const more = [...there]
    .filter((path) => !wanted.includes(path) && !WHOLE.some((folder) => path.startsWith(folder)))
    .map((path) => `${path} is in the package, and nothing refers to it`);
  return [...new Set([...missing, ...more])];
}

function targets(value: unknown): string[] {
  if (typeof value === "string") return [posix.normalize(value)];
  return isObject(value) ? Object.values(value).flatMap(targets) : [];
}

/** Modules and maps that a module refers to by their place. */
function neighbours(path: string, files: readonly TarballFile[]): string[] {
  const text = textIn(files, path);
  if (text === undefined || !/\.[cm]?[jt]s$/.test(path)) return [];
  const map = /\n\/\/# sourceMappingURL=(\S+)\s*$/.exec(text)?.[1];
  const modules = specifiersIn(text).filter((specifier) => specifier.startsWith("."));
  const written = [...modules, ...(map === undefined ? [] : [map])];
  const beside = path.replace(/(?<!\.d)\.mjs$/, ".d.mts");
  return [
    ...written.map((each) => declared(path, posix.join(posix.dirname(path), each))),
    // A command's declarations are there, though nobody imports a command.
    ...(files.some((file) => file.path === beside) ? [beside] : []),
  ];
}

/** Declarations refer to modules, and mean the declarations beside them. */
function declared(from: string, to: string): string {
  return from.endsWith(".d.mts") ? to.replace(/(?<!\.d)\.mjs$/, ".d.mts") : to;
}

/** What a module or a declaration imports, as it is written there. */
export function specifiersIn(text: string): string[] {
  const { importedFiles, typeReferenceDirectives } = ts.preProcessFile(text, true, true);
  return [...importedFiles, ...typeReferenceDirectives].map(({ fileName }) => fileName);
}

/** The ranges that a package gives for what it takes from elsewhere. */
export function dependenciesOf(manifest: unknown): string[] {
  return ["dependencies", "peerDependencies", "optionalDependencies"].flatMap((kind) =>
    Object.keys(objectAt(manifest, kind)),
  );
}

import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, extname, join, relative, sep } from "node:path";

import { loadSpec, type LoadedSpec } from "../generate/load/load.ts";

/** A file of the folder that a spec gets in the repository: copied, or written. */
export type SpecFile =
  { readonly name: string; readonly from: string } | { readonly name: string; readonly text: string };

/**
 * The files that make up a spec in the repository. They stay as they are if they say the same from there; if not, because they
 * lie in several folders, or call one another by a name that changes, they become one document.
 */
export function filesOfSpec(spec: LoadedSpec): SpecFile[] {
  const copies = copiesOf(spec);
  if (copies !== undefined && saysTheSame(spec, copies)) return copies;
  return [{ name: "openapi.json", text: `${JSON.stringify(spec.document, undefined, 2)}\n` }];
}

interface Copy {
  readonly name: string;
  readonly from: string;
}

function copiesOf({ file, files }: LoadedSpec): Copy[] | undefined {
  const [first, ...others] = files;
  if (first === undefined) return undefined;
  const folder = dirname(file);
  const copies = others.map((from) => ({ name: relative(folder, from).replaceAll(sep, "/"), from }));
  if (copies.some(({ name }) => name.startsWith("..") || name.startsWith("openapi."))) return undefined;
  const extension = extname(basename(file)).toLowerCase() === ".json" ? "json" : "yaml";
  return [{ name: `openapi.${extension}`, from: file }, ...copies];
}

function saysTheSame(spec: LoadedSpec, copies: readonly Copy[]): boolean {
  if (copies.length === 1) return true;
  const folder = mkdtempSync(join(tmpdir(), "spec-"));
  try {
    for (const { name, from } of copies) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      copyFileSync(from, join(folder, name));
    }
    const copied = loadSpec(join(folder, copies[0]?.name ?? ""));
    return JSON.stringify(copied.document) === JSON.stringify(spec.document);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

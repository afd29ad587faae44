import { realpathSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

import type { DiagnosticCode } from "../../diagnostics/catalogue.ts";
import { readSource } from "../source.ts";
import type { Source } from "../source.ts";

/** Why a file that is referred to is not read. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly message: string;
  readonly fix: string;
}

export interface Files {
  /** The file that the part of a reference before `#` names; `from` is the file that refers to it. */
  readonly open: (reference: string, from: Source) => Source | Refusal;
  /** All that were read, the first one first. */
  readonly opened: () => readonly Source[];
}

const SCHEME = /^[a-z][a-z\d+.-]*:/i;

/**
 * Files below one folder and no others: a spec comes from elsewhere and must not be able to show what lies around it. Nothing is
 * fetched. What counts is where a file really is, behind symbolic links.
 */
export function createFiles(root: Source, folder: string): Files {
  const allowed = realpathSync(folder);
  const paths = new Map<Source, string>([[root, realpathSync(root.file)]]);
  const sources = new Map<string, Source>([[realpathSync(root.file), root]]);

  const open = (reference: string, from: Source): Source | Refusal => {
    if (SCHEME.test(reference) || reference.startsWith("//")) {
      const fix = "save what it refers to in the folder of the spec, and refer to that; nothing is fetched";
      return { code: "external-reference", message: `"${reference}" is not a file beside this one`, fix };
    }
    const path = decoded(reference);
    if (path === undefined || path.includes("\0")) {
      return { code: "unknown-reference", message: `"${reference}" is no file name`, fix: "write a relative path" };
    }
    if (isAbsolute(path) || /^[\\/]/.test(path)) {
      const fix = "write the path relative to this file";
      return { code: "external-reference", message: `"${reference}" is an absolute path`, fix };
    }
    const target = resolve(dirname(paths.get(from) ?? allowed), path);
    if (!isWithin(allowed, target)) return escape(reference);
    let real: string;
    try {
      real = realpathSync(target);
    } catch {
      // What is missing, or lies below a folder that may not be entered, is told in the same words as by reading it.
      const { diagnostics } = readSource(target);
      const [problem] = diagnostics;
      const fix = problem?.fix ?? "correct the path";
      return { code: "unreadable-file", message: `"${reference}": ${problem?.message ?? "cannot be read"}`, fix };
    }
    if (!isWithin(allowed, real)) return escape(reference);
    const known = sources.get(real);
    if (known !== undefined) return known;
    const shown = join(dirname(root.file), relative(dirname(realpathSync(root.file)), real));
    const source = readSource(shown, real);
    sources.set(real, source);
    paths.set(source, real);
    return source;
  };

  return { open, opened: () => [...sources.values()] };
}

function escape(reference: string): Refusal {
  const fix = "move the file below the folder of the spec, or name a folder that holds both as the root";
  return { code: "external-reference", message: `"${reference}" leads out of the folder of the spec`, fix };
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function decoded(reference: string): string | undefined {
  try {
    return decodeURIComponent(reference);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

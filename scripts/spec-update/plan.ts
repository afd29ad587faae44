import { relative } from "node:path";
import { type PublicPackage, publicPackages } from "../api/packages.ts";
import { formatDiagnostics } from "../generate/diagnostics/diagnostic.ts";
import type { Generated } from "../generate/generate.ts";
import { loadSpec } from "../generate/load/load.ts";
import { driftOf } from "../generate/service.ts";
import { hasChangesetToWrite } from "../spec-diff/changeset.ts";
import { Refusal } from "../spec-diff/side.ts";
import { type Item, worklistOf } from "../spec-diff/theirs/worklist.ts";
import { changesetOf, type Compared, compareVendor } from "../spec-diff/vendor.ts";
import { uncommitted } from "./uncommitted.ts";

/** A vendor, and all that follows its spec; nothing of it is written yet. */
export interface Vendor {
  readonly package: PublicPackage;
  readonly generated: Generated;
  readonly compared: Compared;
}

export async function vendorOf(generated: Generated, base: string | undefined, root: string): Promise<Vendor> {
  const { name } = generated;
  const found = publicPackages(root).find(({ folder }) => folder === name);
  if (found === undefined) throw new Refusal(`packages/${name} is no package that is published`);
  return { package: found, generated, compared: await compareVendor(name, base, root) };
}

/** Whether anything is left to do for a vendor: what an earlier run has written may have failed its suite. */
export async function isConcerned({ generated, compared }: Vendor, root: string): Promise<boolean> {
  return (
    driftOf(generated, root).length > 0 ||
    compared.changes.length > 0 ||
    hasChangesetToWrite(root, compared.service, changesetOf(compared)) ||
    (await uncommitted(root, [generated.name])).length > 0
  );
}

export interface Worklist {
  readonly file: string;
  readonly service: string;
  readonly items: readonly Item[];
}

/** What a vendor's own spec has and ours lacks. Parts of it that are broken do not keep the rest from being read. */
export function readWorklist({ generated }: Vendor, file: string): Worklist {
  const theirs = loadSpec(file, { tolerant: true });
  const errors = theirs.diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Refusal(`${file} cannot be read:\n\n${formatDiagnostics(errors, theirs.locate)}`);
  const show = (path: string): string => relative(process.cwd(), path).replaceAll("\\", "/");
  return { file, service: generated.name, items: worklistOf(generated.spec, theirs, show) };
}

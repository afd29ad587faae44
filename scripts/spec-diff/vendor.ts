import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

import { textAt } from "../generate/load/json.ts";
import { specOf } from "../generate/specs.ts";
import { defaultBase, isCommit, writeSpecAt } from "./base.ts";
import { bumpFor } from "./bump.ts";
import type { Change } from "./change.ts";
import { changesetText, writeChangeset } from "./changeset.ts";
import { compareSpecs } from "./compare.ts";
import { placed, type Report, type ShowFile } from "./report.ts";
import { Refusal, wholeSide } from "./side.ts";

export interface Compared {
  /** The folder of the spec and of the package; empty for two files. */
  readonly service: string;
  readonly version: string;
  readonly changes: readonly Change[];
  readonly report: Report;
}

/** What has changed of a vendor's spec since a commit or a file; since its last release unless one is given. */
export async function compareVendor(service: string, given: string | undefined, root: string): Promise<Compared> {
  const manifest: unknown = JSON.parse(readFileSync(join(root, "packages", service, "package.json"), "utf8"));
  const name = textAt(manifest, "name") ?? service;
  const version = textAt(manifest, "version") ?? "0.0.0";
  const base = given ?? defaultBase(root, name, version);
  const folder = mkdtempSync(join(tmpdir(), "spec-diff-"));
  try {
    const isFile = existsSync(base);
    if (!isFile && !isCommit(root, base)) throw new Refusal(`${base} is neither a commit nor a file`);
    const old = isFile ? resolve(base) : writeSpecAt(root, base, service, folder);
    if (old === undefined)
      return { service, version, changes: [], report: { package: name, base, bump: undefined, changes: [] } };
    const before = wholeSide(service, old, isFile ? base : `${base}:specs/${service}`);
    const after = wholeSide(service, join(root, specOf(root, service) ?? ""));
    const changes = await compareSpecs(before, after);
    const showOld: ShowFile = (file) =>
      (isFile ? relative(root, file) : `${base}:${relative(folder, file)}`).replaceAll("\\", "/");
    const showNew: ShowFile = (file) => relative(root, file).replaceAll("\\", "/");
    const report = {
      package: name,
      base,
      bump: bumpFor(changes, version),
      changes: changes.map((change) => placed(change, [before, showOld], [after, showNew])),
    };
    return { service, version, changes, report };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the changeset of these changes says; undefined where there is nothing to say. */
export function changesetOf({ changes, report }: Compared): string | undefined {
  return report.bump === undefined ? undefined : changesetText(report.package, report.bump, changes);
}

/** Writes the changeset of what was compared. Tells what was done; empty if it was so already. */
export function writeCompared(compared: Compared, root: string): string {
  const done = writeChangeset(root, compared.service, changesetOf(compared));
  return done === undefined ? "" : `${done}\n`;
}

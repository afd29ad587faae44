import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";

import { formatDiagnostics } from "../generate/diagnostics/diagnostic.ts";
import { textAt } from "../generate/load/json.ts";
import type { Output } from "../generate/output.ts";
import { servicesOf, specOf } from "../generate/specs.ts";
import { defaultBase, isCommit, writeSpecAt } from "./base.ts";
import { bumpFor, bumpOf, covers } from "./bump.ts";
import { changesetText, writeChangeset } from "./changeset.ts";
import type { Change } from "./change.ts";
import { compareSpecs } from "./compare.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { pendingBump } from "./pending.ts";
import { formatReport, placed, type Report, type ShowFile } from "./report.ts";
import { isWhole, readSide, type Side } from "./side.ts";

/** A mistake of whoever runs the command: told without a stack. */
class Refusal extends Error {}

/** The command `pnpm spec:diff`; `root` is the repository. Gives the exit code. */
export async function runSpecDiff(argv: readonly string[], root: string, { stdout, stderr }: Output): Promise<number> {
  const options = readOptions(argv, servicesOf(root));
  if (typeof options === "string") return (stderr.write(`${options}\n\n${USAGE}`), 1);
  if (options.help) return (stdout.write(USAGE), 0);
  try {
    const compared = await (options.files === undefined ? compareVendors(options, root) : compareFiles(options.files));
    const reports = compared.map(({ report }) => report);
    stdout.write(options.json ? `${JSON.stringify(reports, undefined, 2)}\n` : reports.map(formatReport).join("\n"));
    if (options.write) for (const each of compared) stderr.write(write(each, root));
    const shortfalls = options.check ? await Promise.all(compared.map((each) => shortfall(each, root))) : [];
    stderr.write(shortfalls.join(""));
    return shortfalls.some((text) => text !== "") ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (stderr.write(`${error.message}\n`), 1);
  }
}

interface Compared {
  /** The folder of the spec and of the package; empty for two files. */
  readonly service: string;
  readonly version: string;
  readonly changes: readonly Change[];
  readonly report: Report;
}

async function compareFiles([before, after]: readonly [string, string]): Promise<Compared[]> {
  const show: ShowFile = (file) => relative(process.cwd(), file).replaceAll("\\", "/");
  const sides = [wholeSide("api", resolve(before)), wholeSide("api", resolve(after))] as const;
  const changes = await compareSpecs(...sides);
  const version = "1.0.0";
  return [
    {
      service: "",
      version,
      changes,
      report: {
        package: show(resolve(after)),
        base: show(resolve(before)),
        bump: bumpFor(changes, version),
        changes: changes.map((change) => placed(change, [sides[0], show], [sides[1], show])),
      },
    },
  ];
}

async function compareVendors({ vendors, base }: Options, root: string): Promise<Compared[]> {
  const all: Compared[] = [];
  for (const service of vendors) all.push(await compareVendor(service, base, root));
  return all;
}

async function compareVendor(service: string, given: string | undefined, root: string): Promise<Compared> {
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

function wholeSide(service: string, file: string, shown = file): Side {
  const side = readSide(service, file);
  if (isWhole(side)) return side;
  throw new Refusal(`${shown} is no whole spec:\n\n${formatDiagnostics(side.diagnostics, side.spec.locate)}`);
}

function write({ service, changes, report }: Compared, root: string): string {
  const text = report.bump === undefined ? undefined : changesetText(report.package, report.bump, changes);
  const done = writeChangeset(root, service, text);
  return done === undefined ? "" : `${done}\n`;
}

/** What the pending changesets of a package lack, and the change that demands it; empty if they lack nothing. */
async function shortfall({ version, changes, report }: Compared, root: string): Promise<string> {
  const pending = await pendingBump(root, report.package);
  if (covers(pending, report.bump)) return "";
  const demanding = report.changes.filter((_, index) => !covers(pending, bumpOf(changes[index] ?? never(), version)));
  const [first] = demanding;
  const place = first?.after ?? first?.before;
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column} `;
  const more = demanding.length > 1 ? ` (and ${demanding.length - 1} more)` : "";
  return `${report.package}: its changesets say ${pending ?? "nothing"}, but ${report.bump ?? ""} is demanded by ${where}${first?.reason ?? ""}${more}
  to do: run \`pnpm spec:diff --write\`, and commit the changeset
`;
}

function never(): never {
  throw new Error("each placed change comes from one change");
}

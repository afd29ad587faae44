import { relative, resolve } from "node:path";

import type { Output } from "../generate/output.ts";
import { servicesOf } from "../generate/specs.ts";
import { annotate, type Environment } from "../run/github.ts";
import { bumpFor, bumpOf, covers } from "./bump.ts";
import { compareSpecs } from "./compare.ts";
import { type Options, readOptions, USAGE } from "./options.ts";
import { pendingBump } from "./pending.ts";
import { formatReport, type Place, placed, type ShowFile } from "./report.ts";
import { Refusal, wholeSide } from "./side.ts";
import { type Compared, compareVendor, writeCompared } from "./vendor.ts";

/** The command `pnpm spec:diff`; `root` is the repository. Gives the exit code. */
export async function runSpecDiff(
  argv: readonly string[],
  root: string,
  { stdout, stderr }: Output,
  environment: Environment = {},
): Promise<number> {
  const options = readOptions(argv, servicesOf(root));
  if (typeof options === "string") return (stderr.write(`${options}\n\n${USAGE}`), 1);
  if (options.help) return (stdout.write(USAGE), 0);
  try {
    const compared = await (options.files === undefined ? compareVendors(options, root) : compareFiles(options.files));
    const reports = compared.map(({ report }) => report);
    stdout.write(options.json ? `${JSON.stringify(reports, undefined, 2)}\n` : reports.map(formatReport).join("\n"));
    if (options.write) for (const each of compared) stderr.write(writeCompared(each, root));
    const shortfalls = options.check ? await Promise.all(compared.map((each) => shortfall(each, root))) : [];
    for (const lack of shortfalls.filter((each) => each !== undefined)) {
      stderr.write(`${lack.text}\n  to do: run \`pnpm spec:diff --write\`, and commit the changeset\n`);
      stdout.write(
        annotate(environment, { level: "error", title: "Changeset", message: lack.message, place: lack.place }),
      );
    }
    return shortfalls.some((each) => each !== undefined) ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return (stderr.write(`${error.message}\n`), 1);
  }
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

interface Shortfall {
  readonly message: string;
  /** The message with its place. */
  readonly text: string;
  readonly place: Place | undefined;
}

/** What the pending changesets of a package lack, and the change that demands it; undefined if they lack nothing. */
async function shortfall({ version, changes, report }: Compared, root: string): Promise<Shortfall | undefined> {
  const pending = await pendingBump(root, report.package);
  if (covers(pending, report.bump)) return undefined;
  const demanding = report.changes.filter((_, index) => !covers(pending, bumpOf(changes[index] ?? never(), version)));
  const [first] = demanding;
  const place = first?.after ?? first?.before;
  const where = place === undefined ? "" : `${place.file}:${place.line}:${place.column} `;
  const more = demanding.length > 1 ? ` (and ${demanding.length - 1} more)` : "";
  const head = `${report.package}: its changesets say ${pending ?? "nothing"}, but ${report.bump ?? ""} is demanded by`;
  const reason = `${first?.reason ?? ""}${more}`;
  // A place in an old commit is none that could be shown beside the new spec.
  return { message: `${head} ${reason}`, text: `${head} ${where}${reason}`, place: first?.after };
}

function never(): never {
  throw new Error("each placed change comes from one change");
}

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { sharedBase, unknownVendors } from "./named.ts";

export const USAGE = `pnpm spec:diff [vendor…] [--base REF|FILE]
pnpm spec:diff OLD NEW

What changes of a spec are to those who use its package: breaking, new, fixed or documentation, each with its place, its reason and what
a caller must do, and how far the package's version must move for them.

  --base   a commit, or a file for one vendor; the package's last release unless given, or without one where the branch left main
  --json   prints the same as JSON
  --write  writes the changeset: .changeset/spec-<vendor>.md
  --check  fails where the pending changesets move a version less far than the changes demand
`;

export interface Options {
  readonly help: boolean;
  readonly json: boolean;
  readonly write: boolean;
  readonly check: boolean;
  readonly base: string | undefined;
  /** Two files that are compared, whatever they are of. */
  readonly files: readonly [before: string, after: string] | undefined;
  readonly vendors: readonly string[];
}

/** The options, or what is wrong with them. */
export function readOptions(argv: readonly string[], known: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        base: { type: "string" },
        json: { type: "boolean", default: false },
        write: { type: "boolean", default: false },
        check: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    return checked({ ...values, base: values.base }, [...new Set(positionals)], known);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function checked(
  values: Omit<Options, "files" | "vendors">,
  names: readonly string[],
  known: readonly string[],
): Options | string {
  const unknown = unknownVendors(names, known);
  if (unknown === undefined) {
    const vendors = names.length === 0 ? known : names;
    return sharedBase(values.base, names) ?? { ...values, files: undefined, vendors };
  }
  const [before, after, ...more] = names;
  if (before === undefined || after === undefined || more.length > 0) {
    return `${unknown}. Two files may be compared instead`;
  }
  const missing = [before, after].filter((file) => !existsSync(file));
  if (missing.length > 0) return `There is no file ${missing.join(" and no file ")}`;
  if (values.base !== undefined || values.write || values.check) {
    return "--base, --write and --check are about packages of this repository: they do not go with two files";
  }
  return { ...values, files: [before, after], vendors: [] };
}

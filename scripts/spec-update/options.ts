import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { sharedBase, unknownVendors } from "../spec-diff/named.ts";

export const USAGE = `pnpm spec:update [vendor…]    does what follows an edit of a spec: writes the package, the changeset and the page of what is exported,
                              runs the contract suite, and names the files to commit; without a vendor for each whose spec has changed

  --base REF|FILE  what the changeset counts changes from; as for \`pnpm spec:diff\` unless given
  --theirs FILE    a spec that the vendor publishes: lists what it has and ours lacks; for one vendor
`;

export interface Options {
  readonly help: boolean;
  readonly vendors: readonly string[];
  readonly base: string | undefined;
  readonly theirs: string | undefined;
}

/** The options, or what is wrong with them. */
export function readOptions(argv: readonly string[], known: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        base: { type: "string" },
        theirs: { type: "string" },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const { help, base, theirs } = values;
    const vendors = [...new Set(positionals)];
    return help ? { help, vendors, base, theirs } : checked({ help, vendors, base, theirs }, known);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function checked(options: Options, known: readonly string[]): Options | string {
  const { vendors, base, theirs } = options;
  const unknown = unknownVendors(vendors, known);
  if (unknown !== undefined) return unknown;
  if (theirs !== undefined && vendors.length !== 1) return "--theirs is the spec of one vendor: name that vendor, too";
  if (theirs !== undefined && !existsSync(theirs)) return `There is no file ${theirs}`;
  return sharedBase(base, vendors) ?? options;
}

import { existsSync } from "node:fs";
import { parseArgs } from "node:util";

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
  const strangers = vendors.filter((name) => !known.includes(name));
  if (strangers.length > 0) return `There is no spec of ${strangers.join(", ")}. There are: ${known.join(", ")}`;
  if (theirs !== undefined && vendors.length !== 1) return "--theirs is the spec of one vendor: name that vendor, too";
  if (theirs !== undefined && !existsSync(theirs)) return `There is no file ${theirs}`;
  const isFile = base !== undefined && existsSync(base);
  if (isFile && vendors.length !== 1) return "--base names a file: name the one vendor whose spec it is, too";
  return options;
}

import { parseArgs } from "node:util";

import { currentRuntime } from "./package/manifest.ts";
import { problemOfName } from "./package/name.ts";

export const USAGE = `pnpm generate [vendor…]           writes what the specs make of their packages
pnpm generate --check [vendor…]   writes nothing, names each file that would change, and fails if there is one
pnpm generate --watch [vendor…]   writes them, and again whenever a spec is saved, until Ctrl-C

pnpm generate --spec FILE --name @scope/name --out DIR
                                  writes a package of its own from any spec; with --check, compares it

pnpm generate --explain OPERATION [vendor | --spec FILE]
                                  writes nothing, says how each name, type, credential and page came to be, and where

  --runtime RANGE  the version of @vendor-sdks/runtime that it needs, or file: and a tarball: the present one unless given
  --tolerant       leaves out the parts of the spec that are broken, and lists them
  --root DIR       folder that the spec's references may reach: its own unless given
`;

export interface Options {
  readonly check: boolean;
  readonly help: boolean;
  readonly watch: boolean;
  /** The operation to be explained, and the spec that it is of where that is none of this repository. */
  readonly explain: { readonly operation: string; readonly spec: string | undefined } | undefined;
  readonly vendors: readonly string[];
  /** What to make a package of its own from, and where. */
  readonly standAlone: StandAloneTarget | undefined;
  readonly tolerant: boolean;
  readonly root: string | undefined;
}

export interface StandAloneTarget {
  readonly spec: string;
  readonly name: string;
  readonly out: string;
  readonly runtime: string;
}

const OPTIONS = {
  check: { type: "boolean", default: false },
  spec: { type: "string" },
  name: { type: "string" },
  out: { type: "string" },
  runtime: { type: "string" },
  tolerant: { type: "boolean", default: false },
  root: { type: "string" },
  explain: { type: "string" },
  watch: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const WITHOUT_SPEC = "--tolerant and --root go with --spec: a spec of this repository is whole, and lies in its folder";

/** The options, or what is wrong with them. */
export function readOptions(argv: readonly string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
    const { check, help, watch, explain, tolerant, root, ...target } = values;
    const common = { check, help, watch: watch && !help, tolerant, root, vendors: [...new Set(positionals)] };
    if (explain !== undefined && !help) {
      if (target.spec === undefined && (tolerant || root !== undefined)) return WITHOUT_SPEC;
      if (target.spec !== undefined && positionals.length > 0) return "--explain takes a vendor or --spec, not both";
      return { ...common, explain: { operation: explain, spec: target.spec }, standAlone: undefined };
    }
    const standAlone = help ? undefined : standAloneOf(target, positionals);
    if (typeof standAlone === "string") return standAlone;
    if (standAlone === undefined && (tolerant || root !== undefined)) {
      return WITHOUT_SPEC;
    }
    if (watch && (check || standAlone !== undefined)) return "--watch goes without --check and --spec";
    return { ...common, explain: undefined, standAlone };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The target that --spec and its companions name, undefined without them, or what is wrong with them. */
function standAloneOf(
  { spec, name, out, runtime }: { readonly [Key in keyof StandAloneTarget]?: string | undefined },
  vendors: readonly string[],
): StandAloneTarget | string | undefined {
  const given = { spec, name, out, runtime };
  if (Object.values(given).every((value) => value === undefined)) return undefined;
  if (vendors.length > 0) return `--spec makes one package: it goes without ${vendors.join(", ")}`;
  if (spec === undefined || name === undefined || out === undefined) {
    const missing = (["spec", "name", "out"] as const).filter((option) => given[option] === undefined);
    return `--spec, --name and --out go together: ${missing.map((option) => `--${option}`).join(" and ")} is missing`;
  }
  return problemOfName(name) ?? { spec, name, out, runtime: runtime ?? currentRuntime() };
}

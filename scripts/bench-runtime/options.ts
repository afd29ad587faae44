import { parseArgs } from "node:util";

export type Part = "bundle" | "cpu" | "types";

export interface Options {
  readonly help: boolean;
  readonly parts: readonly Part[];
  /** Rounds of the CPU part. */
  readonly rounds: number;
  /** Calls that are timed together. */
  readonly calls: number;
  /** Folder for the report; the repository's unless said. */
  readonly out: string | undefined;
  /** Whether a limit that is passed fails the run. */
  readonly strict: boolean;
}

const PARTS: readonly Part[] = ["bundle", "cpu", "types"];

export const USAGE = `pnpm bench:runtime [--rounds N] [--quick] [--only bundle|cpu|types] [--strict] [--out FOLDER]

What a client weighs and costs, beside the bare libraries: bundle sizes, CPU per call, type instantiations.
Prints tables, and writes them to reports/bench-runtime.md and .json.

  --rounds N   rounds of the CPU part, 15 unless said
  --quick      a few seconds in all: its timings show that it runs, no more
  --only PART  one part alone
  --out FOLDER where the report goes, reports/ unless said
  --strict     end with 1 where a size or a count is over its limit (timings never count)
`;

/** What the command line asks for; throws an error that says what to write instead. */
export function benchOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: "string" },
      quick: { type: "boolean", default: false },
      only: { type: "string" },
      out: { type: "string" },
      strict: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const { quick, strict, help, out } = values;
  const rounds = values.rounds ?? (quick ? "3" : "15");
  if (!/^[1-9]\d{0,3}$/.test(rounds)) throw new Error(`--rounds takes a number from 1 to 9999, not "${rounds}"`);
  const calls = quick ? 100 : 3000;
  return { help, parts: partsFrom(values.only), rounds: Number(rounds), calls, out, strict };
}

function partsFrom(only: string | undefined): readonly Part[] {
  if (only === undefined) return PARTS;
  const found = PARTS.find((part) => part === only);
  if (found === undefined) throw new Error(`--only takes one of ${PARTS.join(", ")}, not "${only}"`);
  return [found];
}

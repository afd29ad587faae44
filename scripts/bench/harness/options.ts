import { parseArgs } from "node:util";

export interface Options<Part extends string> {
  readonly help: boolean;
  readonly parts: readonly Part[];
  readonly rounds: number;
  /** Just enough to show that everything runs. */
  readonly quick: boolean;
  /** Folder for the report; the repository's unless said. */
  readonly out: string | undefined;
  /** Whether a limit that is passed fails the run. */
  readonly strict: boolean;
}

export interface Known<Part extends string> {
  readonly parts: readonly Part[];
  /** How many there are unless said. */
  readonly rounds: { readonly usual: number; readonly quick: number };
}

/** What the command line asks for; throws an error that says what to write instead. */
export function benchOptions<Part extends string>(args: readonly string[], known: Known<Part>): Options<Part> {
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
  const rounds = values.rounds ?? String(quick ? known.rounds.quick : known.rounds.usual);
  if (!/^[1-9]\d{0,3}$/.test(rounds)) throw new Error(`--rounds takes a number from 1 to 9999, not "${rounds}"`);
  return { help, parts: partsFrom(values.only, known.parts), rounds: Number(rounds), quick, out, strict };
}

function partsFrom<Part extends string>(only: string | undefined, parts: readonly Part[]): readonly Part[] {
  if (only === undefined) return parts;
  const found = parts.find((part) => part === only);
  if (found === undefined) throw new Error(`--only takes one of ${parts.join(", ")}, not "${only}"`);
  return [found];
}

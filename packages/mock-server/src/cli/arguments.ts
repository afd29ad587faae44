import { parseArgs } from "node:util";
import { nearest } from "../nearest.ts";

export const USAGE = `Usage: vendor-mock <api> [options]

Serves a mock of an API until Ctrl-C.

<api> is the short name of an installed package ("things" for @vendor-sdks/things), or a path or URL of an OpenAPI 3 document.

Options:
  --port <number>     port to listen on; a free one unless given
  --host <address>    interface to listen on (127.0.0.1)
  --base-path <path>  path of the API (that of the document's first server)
  --stateful          keep what requests make, as far as the document says how
  --seed <number>     number from which ids are counted then (1)
  --errors            answer what is against the document with an error
  -h, --help          print this
`;

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  "base-path": { type: "string" },
  stateful: { type: "boolean" },
  seed: { type: "string" },
  errors: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** What a command line asks for. */
export interface Asked {
  readonly help: boolean;
  readonly api: string;
  readonly options: {
    readonly port?: number;
    readonly host?: string;
    readonly basePath?: string;
    readonly errors?: boolean;
    readonly stateful?: boolean;
    readonly seed?: number;
  };
}

/** Throws a usage error for a command line that means nothing. */
export function readArguments(argv: readonly string[]): Asked {
  const lenient = { args: [...argv], options: OPTIONS, strict: false, allowPositionals: true, tokens: true } as const;
  const { tokens } = parseArgs(lenient);
  for (const token of tokens) {
    if (token.kind !== "option" || token.name in OPTIONS) continue;
    const near = nearest(token.name, Object.keys(OPTIONS));
    throw usageError(`There is no option ${token.rawName}${near === undefined ? "" : `: did you mean --${near}?`}`);
  }
  const { values, positionals } = strictly(() => parseArgs({ ...lenient, strict: true }));
  const [api, more] = positionals;
  const help = values.help === true;
  if (!help && (api === undefined || api === ""))
    throw usageError("Which API? Give a short name, or a path or URL of a document");
  if (more !== undefined) throw usageError(`One API at a time: "${more}" is too many`);
  const { host, errors, stateful, "base-path": basePath } = values;
  return {
    help,
    api: api ?? "",
    options: {
      ...(values.port === undefined ? {} : { port: numberOf("port", values.port, 65_535) }),
      ...(values.seed === undefined ? {} : { seed: numberOf("seed", values.seed, 999_999) }),
      ...(stateful === undefined ? {} : { stateful }),
      ...(host === undefined ? {} : { host }),
      ...(basePath === undefined ? {} : { basePath }),
      ...(errors === undefined ? {} : { errors }),
    },
  };
}

/** An error of whoever typed the command. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === "UsageError";
}

function usageError(message: string): Error {
  return Object.assign(new Error(message), { name: "UsageError" });
}

function strictly<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw usageError(error instanceof Error ? error.message : String(error));
  }
}

function numberOf(option: string, text: string, largest: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= largest) return number;
  throw usageError(`--${option} is a number from 0 to ${largest}, not "${text}"`);
}

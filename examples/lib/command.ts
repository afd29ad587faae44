import { parseArgs, type ParseArgsConfig } from "node:util";

import { ConfigurationError } from "@vendor-sdks/runtime";

type Options = NonNullable<ParseArgsConfig["options"]>;

/** What was typed after the name of a command, read by its options. */
export type Given<O extends Options> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>;

/** Something is wrong with what was typed or set: the command ends with 2, before it has done anything. */
export class UsageError extends Error {}

/**
 * Runs a command: 0 when all is done, 1 when something failed, 2 when it was called wrongly. What it gives are the failures, one line each;
 * they come last, where people look.
 */
export async function command<const O extends Options>(
  usage: string,
  options: O,
  run: (given: Given<O>) => Promise<readonly string[]>,
): Promise<void> {
  if (process.argv.includes("--help")) {
    console.log(usage.trim());
    return;
  }
  try {
    const failures = await run(read(options));
    for (const failure of failures) console.error(`failed: ${failure}`);
    process.exitCode = failures.length > 0 ? 1 : 0;
  } catch (error) {
    const wrongly = error instanceof UsageError || error instanceof ConfigurationError;
    console.error(messageOf(error));
    if (wrongly) console.error("--help tells how the command is used");
    process.exitCode = wrongly ? 2 : 1;
  }
}

function read<O extends Options>(options: O): Given<O> {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(messageOf(error), { cause: error });
  }
}

/** The clients' errors name the operation and never quote a secret, so their messages can be shown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The number that an option gives. */
export function numberOf(name: string, text: string, least = 0): number {
  const number = Number(text);
  if (text.trim() === "" || !(number >= least)) {
    throw new UsageError(`--${name} takes a number, at least ${least}, and not "${text}"`);
  }
  return number;
}

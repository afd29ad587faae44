import { ConfigurationError, SignInError } from "@vendor-sdks/runtime";
import { messageOf } from "./command.ts";

/**
 * Does the same with one thing after the other, and tells on stderr how far it is. A failure does not keep the others from being done; a
 * sign-in that fails does, since no later call can do better.
 */
export async function each<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  work: (thing: T) => Promise<unknown>,
): Promise<string[]> {
  const failures: string[] = [];
  for (const [index, thing] of things.entries()) {
    try {
      await work(thing);
    } catch (error) {
      if (error instanceof SignInError || error instanceof ConfigurationError) throw error;
      failures.push(`${nameOf(thing)}: ${messageOf(error)}`);
    }
    tell(index + 1, things.length);
  }
  return failures;
}

function tell(done: number, total: number): void {
  const text = `${done} of ${total}`;
  if (process.stderr.isTTY) process.stderr.write(done === total ? `\r${text}\n` : `\r${text}`);
  // In a log, a line for each tenth is enough.
  else if (done === total || done % Math.ceil(total / 10) === 0) process.stderr.write(`${text}\n`);
}

import { ConfigurationError, SignInError } from "@vendor-sdks/runtime";
import { messageOf } from "./command.ts";

/**
 * Does the same with one thing after the other, and tells on stderr how far it is. A failure does not keep the others from being done; a
 * sign-in that fails does, since no later call can do better. Ctrl-C lets what is under way come to its end, so that no answer is lost (a new
 * key is shown once), and leaves the rest; a second one ends the process.
 */
export async function each<T>(
  things: readonly T[],
  nameOf: (thing: T) => string,
  work: (thing: T) => Promise<unknown>,
): Promise<string[]> {
  const failures: string[] = [];
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    console.error("stopping when this one is done; Ctrl-C again ends it at once");
  };
  process.once("SIGINT", stop);
  for (const [index, thing] of things.entries()) {
    if (stopped) {
      failures.push(`interrupted: ${things.length - index} of ${things.length} were not begun`);
      break;
    }
    try {
      await work(thing);
    } catch (error) {
      if (error instanceof SignInError || error instanceof ConfigurationError) throw error;
      failures.push(`${nameOf(thing)}: ${messageOf(error)}`);
    }
    tell(index + 1, things.length);
  }
  process.removeListener("SIGINT", stop);
  return failures;
}

function tell(done: number, total: number): void {
  const text = `${done} of ${total}`;
  if (process.stderr.isTTY) process.stderr.write(done === total ? `\r${text}\n` : `\r${text}`);
  // In a log, a line for each tenth is enough.
  else if (done === total || done % Math.ceil(total / 10) === 0) process.stderr.write(`${text}\n`);
}

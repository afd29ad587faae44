import { inspect } from "node:util";
import type { ClientOptions } from "@vendor-sdks/runtime";

/** Hears everything that a client says: its log at every level, its hooks, and its errors in every form they can be printed in. */
export class Witness {
  readonly #said: string[] = [];
  readonly #waiting: ((milliseconds: number) => void)[] = [];

  /** Options with which a client says all that it can. */
  readonly listening: Pick<ClientOptions, "logger" | "logLevel" | "hooks"> = {
    logLevel: "debug",
    logger: {
      debug: (...said) => this.hear(said),
      info: (...said) => this.hear(said),
      warn: (...said) => this.hear(said),
      error: (...said) => this.hear(said),
    },
    hooks: {
      onAttempt: (facts) => this.hear(facts),
      onSignIn: (facts) => this.hear(facts),
      onEnd: (facts) => this.hear(facts),
      onRetry: (facts) => {
        this.hear(facts);
        for (const resolve of this.#waiting.splice(0)) resolve(facts.delay);
      },
    },
  };

  /** All of it as one text. */
  get said(): string {
    return this.#said.join("\n");
  }

  hear(said: unknown): void {
    this.#said.push(...formsOf(said));
  }

  /** The length of the next pause between two attempts, as soon as it begins. */
  nextPause(): Promise<number> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}

function formsOf(value: unknown): string[] {
  const forms = [inspect(value, { depth: Infinity, showHidden: true }), String(value), jsonOf(value)];
  if (!(value instanceof Error)) return forms;
  const causes = value.cause === undefined ? [] : formsOf(value.cause);
  return [...forms, value.message, value.stack ?? "", ...causes];
}

/** What Node's own errors hold (a certificate) may go round in circles. */
function jsonOf(value: unknown): string {
  const above: unknown[] = [];
  return JSON.stringify(value, function replace(this: unknown, _key, each: unknown) {
    while (above.length > 0 && above.at(-1) !== this) above.pop();
    if (typeof each === "bigint") return String(each);
    if (typeof each !== "object" || each === null) return each;
    if (above.includes(each)) return "[circular]";
    above.push(each);
    return each;
  });
}

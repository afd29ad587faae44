import type { Kind, Puts } from "./kind.ts";
import { endless, type Lifetime } from "./lifetime.ts";

/** What a sign-in left. */
export interface Held extends Lifetime {
  readonly values: Readonly<Record<string, string>>;
  readonly puts: Puts;
  /** Of the values those that no error may quote. */
  readonly secrets: readonly string[];
  lastUse: number;
  /** Whether this client made it, and so has to end it. */
  owned: boolean;
}

export function hold(
  kind: Kind,
  values: Held["values"],
  secrets: readonly string[],
  lastUse: number,
  owned = false,
  lifetime: Lifetime = endless,
): Held {
  return { ...lifetime, values, secrets, puts: kind.authorize(values), lastUse, owned };
}

const shortestToken = 8;

/** What was kept may be a plain word as well ("me"), which errors may well hold. */
export function sessionSecrets(values: Readonly<Record<string, string | undefined>>): string[] {
  return Object.values(values).filter((value) => value !== undefined && value.length >= shortestToken) as string[];
}

import type { Bench } from "./bench.ts";
import type { Facts } from "./facts.ts";
import type { Role } from "./roles.ts";

/** A row of the table: something that goes wrong, and what a client makes of it. */
export interface Fault {
  /** A plain sentence. */
  readonly name: string;
  /** Operations and credentials without which it cannot happen. */
  readonly needs?: readonly Role[];
  /** What else the spec says that rules it out. */
  readonly rulesOut?: (facts: Facts) => string | undefined;
  readonly run: (bench: Bench) => Promise<void>;
}

/** Why a row does not concern a service, in the words of its spec; undefined where it does. */
export function reasonAgainst({ needs = [], rulesOut }: Fault, facts: Facts): string | undefined {
  const missing = needs.map((role) => facts.roles[role]).find((found) => typeof found === "string");
  return missing ?? rulesOut?.(facts);
}

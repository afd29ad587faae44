import type { SecurityRequirement } from "../operation.ts";
import type { Kind, Puts, Values } from "./kind.ts";
import type { Lifetime } from "./lifetime.ts";

/** What a sign-in left, or has so far. */
export interface Held extends Partial<Lifetime> {
  readonly kind: Kind;
  /** The values of the fields that it was made with; none where it was taken up from another process. */
  readonly given: Record<string, unknown>;
  /** What was kept of the answers; of credentials that are used as they are, the same again. */
  values: Readonly<Record<string, string>>;
  puts: Puts;
  lastUse: number;
  /** Whether this client made it, and so has to end it. */
  owned?: boolean;
}

export function hold(kind: Kind, given: Values, values: Values, lastUse: number, lifetime?: Lifetime): Held {
  return { kind, given, values: values as Held["values"], puts: kind.authorize(values), lastUse, ...lifetime };
}

/** The alternative that credentials are put on a request for: the first one that is fed whole, and that one alone. */
export function metBy({ puts }: Held, security: readonly SecurityRequirement[]): SecurityRequirement | undefined {
  return security.find((each) => {
    for (const scheme in each) if (!puts[scheme]) return false;
    return true;
  });
}

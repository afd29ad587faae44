import type { Held } from "./held.ts";
import type { SessionKind, Way } from "./kind.ts";
import { signInError, takeStep } from "./steps.ts";

/** Takes the steps of a sign-in. */
export async function logIn(way: Way): Promise<Held> {
  const kind = way.kind as SessionKind;
  const held: Held = { kind, given: {}, values: {}, puts: {}, lastUse: 0, owned: true };
  try {
    await kind.login({
      way,
      ask: (...names) => way.fields.ask(names, held.given),
      step: (name, ...step) => takeStep(way, held, step, name),
      keep(values, lifetime) {
        const now = way.core.clock.now();
        const puts = kind.authorize(values);
        Object.assign(held, { values, puts, lastUse: now }, lifetime?.(now));
        for (const missing in values) {
          if (values[missing] === undefined) {
            throw Object.assign(signInError(way, `the answer has no ${missing}`), { missing });
          }
        }
      },
    });
  } catch (error) {
    // Half-open, and of no use to anyone.
    if (Object.values(held.puts).some(Boolean)) await kind.end?.(way, held);
    throw error;
  }
  return held;
}

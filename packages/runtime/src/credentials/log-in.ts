import type { Fields } from "./fields.ts";
import { type Held, hold, sessionSecrets } from "./held.ts";
import type { SessionKind, Way } from "./kind.ts";
import { explained, signInError, takeStep } from "./steps.ts";

/** Takes the steps of a sign-in. */
export function logIn(way: Way, fields: Fields): Promise<Held> {
  const begun = begin(way, way.kind as SessionKind, fields);
  way.core.observer.signingIn?.(way.kind.name, begun);
  return begun;
}

/** The field that answers a second factor is asked for only when it is needed. */
async function begin(way: Way, kind: SessionKind, fields: Fields): Promise<Held> {
  const { challenge } = kind;
  const { values, secrets } = await fields.ask(Object.keys(kind.fields).filter((name) => name !== challenge?.ask));
  const answer = await explained(way, "the login", takeStep(way, kind.login(values), secrets));
  const kept = kind.keep(answer, values);
  const keptSecrets = sessionSecrets(kept);
  const now = way.core.clock.now();
  // The password as well: an appliance may echo it later.
  const all = [...keptSecrets, ...secrets];
  const held = hold(kind, kept as Held["values"], all, now, true, kind.lifetime?.(answer, now));
  try {
    for (const missing in kept) {
      if (kept[missing] === undefined) {
        throw Object.assign(signInError(way, `the answer has no ${missing}`), { missing });
      }
    }
    await challenge?.answer(way, challenge, fields, held, answer);
  } catch (error) {
    // Half-open, and of no use to anyone.
    if (keptSecrets.length > 0) await kind.end?.(way, held);
    throw error;
  }
  return held;
}

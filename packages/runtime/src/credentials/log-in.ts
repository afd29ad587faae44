import type { Fields } from "./fields.ts";
import type { Held } from "./held.ts";
import type { SessionKind, Way } from "./kind.ts";
import { signInError, takeStep } from "./steps.ts";

/** Takes the steps of a sign-in. */
export function logIn(way: Way, fields: Fields): Promise<Held> {
  const begun = begin(way, way.kind as SessionKind, fields);
  way.core.observer.signingIn?.(way.kind.name, begun);
  return begun;
}

/** The field that answers a second factor is asked for only when it is needed. */
async function begin(way: Way, kind: SessionKind, fields: Fields): Promise<Held> {
  const { challenge } = kind;
  const given = await fields.ask(Object.keys(kind.fields).filter((name) => name !== challenge?.ask));
  const held: Held = { kind, given, values: {}, puts: {}, lastUse: 0, owned: true };
  const answer = await takeStep(way, held, kind.login(given), "the login");
  const kept = kind.keep(answer, given);
  held.values = kept as Held["values"];
  held.puts = kind.authorize(kept);
  held.lastUse = way.core.clock.now();
  Object.assign(held, kind.lifetime?.(answer, held.lastUse));
  try {
    for (const missing in kept) {
      if (kept[missing] === undefined) {
        throw Object.assign(signInError(way, `the answer has no ${missing}`), { missing });
      }
    }
    await challenge?.answer(way, challenge, fields, held, answer);
  } catch (error) {
    // Half-open, and of no use to anyone.
    if (Object.values(held.puts).some(Boolean)) await kind.end?.(way, held);
    throw error;
  }
  return held;
}

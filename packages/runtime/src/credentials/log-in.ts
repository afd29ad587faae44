import { textsFor, type Texts } from "./authorize.ts";
import { evaluate, firstText, type Scope } from "./expression.ts";
import type { Fields } from "./fields.ts";
import type { Kind } from "./kind.ts";
import { type Lifetime, lifetimeOf } from "./lifetime.ts";
import { logOut } from "./log-out.ts";
import { explained, signInError, takeStep, type Way } from "./steps.ts";

/** What a sign-in left. */
export interface Held {
  readonly values: Readonly<Record<string, string>>;
  /** What goes on requests. */
  readonly texts: Texts;
  /** Of the values those that no error may quote. */
  readonly secrets: readonly string[];
  readonly lifetime: Lifetime;
  readonly began: number;
  lastUse: number;
  /** Whether this client made it, and so has to end it. */
  owned: boolean;
}

/** Takes the steps of a sign-in. A kind without a login takes its fields as they are. */
export async function logIn(way: Way, fields: Fields): Promise<Held> {
  const { clock } = way.core;
  const { login, challenge } = way.kind;
  const field = await fields.values(challenge?.ask);
  const secrets = fields.secrets(field);
  if (login === undefined) return hold(way, field as Record<string, string>, secrets);
  const response = await explained(way, "the login", takeStep(way, login, login.authorize, { field }, secrets));
  const scope: Scope = { field, response };
  const values = keep(way.kind, scope);
  const lifetime = lifetimeOf(way.kind, scope, clock.now());
  const kept = sessionSecrets(values);
  // The password as well: an appliance may echo it later.
  const held = hold(way, values, [...kept, ...secrets], lifetime, true);
  try {
    refuseGaps(way, values);
    if (challenge !== undefined && isAsked(challenge.when, scope)) await answer(way, challenge, fields, held);
  } catch (error) {
    // Half-open, and of no use to anyone.
    if (kept.length > 0) await logOut(way, held);
    throw error;
  }
  return held;
}

export function hold(
  { core, kind }: Way,
  values: Held["values"],
  secrets: readonly string[],
  lifetime: Lifetime = { expires: undefined, idle: undefined },
  owned = false,
): Held {
  const scope = kind.login === undefined ? { field: values } : { session: values };
  const now = core.clock.now();
  return {
    values,
    secrets,
    lifetime,
    began: now,
    lastUse: now,
    owned,
    texts: textsFor(core.service, kind.authorize, scope),
  };
}

const shortestToken = 8;

/** What was kept may be a plain word as well ("me"), which errors may well hold. */
export function sessionSecrets(values: Held["values"]): string[] {
  return Object.values(values).filter((value) => value.length >= shortestToken);
}

async function answer(way: Way, step: NonNullable<Kind["challenge"]>, fields: Fields, held: Held): Promise<void> {
  const { ask } = step;
  if (!fields.has(ask)) {
    throw signInError(way, `a second factor is asked for: give "${ask}" with the credentials`, true);
  }
  const field = { [ask]: await fields.value(ask) };
  const scope: Scope = { field, session: held.values };
  const secrets = [...held.secrets, ...fields.secrets(field)];
  const taken = takeStep(way, step, step.authorize ?? way.kind.authorize, scope, secrets);
  await explained(way, `the second factor ("${ask}")`, taken);
}

function isAsked(when: Readonly<Record<string, unknown>>, scope: Scope): boolean {
  return Object.entries(when).every(([expression, value]) => (evaluate(expression, scope) ?? null) === value);
}

/** What the login's answer has of the session. */
function keep({ keep: places = {} }: Kind, scope: Scope): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in places) {
    const found = firstText(places[name]!, scope);
    if (found !== undefined) kept[name] = found;
  }
  return kept;
}

function refuseGaps(way: Way, values: Held["values"]): void {
  const { keep: places = {} } = way.kind;
  const missing = Object.keys(places).find((name) => values[name] === undefined);
  if (missing === undefined) return;
  throw signInError(way, `the answer has no ${missing} at ${String(places[missing])}`, false);
}

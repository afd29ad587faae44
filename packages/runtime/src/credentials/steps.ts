import type { Core } from "../core.ts";
import { ApiError } from "../errors/api-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { SignInError } from "../errors/sign-in-error.ts";
import { readAnswer } from "../answer.ts";
import { Exchange, type Send } from "../exchange.ts";
import { requester } from "../request.ts";
import { authorizeStep } from "./authorize.ts";
import { evaluate, firstText, type Scope } from "./expression.ts";
import type { Fields } from "./fields.ts";
import type { Kind, Step, Values } from "./kind.ts";
import { lifetimeOf } from "./lifetime.ts";
import type { Held } from "./session.ts";

/** Takes the steps of a sign-in. A kind without a login takes its fields as they are. */
export async function logIn(core: Core, send: Send, kind: Kind, fields: Fields): Promise<Held> {
  const { login, challenge } = kind;
  const now = Date.now();
  const values = await fields.values(challenge?.ask);
  if (login === undefined) {
    const lifetime = { expires: undefined, idle: undefined };
    return { values: values as Record<string, string>, lifetime, began: now, lastUse: now, owned: false };
  }
  const given: Scope = { field: values };
  const response = await take(core, send, kind, login, login.authorize, given, "Signing in");
  const scope: Scope = { field: values, response };
  const kept = keep(core, kind, scope);
  const held: Held = {
    values: kept,
    lifetime: lifetimeOf(kind, scope, Date.now()),
    began: now,
    lastUse: Date.now(),
    owned: true,
  };
  if (challenge !== undefined && isAsked(challenge.when, scope)) {
    try {
      await answer(core, send, kind, challenge, fields, kept);
    } catch (error) {
      await logOut(core, send, kind, kept);
      throw error;
    }
  }
  return held;
}

/** Ends a session. That it is gone already is fine, and other failures are no one's to handle: they go to the log. */
export async function logOut(core: Core, send: Send, kind: Kind, session: Record<string, string>): Promise<void> {
  const { logout, authorize } = kind;
  if (logout === undefined) return;
  try {
    await sendStep(core, send, logout, logout.authorize ?? authorize, { session });
  } catch (error) {
    if (error instanceof ApiError && (error.status === 401 || error.status === 404)) return;
    core.options.logger?.warn?.(`${core.service.name}: the session could not be ended`, { error });
  }
}

async function answer(
  core: Core,
  send: Send,
  kind: Kind,
  challenge: NonNullable<Kind["challenge"]>,
  fields: Fields,
  session: Record<string, string>,
): Promise<void> {
  const { ask } = challenge;
  if (!fields.has(ask)) {
    throw new SignInError(
      core.service.name,
      kind.name,
      `A second factor is asked for: give "${ask}" with the credentials`,
      true,
    );
  }
  const field = { [ask]: await fields.value(ask) };
  const what = `The second factor ("${ask}")`;
  await take(core, send, kind, challenge, challenge.authorize ?? kind.authorize, { field, session }, what);
}

function isAsked(when: Readonly<Record<string, unknown>>, scope: Scope): boolean {
  return Object.entries(when).every(([expression, value]) => (evaluate(expression, scope) ?? null) === value);
}

function keep(core: Core, { keep: places = {}, name }: Kind, scope: Scope): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const each in places) {
    const found = firstText(places[each]!, scope);
    if (found === undefined) {
      throw new SignInError(
        core.service.name,
        name,
        `Signing in: the answer has no ${each} at ${String(places[each])}`,
        false,
      );
    }
    kept[each] = found;
  }
  return kept;
}

type Answered = NonNullable<Scope["response"]>;

/** Sends a step's request: it carries what the step says, and no other credentials. */
async function sendStep(core: Core, send: Send, step: Step, by: Values | undefined, scope: Scope): Promise<Answered> {
  const args = { ...(evaluate(step.parameters ?? {}, scope) as object) };
  const body = step.body && evaluate(step.body, scope);
  const exchange = new Exchange(core, step.operation, body === undefined ? args : { ...args, body }, undefined);
  const request = requester(core.baseUrl, core.options.headers, (ready) => {
    authorizeStep(ready, by, scope);
    return send(ready);
  });
  const response = await request(exchange);
  return { headers: response.headers, body: readAnswer(exchange, response) };
}

async function take(
  core: Core,
  send: Send,
  kind: Kind,
  step: Step,
  authorizeBy: Values | undefined,
  scope: Scope,
  what: string,
): Promise<Answered> {
  try {
    return await sendStep(core, send, step, authorizeBy, scope);
  } catch (error) {
    const refused = error instanceof ApiError && error.status < 500 && error.status !== 408 && error.status !== 429;
    const why = error instanceof SdkError ? error.message : "it failed";
    const message = `${what} with credentials of the kind ${kind.name} ${refused ? "was refused" : "failed"}: ${why}`;
    throw new SignInError(core.service.name, kind.name, message, refused, { cause: error });
  }
}

import type { Core, ExportedSession, Session } from "../core.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { SignInError } from "../errors/sign-in-error.ts";
import type { Exchange, Send } from "../exchange.ts";
import { waitFor } from "../wait-for.ts";
import { authorize } from "./authorize.ts";
import type { Given } from "./choose.ts";
import { Fields } from "./fields.ts";
import type { Kind } from "./kind.ts";
import { isAlmostOver, isOver } from "./lifetime.ts";
import { type Held, hold, logIn, sessionSecrets } from "./log-in.ts";
import { logOut } from "./log-out.ts";
import type { Way } from "./steps.ts";

// - signs in before the first operation that needs it; one sign-in at a time, whoever waits, and an abort ends only one wait
// - a refusal is kept and told to every later call unsent: repeating a wrong password locks accounts
// - renewed ahead of expiry; a 401 renews once and replays once, and a replay that is refused too is about rights:
//   for a minute no further 401 renews
// - ended on close if this client made it and the API can end it alone

const noRenewalAfterRefusedReplay = 60_000;

export class SignedSession implements Session {
  readonly #way: Way;
  readonly #fields: Fields;
  #held: Held | undefined;
  #pending: Promise<Held> | undefined;
  #refusal: SignInError | undefined;
  #noRenewalUntil = 0;
  #closed = false;

  constructor(core: Core, send: Send, kind: Kind, given: Given) {
    this.#way = { core, send, kind };
    this.#fields = new Fields(core.service.name, kind, given);
    const { session } = given;
    if (session !== undefined) {
      const values = { ...session.values };
      const lifetime = { expires: session.expires, idle: session.idle };
      this.#held = hold(this.#way, values, sessionSecrets(values), lifetime);
    }
  }

  stage(next: Send): Send {
    return async (exchange) => {
      if (!exchange.operation.security?.length) return next(exchange);
      const held = this.#usable() ?? (await waitFor(this.#acquire(), exchange));
      this.#authorize(exchange, held);
      const response = await next(exchange);
      if (response.status !== 401) {
        held.lastUse = this.#now;
        return response;
      }
      const fresh = await this.#afterRefusal(exchange, held, response);
      if (fresh === undefined) return response;
      if (exchange.raw) await response.body?.cancel();
      this.#authorize(exchange, fresh);
      const replayed = await next(exchange);
      if (replayed.status === 401) this.#noRenewalUntil = this.#now + noRenewalAfterRefusedReplay;
      else fresh.lastUse = this.#now;
      return replayed;
    };
  }

  get #now(): number {
    return this.#way.core.clock.now();
  }

  #authorize(exchange: Exchange, held: Held): void {
    // Closed while the call waited for the sign-in: its session is about to be ended.
    if (this.#closed) throw this.#closedError();
    exchange.secrets = held.secrets;
    exchange.kind = this.#way.kind.name;
    if (authorize(exchange, held.texts)) return;
    const takes = exchange.operation.security?.map((each) => Object.keys(each).join(" + ")).join(" or ");
    throw exchange.error(
      ConfigurationError,
      `cannot be called with credentials of the kind ${this.#way.kind.name}; it takes ${takes}`,
    );
  }

  #closedError(): ConfigurationError {
    return new ConfigurationError(this.#way.core.service.name, "The client is closed");
  }

  /** The session at hand, unless it is (almost) over and can be made anew. */
  #usable(): Held | undefined {
    const held = this.#held;
    if (held === undefined) return undefined;
    return isAlmostOver(held, this.#now) && this.#fields.renewable ? undefined : held;
  }

  /** Signs in, or joins the sign-in under way. */
  #acquire(): Promise<Held> {
    if (this.#closed) return Promise.reject(this.#closedError());
    if (this.#refusal !== undefined) return Promise.reject(this.#refusal);
    this.#pending ??= this.#begin().finally(() => {
      this.#pending = undefined;
    });
    return this.#pending;
  }

  async #begin(): Promise<Held> {
    try {
      const { core, kind } = this.#way;
      const held = logIn(this.#way, this.#fields);
      if (kind.login !== undefined) core.observer?.signingIn?.(kind.name, held);
      this.#held = await held;
      return this.#held;
    } catch (error) {
      if (error instanceof SignInError && error.refused) this.#refusal = error;
      throw error;
    }
  }

  /** The session to replay a refused call with, or undefined where the refusal is the answer. */
  async #afterRefusal(exchange: Exchange, sentWith: Held, response: Response): Promise<Held | undefined> {
    const current = this.#held;
    if (exchange.body instanceof ReadableStream) return undefined;
    if (current !== undefined && current !== sentWith) return current;
    if (this.#now < this.#noRenewalUntil || !saysExpired(exchange, response) || !this.#fields.renewable)
      return undefined;
    const fresh = await waitFor(this.#acquire(), exchange);
    const same =
      this.#way.kind.login === undefined &&
      Object.entries(fresh.values).every(([name, value]) => sentWith.values[name] === value);
    return same ? undefined : fresh;
  }

  async signIn(): Promise<void> {
    this.#refusal = undefined;
    this.#noRenewalUntil = 0;
    if (this.#usable() === undefined) await this.#acquire();
  }

  async export(): Promise<ExportedSession> {
    const held = this.#usable() ?? (await this.#acquire());
    held.owned = false;
    const { core, kind } = this.#way;
    const { expires, idle } = held.lifetime;
    return {
      service: core.service.name,
      origin: new URL(core.baseUrl).origin,
      kind: kind.name,
      values: { ...held.values },
      ...(expires === undefined ? {} : { expires }),
      ...(idle === undefined ? {} : { idle }),
    };
  }

  async close(): Promise<void> {
    const pending = this.#pending;
    this.#closed = true;
    // A sign-in under way is waited for, since what it makes has to be ended; its failure is its callers' business.
    await pending?.catch(() => undefined);
    const held = this.#held;
    this.#held = undefined;
    if (held?.owned === true && !isOver(held, this.#now)) await logOut(this.#way, held);
  }
}

/** Whether a 401 is about the session; where the spec names a header that tells and it says something else, it is about rights. */
function saysExpired({ core }: Exchange, response: Response): boolean {
  const { expired } = core.service;
  const value = expired && response.headers.get(expired.header);
  return !value || expired.contains.some((text) => value.includes(text));
}

import type { Core, Session } from "../core.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import { SignInError } from "../errors/sign-in-error.ts";
import type { Exchange, Send } from "../exchange.ts";
import { waitFor } from "../wait-for.ts";
import { Fields } from "./fields.ts";
import { type Held, hold } from "./held.ts";
import type { Given, Kind, Way } from "./kind.ts";
import { leftOf } from "./lifetime.ts";

// - signs in before the first operation that needs it; one sign-in at a time, whoever waits, and an abort ends only one wait
// - a refusal is kept and told to every later call unsent: repeating a wrong password locks accounts
// - renewed ahead of expiry; a 401 renews once and replays once, and a replay that is refused too is about rights:
//   for a minute no further 401 renews
// - ended on close if this client made it and the API can end it alone

const noRenewalAfterRefusedReplay = 60_000;

export function sessionOf(core: Core, send: Send, kind: Kind, given: Given, resumed?: Held): Session {
  const { service, clock, observer } = core;
  const way: Way = { core, send, kind };
  const fields = new Fields(service.name, kind, given);
  let held = resumed;
  let pending: Promise<Held> | undefined;
  let refusal: SignInError | undefined;
  let noRenewalUntil = 0;
  let closed = false;

  const refuseClosed = (): void => {
    if (closed) throw new ConfigurationError(service.name, "The client is closed");
  };

  const begin = async (): Promise<Held> => {
    try {
      if (kind.begin === undefined) {
        const { values, secrets } = await fields.ask(Object.keys(kind.fields));
        held = hold(kind, values as Held["values"], secrets, clock.now());
      } else {
        const begun = kind.begin(way, kind, fields);
        observer.signingIn?.(kind.name, begun);
        held = await begun;
      }
      return held;
    } catch (error) {
      if (error instanceof SignInError && error.refused) refusal = error;
      throw error;
    } finally {
      pending = undefined;
    }
  };

  /** Signs in, or joins the sign-in under way. */
  const acquire = async (): Promise<Held> => {
    refuseClosed();
    if (refusal !== undefined) throw refusal;
    return (pending ??= begin());
  };

  /** The session at hand, unless it is (almost) over and can be made anew. */
  const usable = (): Held | undefined =>
    held !== undefined && leftOf(held, clock.now()) <= held.ahead && fields.renewable ? undefined : held;

  const authorize = (exchange: Exchange, { secrets, puts }: Held): void => {
    // Closed while the call waited for the sign-in: its session is about to be ended.
    refuseClosed();
    exchange.secrets = secrets;
    exchange.kind = kind.name;
    // The first alternative that is fed whole, and that one alone.
    const alternatives = exchange.operation.security ?? [];
    const met = alternatives.find((each) => Object.keys(each).every((scheme) => puts[scheme] !== undefined));
    if (met === undefined) {
      const takes = alternatives.map((each) => Object.keys(each).join(" + ")).join(" or ");
      const what = `cannot be called with credentials of the kind ${kind.name}; it takes ${takes}`;
      throw exchange.error(ConfigurationError, what);
    }
    exchange.met = met;
    for (const scheme in met) puts[scheme]?.(exchange);
  };

  /** The session to replay a refused call with, or undefined where the refusal is the answer. */
  const afterRefusal = async (exchange: Exchange, sentWith: Held, response: Response): Promise<Held | undefined> => {
    if (exchange.body instanceof ReadableStream) return undefined;
    if (held !== undefined && held !== sentWith) return held;
    const mayRenew = clock.now() >= noRenewalUntil && kind.expired?.(response) !== false && fields.renewable;
    if (!mayRenew) return undefined;
    const fresh = await waitFor(acquire(), exchange);
    const isSame =
      kind.begin === undefined &&
      Object.keys(fresh.values).every((name) => sentWith.values[name] === fresh.values[name]);
    return isSame ? undefined : fresh;
  };

  return {
    stage: (next) => async (exchange) => {
      if (!exchange.operation.security?.length) return next(exchange);
      const current = usable() ?? (await waitFor(acquire(), exchange));
      authorize(exchange, current);
      const response = await next(exchange);
      if (response.status !== 401) {
        current.lastUse = clock.now();
        return response;
      }
      const fresh = await afterRefusal(exchange, current, response);
      if (fresh === undefined) return response;
      if (exchange.raw) await response.body?.cancel();
      authorize(exchange, fresh);
      const replayed = await next(exchange);
      if (replayed.status === 401) noRenewalUntil = clock.now() + noRenewalAfterRefusedReplay;
      else fresh.lastUse = clock.now();
      return replayed;
    },
    kind: kind.name,
    held: async () => usable() ?? acquire(),
    async signIn() {
      refusal = undefined;
      noRenewalUntil = 0;
      if (usable() === undefined) await acquire();
    },
    async close() {
      closed = true;
      // A sign-in under way is waited for, since what it makes has to be ended; its failure is its callers' business.
      await pending?.catch(() => undefined);
      const last = held;
      held = undefined;
      const isOurs = last?.owned === true && leftOf(last, clock.now()) > 0;
      if (isOurs && kind.begin !== undefined) await kind.end?.(way, kind, last);
    },
  };
}

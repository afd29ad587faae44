import type { Core, Session } from "../core.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { SignInError } from "../errors/sign-in-error.ts";
import type { Exchange, Send } from "../exchange.ts";
import { waitFor } from "../wait-for.ts";
import { fieldsOf } from "./fields.ts";
import { type Held, metBy } from "./held.ts";
import type { Given, Kind, Way } from "./kind.ts";

// - signs in before the first operation that needs it; one sign-in at a time, whoever waits, and an abort ends only one wait
// - a refusal is kept and told to every later call unsent: repeating a wrong password locks accounts
// - renewed ahead of expiry; a 401 renews once and replays once, and a replay that is refused too is about rights:
//   for a minute no further 401 renews
// - ended on close if this client made it and the API can end it alone

const noRenewalAfterRefusedReplay = 60_000;

export function sessionOf(core: Core, send: Send, kind: Kind, given: Given, held?: Held): Session {
  const { service, clock } = core;
  const way: Way = { core, send, kind };
  const fields = fieldsOf(service.name, kind, given);
  let pending: Promise<Held> | undefined;
  let refusal: SignInError | undefined;
  let noRenewalUntil = 0;
  let closed = false;

  const refuseClosed = (): void => {
    if (closed) throw new ConfigurationError(service.name, "The client is closed");
  };

  const begin = async (): Promise<Held> => {
    try {
      return (held = await kind.begin(way, fields, held));
    } catch (error) {
      const { refused } = Object(error) as SignInError;
      if (refused) refusal = error as SignInError;
      throw error;
    } finally {
      pending = undefined;
    }
  };

  /** Signs in, or joins the sign-in under way. */
  const acquire = async (): Promise<Held> => {
    refuseClosed();
    if (refusal) throw refusal;
    return (pending ??= begin());
  };

  /** The session at hand, unless it is (almost) over and can be made anew. */
  const usable = (): Held | undefined =>
    held?.isOver?.(held.lastUse, clock.now(), true) && fields.isRenewable() ? undefined : held;

  const authorize = (exchange: Exchange, current: Held): void => {
    // Closed while the call waited for the sign-in: its session is about to be ended.
    refuseClosed();
    const { puts } = (exchange.held = current);
    const met = metBy(current, exchange.operation.security!);
    if (!met) {
      throw exchange.error(ConfigurationError, `cannot be called with credentials of the kind ${kind.name}`);
    }
    for (const scheme in met) puts[scheme]?.(exchange);
  };

  /** The session to replay a refused call with; the one it was sent with where the refusal is the answer. */
  const afterRefusal = async (exchange: Exchange, sentWith: Held, response: Response): Promise<Held> => {
    if (exchange.body instanceof ReadableStream) return sentWith;
    if (held && held !== sentWith) return held;
    const mayRenew = clock.now() >= noRenewalUntil && kind.expired?.(response) !== false && fields.isRenewable();
    return mayRenew ? waitFor(acquire(), exchange) : sentWith;
  };

  return {
    stage: (next) => async (exchange) => {
      if (!exchange.operation.security?.length) return next(exchange);
      let current = usable() ?? (await waitFor(acquire(), exchange));
      for (let isReplay = false; ; isReplay = true) {
        authorize(exchange, current);
        const response = await next(exchange);
        const now = clock.now();
        if (response.status !== 401) {
          current.lastUse = now;
          return response;
        }
        if (isReplay) {
          noRenewalUntil = now + noRenewalAfterRefusedReplay;
          return response;
        }
        const fresh = await afterRefusal(exchange, current, response);
        if (fresh === current) return response;
        if (exchange.raw) await response.body?.cancel();
        current = fresh;
      }
    },
    held: async () => usable() ?? acquire(),
    async signIn() {
      refusal = undefined;
      noRenewalUntil = 0;
      if (!usable()) await acquire();
    },
    async close() {
      closed = true;
      // A sign-in under way is waited for, since what it makes has to be ended; its failure is its callers' business.
      await pending?.catch(() => undefined);
      const last = held;
      held = undefined;
      if (last) await kind.end?.(way, last);
    },
  };
}

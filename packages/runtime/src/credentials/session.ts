import type { Core, Session } from "../core.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { SignInError } from "../errors/sign-in-error.ts";
import type { Send } from "../exchange.ts";
import { waitFor } from "../wait-for.ts";
import { fieldsOf } from "./fields.ts";
import { type Held, metBy } from "./held.ts";
import type { Given, Kind, Way } from "./kind.ts";
import { putOn } from "./put.ts";

// - signs in before the first operation that needs it; one sign-in at a time, whoever waits, and an abort ends only one wait
// - a refusal is kept and told to every later call unsent: repeating a wrong password locks accounts
// - renewed ahead of expiry; a 401 renews once and replays once, and a replay that is refused too is about rights:
//   for a minute no further 401 renews
// - ended on close if this client made it and the API can end it alone; so is one whose renewal was for nothing, since it is not over

const noRenewalAfterRefusedReplay = 60_000;

export function sessionOf(core: Core, send: Send, kind: Kind, given: Given, held?: Held): Session {
  const { clock, observer } = core;
  const fields = fieldsOf(core.service.name, kind, given);
  const way: Way = { core, send, kind, fields };
  let pending: Promise<Held> | undefined;
  /** What every call is told that would have to sign in; once the client is closed, that it is. */
  let refusal: Error | undefined;
  let closed: Error | undefined;
  let noRenewalUntil = 0;
  /** The end of a session, which closing waits for. */
  let ending: Promise<void> | undefined;

  /** Signs in, or joins the sign-in under way. */
  const acquire = async (): Promise<Held> => {
    if (refusal) throw refusal;
    if (!pending) {
      pending = kind.begin(way, held);
      pending.then(
        (made) => {
          held = made;
          pending = undefined;
        },
        (error?: SignInError) => {
          if (error?.refused) refusal ??= error;
          pending = undefined;
        },
      );
      if (kind.login) observer.signingIn?.(kind.name, pending);
    }
    return pending;
  };

  /** The session at hand, unless it is (almost) over and can be made anew. */
  const usable = (): Held | undefined =>
    held?.isOver?.(held.lastUse, clock.now(), true) && fields.isRenewable() ? undefined : held;

  return {
    stage: (next) => async (exchange) => {
      const { security } = exchange.operation;
      if (!security?.length) return next(exchange);
      let current = usable() ?? (await waitFor(acquire(), exchange));
      for (let refused: Held | undefined; ; refused = exchange.held) {
        // Closed while the call waited for the sign-in: its session is about to be ended.
        if (closed) throw closed;
        const met = metBy((exchange.held = current), security);
        if (!met) {
          throw exchange.error(ConfigurationError, `takes no credentials of the kind ${kind.name}`);
        }
        putOn(exchange, current.puts, met);
        const response = await next(exchange);
        const now = clock.now();
        if (response.status !== 401) current.lastUse = now;
        else if (refused) {
          noRenewalUntil = now + noRenewalAfterRefusedReplay;
          if (refused.owned) ending = kind.end?.(way, refused);
        } else if (!(exchange.body instanceof ReadableStream)) {
          if (held && held !== current) current = held;
          else if (now >= noRenewalUntil && kind.expired?.(response) !== false && fields.isRenewable()) {
            current = await waitFor(acquire(), exchange);
          }
        }
        // Where nothing else can be sent, the refusal is the answer.
        if (current === exchange.held) return response;
        if (exchange.raw) await response.body?.cancel();
      }
    },
    async held(anew) {
      if (anew) {
        refusal = closed;
        noRenewalUntil = 0;
      }
      return usable() ?? acquire();
    },
    async close(reason) {
      closed = refusal = reason;
      // A sign-in under way is waited for, since what it makes has to be ended; its failure is its callers' business.
      await pending?.catch(() => undefined);
      await ending;
      if (held?.owned) ending = kind.end?.(way, held);
      held = undefined;
      await ending;
    },
  };
}

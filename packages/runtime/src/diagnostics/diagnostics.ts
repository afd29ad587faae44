import { SignInError } from "../errors/sign-in-error.ts";
import type { Exchange } from "../exchange.ts";
import { observed } from "../observed.ts";
import type { Extra, Observer } from "../observer.ts";
import type { ClientOptions } from "../options.ts";
import { attempt } from "../stages/attempt.ts";
import { explain as explainBy } from "./explain.ts";
import type { CallFacts } from "./hooks.ts";
import { deviationOf, durationOf, logCall } from "./lines.ts";
import { logTo } from "./log.ts";
import type { Secrecy } from "./secrets.ts";

/**
 * Makes the options `logger`, `logLevel` and `hooks` work, and explains errors: the appliance's words, the reasons of
 * connection failures, the rights that were wanted. The clients of all packages bring it along; a core is given it:
 * `createCore({ host, extras: [diagnostics], logger: console })`. What is secret of a service, its package tells.
 */
export function diagnosticsFor(known: Known): Extra {
  return (service, options) => observerOf(known, service.name, options);
}

/** What only diagnostics have to know of a service; emitted from the spec. */
export interface Known extends Secrecy {
  /** Where the answer to a login has what the session consists of: by kind of credentials, and by name. */
  readonly kept?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

function observerOf(known: Known, service: string, { logger, logLevel, hooks }: ClientOptions): Observer {
  const signingIn = (_: string, session: Promise<unknown>): void => {
    session.catch((error: unknown) => explainSignIn(known, error));
  };
  const explain = (exchange: Exchange, error: unknown): void => explainBy(exchange, error, known);
  if (logger === undefined && hooks === undefined) return { answered: observed, explain, signingIn };
  const log = logTo(logger, logLevel, service);

  const tell = <Facts>(hook: ((facts: Facts) => unknown) | undefined, facts: () => Facts): void => {
    if (hook === undefined) return;
    const report = (error: unknown): void => log("error", "a hook failed", () => ({ error }));
    try {
      const returned = hook.call(hooks, facts());
      if (returned instanceof Promise) returned.catch(report);
    } catch (error) {
      report(error);
    }
  };

  const end = (exchange: Exchange, error: unknown, step?: boolean): void => {
    tell(hooks?.onEnd, () => ({
      ...factsOf(exchange),
      ...outcome(exchange, error),
      duration: durationOf(exchange),
      attempts: exchange.attempts ?? 0,
    }));
    const deviation = deviationOf(exchange, error);
    if (deviation !== undefined && step !== true) log("warn", deviation);
    logCall(log, known, exchange, error, step);
  };

  return {
    answered: observed,
    explain,
    async attempt(exchange) {
      const began = performance.now();
      const nth = (exchange.attempts ?? 0) + 1;
      exchange.attempts = nth;
      exchange.response = undefined;
      const told = (error?: unknown): void =>
        tell(hooks?.onAttempt, () => ({
          ...factsOf(exchange),
          attempt: nth,
          ...outcome(exchange, error),
          duration: performance.now() - began,
        }));
      try {
        exchange.response = await attempt(exchange);
      } catch (error) {
        explain(exchange, error);
        told(error);
        throw error;
      }
      told();
      return exchange.response;
    },
    async watch(exchange, answer, step) {
      exchange.began = performance.now();
      try {
        const data = await answer;
        end(exchange, undefined, step);
        return data;
      } catch (error) {
        end(exchange, error, step);
        throw error;
      }
    },
    retrying(exchange, next, delay, failure) {
      tell(hooks?.onRetry, () => ({ ...factsOf(exchange), attempt: next, delay, ...outcome(exchange, failure) }));
      const { status } = exchange.response ?? {};
      const why = failure instanceof Error ? failure.message : `${exchange.operation.id} answered ${status}`;
      log("info", `${why}; attempt ${next} in ${Math.round(delay)} ms`);
    },
    signingIn(kind, session) {
      const began = performance.now();
      const told = (error?: unknown): void => {
        explainSignIn(known, error);
        const duration = performance.now() - began;
        const facts = { service, kind, duration };
        tell(hooks?.onSignIn, () => (error === undefined ? facts : { ...facts, error }));
        const after = `with credentials of the kind ${kind}, after ${Math.round(duration)} ms`;
        if (error === undefined) log("info", `signed in ${after}`);
        else log("warn", `could not sign in ${after}`, () => ({ error }));
      };
      session.then(() => told(), told);
    },
    warn: (message, error) => log("warn", message, () => ({ error })),
  };
}

/** Says where the answer should have had what is missing. Whoever waits for the sign-in is told after this. */
function explainSignIn({ kept }: Known, error: unknown): void {
  if (!(error instanceof SignInError) || error.missing === undefined) return;
  const place = kept?.[error.kind]?.[error.missing];
  error.message += ` where the spec says${place === undefined ? "" : ` (${place})`}`;
}

function factsOf({ core, operation }: Exchange): CallFacts {
  return { service: core.service.name, operation: operation.id, method: operation.method, path: operation.path };
}

function outcome({ response }: Exchange, error: unknown): { status?: number; error?: unknown } {
  return {
    ...(response === undefined ? {} : { status: response.status }),
    ...(error === undefined ? {} : { error }),
  };
}

import { answered } from "../call.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { SignInError } from "../errors/sign-in-error.ts";
import { Exchange } from "../exchange.ts";
import { fillRequest } from "../request.ts";
import type { Answer, Step, Way } from "./kind.ts";

/** Sends a step's request: it carries what the step says, and no other credentials. Its errors quote no secret. */
export async function takeStep(
  { core, send, kind }: Way,
  { operation, url, args = {}, authorize = {} }: Step,
  secrets: readonly string[],
): Promise<Answer> {
  const exchange = new Exchange(core, operation, args, undefined);
  exchange.secrets = secrets;
  exchange.kind = kind.name;
  const answer = answered(exchange, () => {
    fillRequest(exchange, url === undefined ? core.options().headers : undefined);
    exchange.url = url ?? exchange.url;
    for (const scheme in authorize) authorize[scheme]?.(exchange);
    return send(exchange);
  });
  const body = await (core.observer.watch?.(exchange, answer, true) ?? answer);
  return { headers: exchange.response!.headers, body };
}

/** The answer to a step of signing in; its failure says what failed, and whether the appliance refused. */
export async function explained(way: Way, what: string, step: Promise<Answer>): Promise<Answer> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    const refused = /^4(?!08|29)/.test(String((error as { status?: number }).status));
    throw signInError(way, `${what} ${refused ? "was refused" : "failed"}: ${error.message}`, refused, error);
  }
}

export function signInError({ core, kind }: Way, what: string, refused = false, cause?: unknown): SignInError {
  const message = `Signing in with credentials of the kind ${kind.name}: ${what}`;
  return new SignInError(core.service.name, kind.name, message, refused, cause);
}

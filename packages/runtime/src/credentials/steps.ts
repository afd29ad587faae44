import { answered } from "../call.ts";
import type { ApiError } from "../errors/api-error.ts";
import { SignInError } from "../errors/sign-in-error.ts";
import { Exchange } from "../exchange.ts";
import { fillRequest } from "../request.ts";
import type { Held } from "./held.ts";
import type { Answer, Step, Way } from "./kind.ts";
import { putOn } from "./put.ts";

/**
 * Sends a step's request: it carries what the step says, and no other credentials. A step of signing in has a name; its
 * failure says what failed, and whether the appliance refused.
 */
export async function takeStep(
  way: Way,
  held: Held,
  [operation, args = {}, puts = held.puts]: Step,
  name?: string,
): Promise<Answer> {
  const { core, send } = way;
  const exchange = new Exchange(core, operation, args);
  exchange.held = held;
  const request = (): Promise<Response> => {
    fillRequest(exchange, operation.bare ? undefined : core.options().headers);
    putOn(exchange, puts);
    return send(exchange);
  };
  try {
    const body = await (core.observer.answered ?? answered)<Answer["body"]>(exchange, request, true);
    return { headers: exchange.response!.headers, body, now: core.clock.now() };
  } catch (error) {
    if (!name) throw error;
    const refused = /^4(?!08|29)/.test(String((error as ApiError).status));
    const what = refused ? "was refused" : "failed";
    throw signInError(way, `${name} ${what}: ${(error as ApiError).message}`, refused, error);
  }
}

export function signInError({ core, kind }: Way, what: string, refused = false, cause?: unknown): SignInError {
  return new SignInError(core.service.name, kind.name, what, refused, cause);
}

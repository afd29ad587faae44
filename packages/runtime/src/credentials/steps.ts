import { readAnswer } from "../answer.ts";
import { ApiError } from "../errors/api-error.ts";
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
  const taken = async (): Promise<Answer> => {
    try {
      fillRequest(exchange, url === undefined ? core.options().headers : undefined);
      exchange.url = url ?? exchange.url;
      for (const scheme in authorize) authorize[scheme]?.(exchange);
      const response = await send(exchange);
      return { headers: response.headers, body: readAnswer(exchange, response) };
    } catch (error) {
      core.observer.explain?.(exchange, error);
      throw error;
    }
  };
  return core.observer.watch?.(exchange, taken(), true) ?? taken();
}

/** The answer to a step of signing in; its failure says what failed, and whether the appliance refused. */
export async function explained(way: Way, what: string, step: Promise<Answer>): Promise<Answer> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof SdkError)) throw error;
    const status = error instanceof ApiError ? (error as ApiError).status : 0;
    const refused = status >= 400 && status < 500 && status !== 408 && status !== 429;
    throw signInError(way, `${what} ${refused ? "was refused" : "failed"}: ${error.message}`, refused, error);
  }
}

export function signInError({ core, kind }: Way, what: string, refused: boolean, cause?: unknown): SignInError {
  const message = `Signing in with credentials of the kind ${kind.name}: ${what}`;
  return new SignInError(core.service.name, kind.name, message, refused, cause === undefined ? undefined : { cause });
}

import type { Core } from "../core.ts";
import { ApiError } from "../errors/api-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { SignInError } from "../errors/sign-in-error.ts";
import { readAnswer } from "../answer.ts";
import { Exchange, type Send } from "../exchange.ts";
import { requester } from "../request.ts";
import { put, textsFor } from "./authorize.ts";
import { evaluate, type Scope } from "./expression.ts";
import type { Kind, Step, Values } from "./kind.ts";

/** What every step is taken with. */
export interface Way {
  readonly core: Core;
  /** Carries the request: retries and limits hold, middleware and sign-in do not. */
  readonly send: Send;
  readonly kind: Kind;
}

type Answered = NonNullable<Scope["response"]>;

/** Sends a step's request: it carries what the step says, and no other credentials. Its errors quote no secret. */
export async function takeStep(
  { core, send, kind }: Way,
  step: Step,
  by: Values | undefined,
  scope: Scope,
  secrets: readonly string[],
): Promise<Answered> {
  const args: Record<string, unknown> = { ...(evaluate(step.parameters ?? {}, scope) as object) };
  if (step.body !== undefined) args["body"] = evaluate(step.body, scope);
  const exchange = new Exchange(core, step.operation, args, undefined);
  exchange.secrets = secrets;
  exchange.kind = kind.name;
  const texts = textsFor(core.service, by, scope);
  const request = requester(core.baseUrl, core.headers(), (ready) => {
    put(ready, Object.keys(texts), texts);
    return send(ready);
  });
  const taken = async (): Promise<Answered> => {
    const response = await request(exchange);
    return { headers: response.headers, body: readAnswer(exchange, response) };
  };
  return core.observer?.watch?.(exchange, taken(), true) ?? taken();
}

/** The answer to a step of signing in; its failure says what failed, and whether the appliance refused. */
export async function explained(way: Way, what: string, step: Promise<Answered>): Promise<Answered> {
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

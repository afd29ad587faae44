import { ParseError } from "../errors/parse-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import type { Exchange } from "../exchange.ts";

/** JSON amid an answer; `what` names the place in errors ("line 3"). */
export function parseInStream(exchange: Exchange, response: Response, text: string, what: string): unknown {
  const { core, operation } = exchange;
  try {
    return operation.numbers?.parse(text, exchange, response, `${what}: `) ?? (JSON.parse(text) as unknown);
  } catch (error) {
    if (error instanceof SdkError) throw error;
    const broken = new ParseError(core.service.name, operation.id, response, text, `${what} is no JSON`);
    core.observer.explain?.(exchange, broken);
    throw broken;
  }
}

import { ParseError } from "../errors/parse-error.ts";
import { PrecisionError } from "../errors/precision-error.ts";
import type { Exchange } from "../exchange.ts";

/** JSON amid an answer; `what` names the place in errors ("line 3"). */
export function parseInStream({ core, operation }: Exchange, response: Response, text: string, what: string): unknown {
  const { name } = core.service;
  try {
    return operation.numbers === undefined
      ? JSON.parse(text)
      : operation.numbers.parse(text, (why) => {
          throw new PrecisionError(name, operation.id, response, text, `${what}: ${why}`);
        });
  } catch (error) {
    if (error instanceof PrecisionError) throw error;
    throw new ParseError(name, operation.id, response, text, `${what} is no JSON`);
  }
}

import type { Exchange } from "../exchange.ts";
import { ParseError } from "./parse-error.ts";

/** A success holds an integer beyond 2^53 in a field that is no bigint; its text, unrounded, is in `text`. */
export class PrecisionError extends ParseError {
  override readonly name = "PrecisionError";
}

export function refusePrecision(
  { core, operation }: Exchange,
  response: Response,
  text: string,
  path: string,
  where = "",
): never {
  const why = `${where}${path} is an integer that no JavaScript number holds exactly`;
  throw new PrecisionError(core.service.name, operation.id, response, text, why);
}

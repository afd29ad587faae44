import type { Exchange } from "../exchange.ts";
import { ParseError } from "./parse-error.ts";

/** A success holds an integer beyond 2^53 in a field that is no bigint; its text, unrounded, is in `text`. */
export class PrecisionError extends ParseError {
  override readonly name = "PrecisionError";
  /** JSON pointer of the integer in the answer's body. */
  declare readonly pointer: string;

  constructor({ core, operation }: Exchange, response: Response, text: string, pointer: string, where = "") {
    const why = `${where}${pointer} is an integer that no number holds`;
    super(core.service.name, operation.id, response, text, why);
    this.pointer = pointer;
  }
}

import { ParseError } from "./parse-error.ts";

/** A success holds an integer beyond 2^53 in a field that is no bigint; its text, unrounded, is in `text`. */
export class PrecisionError extends ParseError {
  override readonly name = "PrecisionError";
}

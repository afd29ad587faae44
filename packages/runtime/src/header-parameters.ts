import type { Arguments } from "./exchange.ts";
import type { Operation } from "./operation.ts";
import { type Known, set, write } from "./request.ts";

// Parameters that travel in headers. Hardly any operation has some, so those that do import what writes them.

/** Writes the parameters that are given; `known` comes to hold the names of all. */
export type HeaderWriter = (headers: Headers, args: Arguments, known: Known) => void;

/** Header parameters, by argument name. Of one with its place in front the rest is the header. */
export function headerParameters(styles: Operation["query"]): HeaderWriter {
  return (headers, args, known) =>
    write(styles, args, known, (argument, text) => set(headers, { [argument.replace(/^header\./, "")]: text }));
}

/** Cookie parameters, by argument name; browsers do not let scripts set them. */
export function cookieParameters(styles: Operation["query"]): HeaderWriter {
  return (headers, args, known) => write(styles, args, known, (_, pair) => headers.append("cookie", pair));
}

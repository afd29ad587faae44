import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Arguments, Exchange } from "./exchange.ts";
import type { Operation } from "./operation.ts";

// Arguments are one flat object: parameters by wire name, the body under `body`. A name that stands in several places
// is plain for the path and has its place in front elsewhere ("query.id"); so has a parameter called body or contentType.

/** What an operation's template and styles say of its arguments. */
interface Plan {
  /** The path: every second piece is the name of a parameter. */
  readonly pieces: readonly string[];
  /** All arguments that there are. */
  readonly names: ReadonlySet<string | undefined>;
}

// Found at the first call, since a look at every call would cost as much as all the rest of writing a URL.
const plans = new WeakMap<Operation, Plan>();

export function planOf(operation: Operation): Plan {
  let plan = plans.get(operation);
  if (plan === undefined) {
    const { path, query, header, cookie, body, caution } = operation;
    const pieces = path.split(/[{}]/);
    const names = new Set([...Object.keys({ ...query, ...header, ...cookie }), caution?.choice]);
    pieces.forEach((piece, index) => index % 2 === 1 && names.add(pathArgument(piece)));
    if (body !== undefined) names.add("body");
    if (typeof body === "function") names.add("contentType");
    plans.set(operation, (plan = { pieces, names }));
  }
  return plan;
}

/** The argument of a path parameter. */
export function pathArgument(name: string): string {
  return name === "body" || name === "contentType" ? `path.${name}` : name;
}

/** Writes the parameters of one place that are given, each as its style does, under their wire names. */
export function write(styles: Operation["query"], args: Arguments, take: (name: string, text: string) => void): void {
  for (const argument in styles) {
    const value = args[argument];
    if (value === undefined || value === null) continue;
    // Hardly any name has a dot, and this runs for every parameter of every call.
    const name = argument.includes(".") ? argument.replace(/^(?:query|header|cookie)\./, "") : argument;
    const text = styles[argument]!(name, value);
    if (text !== "") take(name, text);
  }
}

/** Refuses, before anything is sent, what types would have refused, and a drastic call that is not said to be meant. */
export function checkArguments(exchange: Exchange): void {
  const { operation, args } = exchange;
  for (const name in args) {
    if (args[name] !== undefined && !planOf(operation).names.has(name)) {
      throw exchange.error(ConfigurationError, `has no argument "${name}"`);
    }
  }
  operation.caution?.check(exchange);
}

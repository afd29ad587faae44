import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Arguments, Exchange } from "./exchange.ts";
import type { Operation } from "./operation.ts";

// Arguments are one flat object: parameters by wire name, the body under `body`. A name that stands in several places
// is plain for the path and has its place in front elsewhere ("query.id"); so has a parameter called body or contentType.

/** The wire name behind an argument's name. */
function wireName(argument: string): string {
  return argument.replace(/^(?:query|header|cookie)\./, "");
}

/** The parameters of one place that are given, each as its style writes it. */
export function written(styles: Operation["query"], args: Arguments): [name: string, text: string][] {
  const parameters: [string, string][] = [];
  for (const argument in styles) {
    const value = args[argument];
    if (value === undefined || value === null) continue;
    const name = wireName(argument);
    const text = styles[argument]?.(name, value) ?? "";
    if (text !== "") parameters.push([name, text]);
  }
  return parameters;
}

/** Refuses, before anything is sent, what types would have refused, and a drastic call that is not said to be meant. */
export function checkArguments(exchange: Exchange): void {
  const { operation, args } = exchange;
  for (const name in args) {
    if (args[name] !== undefined && !isArgument(operation, name)) {
      throw exchange.error(ConfigurationError, `has no argument "${name}"`);
    }
  }
  operation.caution?.check(exchange);
}

function isArgument({ query, header, cookie, body, path, caution }: Operation, name: string): boolean {
  return (
    [query, header, cookie].some((styles) => styles !== undefined && Object.hasOwn(styles, name)) ||
    (name === "body" ? body !== undefined : path.includes(`{${name.replace("path.", "")}}`)) ||
    (name === "contentType" && typeof body === "function") ||
    caution?.choice === name
  );
}

import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Arguments, Exchange } from "./exchange.ts";
import type { Operation } from "./operation.ts";

// Arguments are one flat object: parameters by wire name, the body under `body`. A name that stands in several places
// is plain for the path and has its place in front elsewhere ("query.id"); so has a parameter called body.

/** The wire name behind an argument's name. */
export function wireName(argument: string): string {
  return argument.replace(/^(?:query|header)\./, "");
}

export function headerParameters({ header }: Operation, args: Arguments): Record<string, string> | undefined {
  if (header === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const name of header) {
    const value = args[name];
    if (value !== undefined && value !== null) headers[wireName(name)] = String(value);
  }
  return headers;
}

/** Refuses, before anything is sent, what types would have refused, and a drastic call that is not said to be meant. */
export function checkArguments(exchange: Exchange): void {
  const { operation, args } = exchange;
  for (const name in args) {
    if (args[name] !== undefined && !isArgument(operation, name)) {
      throw exchange.error(ConfigurationError, `has no argument "${name}"`);
    }
  }
  const { caution } = operation;
  if (caution === undefined) return;
  const { parameter, absent, choice } = caution;
  const value = args[parameter];
  const given = value !== undefined && value !== null && value !== "";
  const chosen = choice !== undefined && args[choice] === true;
  if (given === chosen) {
    const remedy = choice === undefined ? `"${parameter}"` : `either "${parameter}" or "${choice}: true"`;
    throw exchange.error(ConfigurationError, `must be given ${remedy}. ${absent}`);
  }
}

function isArgument({ query, header, body, path, caution }: Operation, name: string): boolean {
  return (
    (query !== undefined && Object.hasOwn(query, name)) ||
    (name === "body" ? body !== undefined : path.includes(`{${name === "path.body" ? "body" : name}}`)) ||
    (header?.includes(name) ?? false) ||
    (caution !== undefined && caution.choice === name)
  );
}

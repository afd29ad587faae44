import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Exchange } from "./exchange.ts";

/**
 * Refuses a call without an argument whose absence does something drastic: it has to be given, or its absence chosen. Tells
 * the argument that stands for wanting just that.
 */
export type Caution = (exchange: Exchange) => string | undefined;

export function caution(parameter: string, absent: string, choice?: string): Caution {
  const remedy = choice === undefined ? `"${parameter}"` : `either "${parameter}" or "${choice}: true"`;
  return (exchange) => {
    const { args } = exchange;
    // An empty list is written as nothing at all.
    const given = String(args[parameter] ?? "").trim() !== "";
    const chosen = choice !== undefined && args[choice] === true;
    if (given === chosen) throw exchange.error(ConfigurationError, `must be given ${remedy}. ${absent}`);
    return choice;
  };
}

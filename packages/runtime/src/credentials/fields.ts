import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Given, Kind } from "./kind.ts";
import { firstText } from "./values.ts";

/** The values that a user gave for a kind's fields, functions among them, and what may still be done with them. */
export interface Fields {
  /** Whether signing in once more could work: fields are at hand, none of them used up, and not a plain token that would be the same again. */
  isRenewable(): boolean;
  /** The values of these fields, put beside those that there are; functions are asked. */
  ask(names: readonly string[], values: Record<string, unknown>): Promise<Record<string, unknown>>;
}

export function fieldsOf(service: string, { fields, login }: Kind, given: Given): Fields {
  /** One-time values given as text that are used up. */
  const spent = new Set<string>();
  return {
    isRenewable: () =>
      spent.size === 0 && Object.values(given).some((value) => (login ? value : typeof value === "function")),
    async ask(names, values) {
      for (const name of names) {
        const { optional, once, default: usual } = fields[name]!;
        const own = given[name] ?? usual;
        // A function that is asked has to give a text.
        const value = typeof own === "function" ? firstText(await (own as () => unknown)()) : own;
        const isMissing = !value && !(optional && own === undefined);
        const problem = isMissing ? "missing or empty" : value && value === own && once?.(spent, name);
        if (problem) throw new ConfigurationError(service, `Of the credentials "${name}" is ${problem}`);
        values[name] = value;
      }
      return values;
    },
  };
}

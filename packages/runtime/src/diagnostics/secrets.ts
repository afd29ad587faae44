import type { Exchange } from "../exchange.ts";

/** What was kept may be a plain word as well ("me"), which errors may well hold. */
const shortestToken = 8;

/**
 * What no error may quote of a call, whatever the appliance echoes: the fields of its credentials, but for those that the kind
 * calls public, and what was kept of the sign-in.
 */
export function secretsOf({ held }: Exchange): string[] {
  if (held === undefined) return [];
  const { kind, given, values } = held;
  const fields = Object.keys(given).filter((name) => kind.fields[name]?.secret !== false);
  const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
  const isToken = (value: unknown): boolean => isText(value) && value.length >= shortestToken;
  const kept = values === given ? [] : Object.values(values).filter(isToken);
  return [...fields.map((name) => given[name]).filter(isText), ...kept];
}

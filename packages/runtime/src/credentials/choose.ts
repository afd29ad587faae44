import type { ExportedSession } from "../core.ts";
import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Given, Kind } from "./kind.ts";

/** The kind whose fields were given: all of them its own, and none that it needs missing. Without fields, that of the session. */
export function chooseKind(service: string, kinds: readonly Kind[], given: Given, session?: ExportedSession): Kind {
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  const kind =
    names.length === 0 && session
      ? kinds.find(({ name }) => name === session.kind)
      : kinds.find((each) => fits(each, names, given));
  if (kind !== undefined) return kind;
  const ways = kinds.map((each) => `${each.name} (${describe(each)})`).join("; ");
  throw new ConfigurationError(
    service,
    `The credentials (${names.join(", ") || "none"}) fit no kind. There are: ${ways}`,
  );
}

export function fits({ fields }: Kind, names: readonly string[], given: Readonly<Record<string, unknown>>): boolean {
  const own = (name: string): boolean => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return field !== undefined && (field.const === undefined || field.const === given[name]);
  };
  return names.every(own) && required(fields).every((name) => names.includes(name));
}

export function required(fields: Kind["fields"]): string[] {
  return Object.keys(fields).filter((name) => fields[name]!.optional !== true && fields[name]!.default === undefined);
}

function describe({ fields }: Kind): string {
  const needed = required(fields);
  return Object.keys(fields)
    .map((name) => (needed.includes(name) ? name : `${name}?`))
    .join(", ");
}

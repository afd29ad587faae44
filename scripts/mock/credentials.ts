import type { JsonObject } from "../generate/load/json.ts";
import { credentialPlans } from "../generate/model/credentials/derive.ts";

/** A field of a kind of credentials, as a plan has it. */
export interface Field {
  readonly optional?: boolean;
  readonly secret?: boolean;
  readonly once?: boolean;
  readonly default?: string;
  readonly enum?: readonly string[];
  readonly const?: string | boolean;
}

export interface Step {
  readonly operationId: string;
}

/** A login may be no operation: a token endpoint, which no mock has. */
interface Login {
  readonly operationId?: string;
  readonly tokenUrl?: string;
}

export interface Kind {
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** The value that each security scheme is fed. */
  readonly authorize: JsonObject;
  readonly login?: Login;
  readonly challenge?: Step & { readonly when: JsonObject; readonly ask: string };
  readonly keep?: Readonly<Record<string, string | readonly string[]>>;
  readonly logout?: Step | { readonly none: string };
}

export type FieldValues = Readonly<Record<string, string | boolean>>;

/** The kinds of credentials that a service takes: as its document has them, else as its security requirements make them. */
export function kindsOf(document: JsonObject): Kind[] {
  const kinds = credentialPlans(document) as Readonly<Record<string, Omit<Kind, "name">>>;
  return Object.entries(kinds).map(([name, kind]) => ({ ...kind, name }));
}

/** Made-up values for every field that a kind cannot do without or has a default for, and for those named besides. */
export function exampleFields({ fields }: Kind, besides: readonly string[] = []): FieldValues {
  const given = Object.entries(fields).filter(([name, { optional }]) => optional !== true || besides.includes(name));
  return Object.fromEntries(given.map(([name, field]) => [name, exampleValue(name, field)]));
}

function exampleValue(name: string, field: Field): string | boolean {
  return field.const ?? field.default ?? field.enum?.[0] ?? `example-${name}`;
}

/**
 * The value behind an expression of `authorize`. A mock checks only that there are credentials, so that what a login would have left
 * (`$session.x`) may be made up as well.
 */
export function exampleAuthorization(expression: unknown, fields: FieldValues): unknown {
  if (typeof expression === "object" && expression !== null) {
    const entries = Object.entries(expression);
    return Object.fromEntries(entries.map(([name, value]) => [name, exampleAuthorization(value, fields)]));
  }
  if (typeof expression !== "string") return expression;
  return expression.replace(
    /\{?\$(?:field|session)\.(\w+)\}?/g,
    (_, name: string) => `${fields[name] ?? `example-${name}`}`,
  );
}

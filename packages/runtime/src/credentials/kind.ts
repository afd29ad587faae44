import type { Operation } from "../operation.ts";

// The plan of one kind of credentials, emitted from a spec's `x-sdk-credentials`. Its texts are OpenAPI runtime
// expressions with two roots more: `$field.x` (what the user gave) and `$session.x` (what the login's answer left).

export interface Field {
  readonly optional?: true;
  /** Shown in logs and errors; every other field is secret. */
  readonly secret?: false;
  /** The value works a single time: a one-time code. */
  readonly once?: true;
  readonly default?: string;
  readonly const?: string | boolean;
}

export type Value = string | number | boolean | { readonly [name: string]: Value };
export type Values = Readonly<Record<string, Value>>;

/** A call that is part of signing in or out. */
export interface Step {
  readonly operation: Operation;
  readonly parameters?: Values;
  readonly body?: Values;
  readonly authorize?: Values;
}

export interface Kind {
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** The value that each security scheme is fed. */
  readonly authorize: Values;
  readonly login?: Step;
  /** A second step, taken when the login's answer says so; `ask` names the field that answers. */
  readonly challenge?: Step & {
    readonly when: Readonly<Record<string, string | number | boolean | null>>;
    readonly ask: string;
  };
  /** What the session consists of, by where it is in the login's answer; of a list the first that is there. */
  readonly keep?: Readonly<Record<string, string | readonly string[]>>;
  /** Seconds: since the login, since the last use; `until` is a point of time. The earliest counts. */
  readonly lifetime?: { readonly fixed?: number | string; readonly idle?: number | string; readonly until?: string };
  /** Absent where the API cannot end one session alone. */
  readonly logout?: Step;
}

/** A secret, or a function that gives it, asked once a sign-in. */
export type Secret = string | (() => string | Promise<string>);

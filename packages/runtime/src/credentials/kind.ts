import type { Exchange, Send } from "../exchange.ts";
import type { Core } from "../core.ts";
import type { Operation } from "../operation.ts";
import type { Expired } from "./expired.ts";
import type { Fields } from "./fields.ts";
import type { Held } from "./held.ts";
import type { Lifetime } from "./lifetime.ts";
import type { Once } from "./once.ts";

// A kind of credentials, emitted from a spec's `x-sdk-credentials`: its sign-in is a function of the steps that it takes, and what
// only some kinds need (a session, a second factor, an end) they import, so that a bundle holds what its kind takes.

export interface Field {
  readonly optional?: true;
  /** Shown in logs and errors; every other field is secret. */
  readonly secret?: false;
  /** `once`, where the value works a single time: a one-time code. */
  readonly once?: Once;
  readonly default?: string;
  readonly const?: string | boolean;
}

export type Values = Readonly<Record<string, unknown>>;

/** Puts a credential on a request. */
export type Put = (exchange: Exchange) => void;

/** For each security scheme what puts its credential on a request; undefined where the values have none for it. */
export type Puts = Readonly<Record<string, Put | undefined>>;

/**
 * A call that is part of signing in or out: an operation (a `tokenRequest` goes elsewhere than to the appliance), its arguments,
 * and what it needs of credentials itself, instead of those that the session has so far.
 */
export type Step = readonly [operation: Operation, args?: Values, puts?: Puts];

/** JSON, as far as expressions look into it: what is not there is undefined. */
export interface Tree {
  readonly [name: string]: Tree | undefined;
}

/** The answer to a step. */
export interface Answer {
  readonly headers: Headers;
  readonly body: Tree | undefined;
  /** When it came, by this machine's clock. */
  readonly now: number;
}

/** What every step is taken with. */
export interface Way {
  readonly core: Core;
  /** Carries the request: retries and limits hold, middleware and sign-in do not. */
  readonly send: Send;
  readonly kind: Kind;
  readonly fields: Fields;
}

/** Credentials that are used as they are given. */
interface TokenKind {
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** By the fields, or by what was kept of the login's answer. */
  readonly authorize: (values: Values) => Puts;
  /** `expiredBy`, where not every 401 says that the session is over. */
  readonly expired?: Expired;
  /** `takeFields`. */
  readonly begin: (way: Way, last: Held | undefined) => Promise<Held>;
  readonly login?: undefined;
  readonly end?: undefined;
}

/** Credentials that a session is begun with. */
export interface SessionKind extends Omit<TokenKind, "begin" | "login" | "end"> {
  /** `logIn`. */
  readonly begin: TokenKind["begin"];
  /** Takes the steps of the sign-in. */
  readonly login: (by: SigningIn) => Promise<void>;
  /** `logOut`, where the API can end one session alone. */
  readonly end?: (way: Way, held: Held) => Promise<void>;
  readonly logout?: (session: Values) => Step;
}

/** What the steps of a sign-in are taken with. */
export interface SigningIn {
  /** The values of these fields, beside those that were asked for before; functions are asked. */
  readonly ask: (...fields: readonly string[]) => Promise<Values>;
  /** Takes a step; its name is for the error where it fails. */
  readonly step: (name: string, ...step: Step) => Promise<Answer>;
  /**
   * What the session consists of (a part that the answer does not have is undefined), and its `lifetime` where it has one.
   * From here on it is to be ended.
   */
  readonly keep: (
    session: Readonly<Record<string, string | undefined>>,
    lifetime?: (began: number) => Lifetime,
  ) => void;
  readonly way: Way;
}

export type Kind = TokenKind | SessionKind;

/** A secret, or a function that gives it, asked once a sign-in. */
export type Secret = string | (() => string | Promise<string>);

/** What a user gives for the fields of a kind. */
export type Given = Values;

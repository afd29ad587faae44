import type { Kind } from "./kinds.ts";

export interface Finding {
  readonly operation: string;
  /** Undefined where it is not about one answer. */
  readonly status: number | undefined;
  readonly kind: Kind;
  /** Whether it contradicts the spec; else it is only worth knowing. */
  readonly drift: boolean;
  readonly title: string;
  readonly message: string;
  /** Where in the body, or which header. */
  readonly at: string;
  /** `specs/…:line:column` of what it contradicts. */
  readonly place: string;
  readonly pointer: string;
  /** What went over the wire, without its secrets. */
  readonly evidence: string;
  readonly remedy: string;
  readonly times: number;
}

/** A call, and what became of it. */
export interface Called {
  readonly operation: string;
  readonly purpose: Purpose;
  /** Undefined where none came. */
  readonly status: number | undefined;
  /** What the client made of it, where that is neither data nor a declared error. */
  readonly note: string | undefined;
}

/**
 * - `usual`: with what it requires, by ids that lists gave
 * - `unknown`: with the spec's own example of an id, which is hardly there
 * - `anonymous`: without credentials
 * - `stale`: with a session that does not exist
 * - `pages`: by position and size, as pagination says
 */
export type Purpose = "usual" | "unknown" | "anonymous" | "stale" | "pages";

/** An exchange without its secrets. */
export interface Recording {
  readonly operation: string;
  readonly request: {
    readonly method: string;
    readonly target: string;
    readonly headers: Readonly<Record<string, string>>;
    /** As that of the response; undefined where there was none. */
    readonly body: unknown;
  };
  readonly response: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
    /** Values that the spec knows; a text of another kind than JSON is not kept. */
    readonly body: unknown;
  };
}

export interface DriftReport {
  readonly service: string;
  readonly target: string;
  /** Why signing in failed, so that most was left out. */
  readonly shutOut: string | undefined;
  readonly drifts: number;
  readonly findings: readonly Finding[];
  readonly calls: readonly Called[];
  readonly skipped: readonly { readonly operation: string; readonly reason: string }[];
  readonly recordings: readonly Recording[];
}

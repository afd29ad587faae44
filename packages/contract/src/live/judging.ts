import type { SchemaChecker } from "@vendor-sdks/mock-server";
import type { Kind } from "./kinds.ts";
import type { SpecNode } from "./spec-node.ts";

/** One thing that contradicts the spec. */
export interface Complaint {
  readonly kind: Kind;
  /** The place in the spec. */
  readonly pointer: string;
  /** The place in the body. */
  readonly at: readonly string[];
  readonly message: string;
  /** What was there, and what the spec says of it: for showing it without its secrets. */
  readonly seen?: { readonly value: unknown; readonly schema: SpecNode };
}

export interface Judging {
  readonly checker: SchemaChecker;
  /** Parts of schemas as schemas of their own: the checker knows those again that it has compiled. */
  readonly parts: Map<string, object>;
}

export function judgingBy(checker: SchemaChecker): Judging {
  return { checker, parts: new Map() };
}

/** Whether a part of a schema, by these keywords alone, lets a value pass. */
export function passes(
  { checker, parts }: Judging,
  { pointer, value: schema }: SpecNode,
  keywords: readonly string[],
  value: unknown,
): boolean {
  const key = `${pointer} ${keywords.join(" ")}`;
  const entries = Object.entries(schema as object).filter(([name]) => keywords.includes(name));
  const part = parts.get(key) ?? Object.fromEntries(entries);
  parts.set(key, part);
  return checker.problems(part, value, "response").length === 0;
}

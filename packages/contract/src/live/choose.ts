import { formOf } from "@vendor-sdks/mock-server";
import type { OperationCase } from "../cases.ts";
import type { Plan } from "../openapi/plans.ts";
import type { Spec, SpecOperation } from "../openapi/spec.ts";

export interface Choice {
  readonly operation: SpecOperation;
  readonly called: OperationCase;
  /** Why it is not called. */
  readonly skipped: string | undefined;
}

export interface Permissions {
  readonly allowWrites: boolean;
  /** Operations with a caution that are called nevertheless. */
  readonly drastic: readonly string[];
}

const SAFE = ["GET", "HEAD", "OPTIONS", "QUERY"];
const ORDER = [...SAFE, "POST", "PUT", "PATCH", "DELETE"];

export function isSafe(method: string): boolean {
  return SAFE.includes(method);
}

/** Every operation, lists ahead of what needs their ids, reading ahead of writing, deleting last. */
export function chooseOperations(
  spec: Spec,
  cases: readonly OperationCase[],
  plans: readonly Plan[],
  permissions: Permissions,
): Choice[] {
  const steps = plans.flatMap(({ login, challenge, logout }) => [login, challenge, logout]);
  const ofSignIn = new Set(steps.map((step) => step?.operationId));
  return cases
    .flatMap((called) => {
      const operation = spec.operations.get(called.operationId);
      if (operation === undefined) return [];
      return [{ operation, called, skipped: reasonToSkip(operation, ofSignIn, permissions) }];
    })
    .sort((a, b) => rank(a) - rank(b));
}

function rank({ operation: { method, path } }: Choice): number {
  const turn = isSafe(method) ? 0 : ORDER.includes(method) ? ORDER.indexOf(method) : ORDER.length;
  return turn * 100 + path.split("{").length;
}

function reasonToSkip(
  { id, method, server, value, answers }: SpecOperation,
  ofSignIn: ReadonlySet<string | undefined>,
  { allowWrites, drastic }: Permissions,
): string | undefined {
  if (server !== undefined) return "it has a server of its own";
  if (!isSafe(method) && ofSignIn.has(id)) return "signing in or out calls it, if anything";
  if (!isSafe(method) && !allowWrites) return "it writes: --allow-writes";
  if (value["x-sdk-caution"] !== undefined && !drastic.includes(id)) return `it is drastic: --drastic ${id}`;
  const contents = answers.filter(({ status }) => status.startsWith("2")).flatMap((answer) => answer.contents);
  const isEndless = contents.length > 0 && contents.every(({ mediaType }) => formOf(mediaType) === "events");
  return isEndless ? "its answer does not end" : undefined;
}

import type { Model, Operation } from "./model.ts";

const IDEMPOTENT = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"]);

/** Whether a failed call is tried again: by what HTTP says of the method, or by what the spec says; and after which statuses besides. */
export function repetition(
  { retryStatuses: everywhere }: Pick<Model, "retryStatuses">,
  { method, idempotent, retryStatuses }: Operation,
): { readonly why: "method" | "spec" | undefined; readonly statuses: readonly number[] } {
  const why = IDEMPOTENT.has(method.toUpperCase()) ? "method" : idempotent ? "spec" : undefined;
  return { why, statuses: [...new Set([...everywhere, ...retryStatuses])] };
}

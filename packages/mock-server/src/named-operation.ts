import { nearest } from "./nearest.ts";
import type { MockOperation } from "./operations.ts";

/** How users name an operation: by its operationId, or `GET /users/{id}` where it has none. */
export function labelOf({ method, template, value }: MockOperation): string {
  const { operationId } = value;
  return typeof operationId === "string" ? operationId : `${method} ${template}`;
}

/** The operation that goes by an operationId or by method and path. */
export function namedOperation(operations: readonly MockOperation[], name: string): MockOperation {
  const wanted = name.replace(/^\S+(?= +\/)/, (method) => method.toUpperCase()).replace(/ +/, " ");
  const names = new Map(operations.map((operation) => [`${operation.method} ${operation.template}`, operation]));
  for (const operation of operations) names.set(labelOf(operation), operation);
  const found = names.get(wanted);
  if (found !== undefined) return found;
  const near = nearest(wanted, names.keys());
  const hint = near === undefined ? `take an operationId, or method and path: "GET /…"` : `did you mean "${near}"?`;
  throw new RangeError(`The document has no operation "${name}": ${hint}`);
}

import { listAt, objectAt } from "../generate/load/json.ts";
import type { Kind } from "../mock/credentials.ts";
import type { OperationCase, Vendor } from "../mock/vendor.ts";

/**
 * The operations that are about sessions, in the order of a session's life. Left out is what signing in and out shows anyway: the steps of
 * the login, and a logout without arguments, which would end the tour's own session before its time.
 */
export function sessionOperations(vendor: Vendor, kind: Kind | undefined): OperationCase[] {
  const steps = [kind?.login, kind?.challenge].map((step) => step?.operationId);
  return vendor.operations
    .filter((operation) => isAboutSessions(vendor, operation) && !steps.includes(operation.operationId))
    .filter(({ operationId, arguments: { required } }) => {
      return operationId !== logoutOf(kind) || Object.keys(required).length > 0;
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

function logoutOf(kind: Kind | undefined): string | undefined {
  return kind?.logout !== undefined && "operationId" in kind.logout ? kind.logout.operationId : undefined;
}

function isAboutSessions({ document }: Vendor, { method, path }: OperationCase): boolean {
  const operation = objectAt(objectAt(objectAt(document, "paths"), path), method.toLowerCase());
  return listAt(operation, "tags").some((tag) => /session/i.test(String(tag)));
}

/** Create, list, detail, change, delete. */
function rank({ method, path }: OperationCase): number {
  if (method === "POST") return 0;
  if (method === "DELETE") return 4;
  if (method !== "GET") return 3;
  return path.includes("{") ? 2 : 1;
}

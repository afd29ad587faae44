import { authorizationFor } from "../openapi/authorization.ts";
import type { Plan } from "../openapi/plans.ts";
import type { Spec, SpecOperation } from "../openapi/spec.ts";
import { BY_HAND, OPEN } from "./cell.ts";

/** The kinds of credentials that an operation is called with: all that let in, and none where it is open. */
export function kindsFor(spec: Spec, plans: readonly Plan[], operation: SpecOperation): string[] {
  if (operation.security.length === 0) return [OPEN];
  const fed = plans.filter((plan) => letsIn(spec, plan, operation)).map(({ name }) => name);
  return [...(fed.length === 0 ? [BY_HAND] : fed), ...(operation.open ? [OPEN] : [])];
}

function letsIn(spec: Spec, { fields, keep, authorize }: Plan, operation: SpecOperation): boolean {
  const required = Object.keys(fields).filter((name) => fields[name]?.isRequired === true);
  const any = (names: readonly string[]): Record<string, string> =>
    Object.fromEntries(names.map((name) => [name, "any"]));
  return (
    authorizationFor(spec, operation, authorize, { field: any(required), session: any(Object.keys(keep)) }) !==
    undefined
  );
}

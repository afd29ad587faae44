import type { Cases, OperationCase } from "../cases.ts";
import { listOf, objectOf, textOf, type JsonObject } from "../openapi/json.ts";
import { plansOf, type Plan } from "../openapi/plans.ts";
import type { Spec, SpecOperation } from "../openapi/spec.ts";
import { rolesOf, type Roles } from "./roles.ts";

/** What the table reads of a service in its spec. */
export interface Facts {
  readonly spec: Spec;
  readonly cases: Cases;
  readonly plans: readonly Plan[];
  readonly roles: Roles;
  /** Credentials that go on requests as they are. */
  readonly plain: Plan | undefined;
  /** Credentials that sign in with what people type, and no one-time code. */
  readonly login: Plan | undefined;
  /** Statuses that the spec adds to those that are tried again. */
  readonly retryStatuses: readonly number[];
  /** Which 401 says that a session is over. */
  readonly expired: { readonly header: string; readonly contains: readonly string[] } | undefined;
  /** The header that says when a limit is lifted, and how to write milliseconds since 1970 in it. */
  readonly reset: { readonly header: string; write(now: number, after: number): string } | undefined;
}

export function factsOf(spec: Spec, cases: Cases): Facts {
  const plans = plansOf(spec);
  const retry = objectOf(spec.document["x-sdk-retry"]);
  return {
    spec,
    cases,
    plans,
    roles: rolesOf(spec, cases, plans),
    plain: plans.find(({ login }) => login === undefined),
    login: plans.find((plan) => plan.login !== undefined && isTyped(plan)),
    retryStatuses: listOf(retry["statuses"]).filter((each) => typeof each === "number"),
    expired: expiredOf(objectOf(retry["expired"])),
    reset: resetOf(objectOf(objectOf(spec.document["x-sdk-rate-limit"])["reset"])),
  };
}

export function specOperationOf({ spec }: Facts, { operationId }: Pick<OperationCase, "operationId">): SpecOperation {
  const operation = spec.operations.get(operationId);
  if (operation === undefined) throw new Error(`The spec has no operation ${operationId}: the cases are out of date`);
  return operation;
}

/** Whether everything that is needed is a word that lasts: no one-time code, and no certificate beside the credentials. */
function isTyped({ fields }: Plan): boolean {
  return Object.values(fields).every(
    ({ isRequired, isOnce, const: fixed }) => !isRequired || (!isOnce && typeof fixed !== "boolean"),
  );
}

function expiredOf({ header, contains }: JsonObject): Facts["expired"] {
  const name = textOf(header);
  return name === undefined ? undefined : { header: name, contains: listOf(contains).map(String) };
}

const PER_SECOND: Readonly<Record<string, number>> = { seconds: 1, milliseconds: 1_000, microseconds: 1_000_000 };

function resetOf({ header, is, unit }: JsonObject): Facts["reset"] {
  const name = textOf(header);
  if (name === undefined) return undefined;
  const perMillisecond = (PER_SECOND[String(unit)] ?? 1) / 1000;
  return {
    header: name,
    write: (now, after) => String((is === "timestamp" ? now + after : after) * perMillisecond),
  };
}

import type { Cases, OperationCase } from "../cases.ts";
import { objectOf, textOf } from "../openapi/json.ts";
import type { Plan } from "../openapi/plans.ts";
import type { Spec, SpecOperation } from "../openapi/spec.ts";

/** What a row may need of a service; which operation plays the part is read from the spec, the first that fits. */
export type Role = keyof Roles;

/** Each part's operation, or the reason why there is none. */
export interface Roles {
  /** Harmless to repeat, and let in by credentials. */
  readonly repeatable: OperationCase | string;
  /** Answers with JSON. */
  readonly reader: OperationCase | string;
  /** Not to be repeated. */
  readonly unsafe: OperationCase | string;
  /** Not to be repeated by its method, but by the spec. */
  readonly declaredRepeatable: OperationCase | string;
  /** Has a parameter in its path. */
  readonly inPath: OperationCase | string;
  /** Has a query parameter that takes any text. */
  readonly inQuery: OperationCase | string;
  readonly inHeader: OperationCase | string;
  /** Sends a body. */
  readonly sender: OperationCase | string;
  /** Succeeds without content. */
  readonly silent: OperationCase | string;
  /** Is walked page by page. */
  readonly paged: OperationCase | string;
}

export function rolesOf(spec: Spec, cases: Cases, plans: readonly Plan[]): Roles {
  const steps = new Set(plans.flatMap(({ login, challenge, logout }) => [login, challenge, logout]).map(idOf));
  // What signs in or out is left for the last: the appliance takes such requests for what they usually are.
  const ordered = cases.operations
    .map((each) => ({ each, described: describedAs(spec, each) }))
    .sort((a, b) => Number(steps.has(a.each.operationId)) - Number(steps.has(b.each.operationId)));
  const first = (why: string, fits: (operation: SpecOperation) => boolean): OperationCase | string => {
    const fitting = ordered.filter(({ described }) => fits(described));
    const reading = fitting.find(({ described }) => described.method === "GET");
    return (reading ?? fitting[0])?.each ?? why;
  };
  const secured = ({ security }: SpecOperation): boolean => security.length > 0;
  return {
    repeatable: first("no operation with credentials has a method that may be repeated", (operation) => {
      return secured(operation) && isRepeatable(operation);
    }),
    reader: first("no operation with credentials answers with JSON", (operation) => {
      return secured(operation) && succeedsWithJson(operation);
    }),
    unsafe: first("every operation has a method that may be repeated", (operation) => {
      return secured(operation) && !isRepeatable(operation) && !isDeclaredRepeatable(operation);
    }),
    declaredRepeatable: first("the spec calls no POST or PATCH idempotent", (operation) => {
      return secured(operation) && !isRepeatable(operation) && isDeclaredRepeatable(operation);
    }),
    inPath: first("no path has a parameter", (operation) => has(operation, "path")),
    inQuery: first("no query parameter takes any text", (operation) => textParameter(operation, "query") !== undefined),
    inHeader: first("no operation has a header parameter", (operation) => has(operation, "header")),
    sender: first("no operation has a body", ({ body }) => body !== undefined),
    silent: first("every success that the spec declares has content", (operation) => {
      return secured(operation) && successes(operation).some(({ contents }) => contents.length === 0);
    }),
    paged: first("no operation is walked page by page", ({ value }) => value["x-sdk-pagination"] !== undefined),
  };
}

/** The first parameter in a place that takes any text. */
export function textParameter(operation: SpecOperation, place: "path" | "query" | "header"): string | undefined {
  const found = operation.parameters.find(
    ({ in: where, schema }) =>
      where === place && textOf(objectOf(schema)["type"]) === "string" && objectOf(schema)["enum"] === undefined,
  );
  return found?.name;
}

function idOf(step: { readonly operationId: string } | undefined): string | undefined {
  return step?.operationId;
}

function describedAs({ operations }: Spec, { operationId }: OperationCase): SpecOperation {
  const found = operations.get(operationId);
  if (found === undefined) throw new Error(`The spec has no operation ${operationId}: the cases are out of date`);
  return found;
}

function isRepeatable({ method }: SpecOperation): boolean {
  return method !== "POST" && method !== "PATCH";
}

function isDeclaredRepeatable({ value }: SpecOperation): boolean {
  return objectOf(value["x-sdk-retry"])["idempotent"] === true;
}

function successes({ answers }: SpecOperation): SpecOperation["answers"] {
  return answers.filter(({ status }) => status.startsWith("2"));
}

function succeedsWithJson(operation: SpecOperation): boolean {
  const [success] = successes(operation);
  return success?.contents[0]?.mediaType === "application/json";
}

function has({ parameters }: SpecOperation, place: string): boolean {
  return parameters.some((each) => each.in === place);
}

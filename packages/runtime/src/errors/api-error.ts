import type { ErrorStatus, Failure, Undeclared } from "../result.ts";
import { SdkError } from "./sdk-error.ts";

// Errors are known by this brand, not by `instanceof`: two copies of the runtime may be installed side by side.
const brand: unique symbol = Symbol.for("@vendor-sdks/ApiError");

/** The appliance answered with an error status. */
export class ApiError<Status extends number = ErrorStatus, Body = unknown> extends SdkError {
  override readonly name = "ApiError";
  declare readonly operation: string;
  declare readonly status: Status;
  /** Whether the spec declares this answer, by status and media type; only then is there a `body`. */
  declare readonly declared: boolean;
  readonly #result: Failure<Status, Body> | Undeclared;

  constructor(service: string, operation: string, result: Failure<Status, Body> | Undeclared) {
    super(service, `${operation} answered ${result.status}`);
    this.operation = operation;
    this.status = result.status as Status;
    this.declared = result.declared;
    this.#result = result;
  }

  /** The parsed body where the spec declares one, else undefined. */
  get body(): Body {
    return this.#result.error as Body;
  }

  /** The body as it came. */
  get text(): string {
    return this.#result.text;
  }

  get response(): Response {
    return this.#result.response;
  }

  get headers(): Headers {
    return this.#result.response.headers;
  }

  /** The same answer in the form that `result()` gives. */
  get result(): Failure<Status, Body> | Undeclared {
    return this.#result;
  }
}

// On the prototype it is not printed.
(ApiError.prototype as object as Record<typeof brand, boolean>)[brand] = true;

export type ErrorOf<Result> =
  Result extends Failure<infer Status, infer Body>
    ? ApiError<Status, Body>
    : Result extends Undeclared
      ? ApiError<ErrorStatus, undefined>
      : never;
export type DeclaredErrorStatus<Result> = Result extends Failure<infer Status, unknown> ? Status : never;
export type ErrorAt<Result, Status extends number> =
  Result extends Failure<infer Declared, infer Body>
    ? Status extends Declared
      ? ApiError<Status, Body>
      : never
    : never;

/** Tells whether a caught value is this service's API error: any, one operation's, or one operation's with one declared status. */
export interface ApiErrorGuard<Results> {
  (error: unknown): error is ApiError;
  <Operation extends keyof Results>(error: unknown, operation: Operation): error is ErrorOf<Results[Operation]>;
  // A constraint that mentions results would make the compiler look through those of all operations, at every use.
  <Operation extends keyof Results, Status extends number>(
    error: unknown,
    operation: Operation,
    status: Status & DeclaredErrorStatus<Results[Operation]>,
  ): error is ErrorAt<Results[Operation], Status>;
  // For what the compiler says of a status that is not declared: which ones are.
  <Operation extends keyof Results>(
    error: unknown,
    operation: Operation,
    status: DeclaredErrorStatus<Results[Operation]>,
  ): error is ErrorOf<Results[Operation]>;
}

/** Makes the guard of one service: an operation's name alone does not tell services apart. */
export function apiErrorGuard<Results>(service: string): ApiErrorGuard<Results> {
  return ((error: unknown, operation?: string, status?: number): boolean => {
    if (typeof error !== "object" || error === null || !(brand in error)) return false;
    const it = error as object as ApiError;
    return (
      it.service === service &&
      (operation === undefined || it.operation === operation) &&
      (status === undefined || (it.status === status && it.declared))
    );
  }) as ApiErrorGuard<Results>;
}

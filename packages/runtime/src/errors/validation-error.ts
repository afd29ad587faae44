import { SdkError } from "./sdk-error.ts";

/** One place where a request or an answer departs from the spec. */
export interface ValidationProblem {
  /** JSON pointer: in requests into the arguments by name ("/limit", "/body/users/0/name"), in answers into the body. */
  readonly pointer: string;
  /** What the spec expects there. Names of types may be told of what was there instead, values never. */
  readonly expected: string;
}

const shown = 5;

/** Arguments that break the spec, so that nothing was sent; or an answer that breaks it. Quotes no value of either. */
export class ValidationError extends SdkError {
  override readonly name = "ValidationError";
  readonly operation: string;
  /** The status of the answer; undefined where the arguments are at fault. */
  readonly status: number | undefined;
  readonly problems: readonly ValidationProblem[];

  constructor(service: string, operation: string, status: number | undefined, problems: readonly ValidationProblem[]) {
    super(service, describeProblems(operation, status, problems));
    this.operation = operation;
    this.status = status;
    this.problems = problems;
  }
}

function describeProblems(
  operation: string,
  status: number | undefined,
  problems: readonly ValidationProblem[],
): string {
  const what =
    status === undefined
      ? "was not sent, since the spec forbids it"
      : `answered ${status}, but not in the form that the spec declares`;
  const list = problems
    .slice(0, shown)
    .map(({ pointer, expected }) => `${pointer || "the body"}: expected ${expected}`);
  if (problems.length > shown) list.push("and more");
  return `${operation} ${what}: ${list.join("; ")}`;
}

// What `result()` resolves to: a union that narrows by `ok`, `declared` and `status`.
// The statuses are literal types, not `number`: only so does `status === 201` exclude the `default` member.

type Digit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;
/** The statuses of one or several hundreds: `StatusIn<4>` is 400 to 499. */
export type StatusIn<Hundreds extends 2 | 3 | 4 | 5> = `${Hundreds}${Digit}${Digit}` extends `${infer N extends number}`
  ? N
  : never;

/** 200 to 299. */
export type SuccessStatus = StatusIn<2>;
/** 300 to 599: whatever is no success, unusual codes such as 556 included. */
export type ErrorStatus = StatusIn<3 | 4 | 5>;
/** The error statuses that `default` stands for beside the declared ones. */
export type ErrorStatusExcept<Declared extends ErrorStatus> = Exclude<ErrorStatus, Declared>;

/** The appliance did what was asked. */
export interface Success<Status extends number, Data> {
  readonly ok: true;
  readonly status: Status;
  readonly data: Data;
  readonly response: Response;
}

/** An error answer that the spec declares: its body is typed. */
export interface Failure<Status extends number, Body> {
  readonly ok: false;
  readonly declared: true;
  readonly status: Status;
  readonly error: Body;
  /** The body as it came. */
  readonly text: string;
  readonly response: Response;
}

/** An error answer that the spec does not name, by status or by media type: a proxy's HTML page, an empty body. */
export interface Undeclared {
  readonly ok: false;
  readonly declared: false;
  readonly status: ErrorStatus;
  readonly error: undefined;
  /** The body as it came. */
  readonly text: string;
  readonly response: Response;
}

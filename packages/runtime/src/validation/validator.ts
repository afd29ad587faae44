/**
 * Looks at what a client sends and at what it is answered. What it throws, the call rejects with.
 *
 * The packages make one from their spec (`@vendor-sdks/<package>/validation`); any other object of this form will do.
 */
export interface Validator {
  /** Before anything is sent: the call's arguments by name, the body under `body`. */
  request?(
    operation: string,
    args: Readonly<Record<string, unknown>>,
    /** Where the spec has the operation, which may call it otherwise. */
    place?: OperationPlace,
  ): void | Promise<void>;
  /** After an answer was read: `data` as the caller is about to get it. Not asked about an answer that the caller reads. */
  response?(
    operation: string,
    status: number,
    mediaType: string,
    data: unknown,
    /** Says it to the client's logger, and lets the call go on. */
    warn: (message: string, error: unknown) => void,
    place?: OperationPlace,
  ): void | Promise<void>;
}

/** What finds an operation in its spec. */
export interface OperationPlace {
  readonly method: string;
  /** The template, as the spec writes it. */
  readonly path: string;
}

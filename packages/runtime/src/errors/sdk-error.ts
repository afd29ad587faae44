/**
 * The root of every error that a client raises; `cause` holds what led to it.
 *
 * What an error shows (message, `toJSON`, inspection) never holds a secret: bodies and responses are getters over
 * private fields, so neither `console.log(error)` nor `JSON.stringify(error)` prints them.
 */
export class SdkError extends Error {
  override readonly name: string = "SdkError";
  /** The service that was called, by its package's short name. */
  declare readonly service: string;

  constructor(service: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? cause : { cause });
    this.service = service;
  }

  toJSON(): object {
    return { ...(this as object), message: this.message };
  }
}

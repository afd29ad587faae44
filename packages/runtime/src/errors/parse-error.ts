import { SdkError } from "./sdk-error.ts";

/** A success whose body is not what the spec declares: a log-in page, broken JSON, nothing at all. */
export class ParseError extends SdkError {
  override readonly name: string = "ParseError";
  declare readonly operation: string;
  declare readonly status: number;
  readonly #response: Response;
  readonly #text: string;

  // The parser's own complaint is no `cause`: it quotes the body.
  constructor(service: string, operation: string, response: Response, text: string, why: string) {
    super(service, `${operation} answered ${response.status}, but ${why}`);
    this.operation = operation;
    this.status = response.status;
    this.#response = response;
    this.#text = text;
  }

  get response(): Response {
    return this.#response;
  }

  /** The body as it came. */
  get text(): string {
    return this.#text;
  }
}

import type { Failure } from "./failures/failure.ts";

/** A parsed OpenAPI 3 document: the JSON import of a spec, or a document type of another library. */
export type OpenApiDocument = Readonly<Record<string, unknown>> | { readonly openapi: string };

/**
 * A parsed document, or where to read one: a path, a `file:` URL or an `http(s):` URL of JSON or YAML. A word without dot and slash is the
 * short name of an installed package: `things` stands for the document of `@vendor-sdks/things`.
 */
export type Spec = OpenApiDocument | string | URL;

/** Something that the mock noticed and that its user may want to know. */
export interface MockReport {
  /**
   * - `simplified`: a part of the document that Prism cannot bear was checked less strictly
   * - `example`: an example of the document contradicts its schema, or none could be made
   * - `fault`: Prism threw while it handled a request; the request was answered 500
   * - `timeout`: Prism did not answer in time; the request was answered 504
   * - `crash`: Prism's process ended by itself
   * - `restart`: Prism's process is back
   * - `stopped`: Prism's process could not be brought back; every request is answered 502 from now on
   */
  readonly kind: "simplified" | "example" | "fault" | "timeout" | "crash" | "restart" | "stopped";
  readonly message: string;
}

export interface MockOptions {
  /** Interface to listen on. Default `127.0.0.1`. */
  readonly host?: string;
  /** Port to listen on. Default `0`: a free one. */
  readonly port?: number;
  /** Path that every request must begin with. Default: the path of the document's first server URL. */
  readonly basePath?: string;
  /** Milliseconds until a request that has no answer is answered 504. Default 10 000. */
  readonly requestTimeout?: number;
  /** Turns a violation of the spec into an error answer instead of the `sl-violations` header alone. Default `false`. */
  readonly errors?: boolean;
  /**
   * Has what one request makes be there for the next: made things are listed and shown until they are ended, as far as the document says by
   * `x-sdk-resource` what its operations do. Default `false`.
   */
  readonly stateful?: boolean;
  /** The number from which ids are counted in stateful mode. Default `1`. */
  readonly seed?: number;
  /** Receives what the mock noticed. Default: one line each on stderr. */
  readonly onReport?: (report: MockReport) => void;
}

/** A request as it arrived, before anything was changed for Prism. */
export interface RecordedRequest {
  /** operationId, or `GET /users/{id}` where it has none; undefined for a request that is not in the document. */
  readonly operation: string | undefined;
  readonly method: string;
  /** The request target exactly as it was sent: base path, escapes and query included. */
  readonly url: string;
  /** The path below the base path, exactly as it was sent, without the query. Begins with `/`. */
  readonly path: string;
  /** Names in lower case; a header that was sent several times is joined as HTTP says. */
  readonly headers: Readonly<Record<string, string>>;
  /** The whole body as UTF-8 text; empty without a body. */
  readonly body: string;
  /** The body as its media type has it: JSON as a value, a form as its fields, a text; undefined for anything else. */
  readonly parsed: unknown;
  /** The whole body as it came. */
  readonly bytes: Uint8Array;
}

/** The recorded requests as a list. */
export interface RecordedRequests extends ReadonlyArray<RecordedRequest> {
  /** Those for an operation, which goes by its operationId or by `GET /users/{id}`. */
  of(operation: string): readonly RecordedRequest[];
  /** Forgets them. */
  clear(): void;
}

/** One disagreement between the traffic and the spec. */
export interface Violation {
  /** `request` or `response`, then the part (`body`, `query`, `path`, `header`), then the place in it. */
  readonly location: readonly string[];
  readonly severity: "Error" | "Warning" | "Information" | "Hint";
  /** The JSON Schema keyword or the status that it is about, such as `required` or `415`. */
  readonly code?: string;
  readonly message: string;
}

/** What `violations` reads: a fetch `Response`, or anything whose headers have `get`. */
export interface HasHeaders {
  readonly headers: { get(name: string): string | null };
}

export interface Mock extends AsyncDisposable {
  /** `http://host:port` */
  readonly origin: string;
  /** Origin and base path: what a client takes for the server's URL. */
  readonly baseUrl: string;
  /** Empty, or `/…` without a slash at the end. */
  readonly basePath: string;
  /** Every request below the base path in the order of arrival, CORS preflights aside. */
  readonly requests: RecordedRequests;
  /** Forgets the recorded requests. */
  clear(): void;
  /**
   * Has an operation fail, which goes by its operationId or by `GET /users/{id}`. Several failures of an operation come one after the
   * other; one without `times` lasts until it is restored or the next is given.
   */
  fail(operation: string, failure: Failure): void;
  /** Ends the failures of an operation, or of all. */
  restore(operation?: string): void;
  /** What Prism had to say against an exchange; empty when it agreed. */
  violations(response: HasHeaders): Violation[];
  /** Ends every connection, the front and Prism. May be called again. */
  close(): Promise<void>;
}

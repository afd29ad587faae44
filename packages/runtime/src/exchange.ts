import type { Core } from "./core.ts";
import type { Held } from "./credentials/held.ts";
import { AbortError } from "./errors/abort-error.ts";
import type { SdkError } from "./errors/sdk-error.ts";
import type { Operation } from "./operation.ts";
import type { CallOptions, SharedOptions } from "./options.ts";

/** Arguments of a call by name: path, query and header parameters, the body under `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

/** What `fetch` takes as a body. Said so, it is known to programs with Node's types as well as to those with the DOM's. */
export type Body = NonNullable<RequestInit["body"]>;

type ErrorClass<E> = new (service: string, message: string, cause?: unknown) => E;

const defaultTotal = 120_000;

/**
 * One request and what comes of it, as it travels through the stages: a flat record, filled step by step, since
 * copies on the way would cost more than all the rest of a call.
 */
export class Exchange {
  declare readonly core: Core;
  declare readonly operation: Operation;
  declare readonly args: Arguments;
  declare readonly options: CallOptions | undefined;
  /** Whether the call has started, so that nothing about it can be said any more. */
  declare begun?: boolean;
  /** Whether the response goes to the caller unread. */
  declare raw?: boolean;

  declare url: string;
  declare method: string;
  declare headers: Headers;
  declare body: Body | undefined;
  /** The credentials on the request. */
  declare held: Held | undefined;

  /** The point of time (`performance.now()`) at which the call has taken too long as a whole. */
  declare readonly deadline: number;
  /** That at which it began; for diagnostics alone. */
  declare began?: number;
  /** Attempts so far; counted for diagnostics alone. */
  declare attempts?: number;
  /** The answer, and its body as it came, once it is read. */
  declare response: Response | undefined;
  text = "";
  /** The body where it is no text: a Blob, or the stream that goes on to the caller. */
  declare content: unknown;

  constructor(core: Core, operation: Operation, args: Arguments, options?: CallOptions) {
    this.core = core;
    this.operation = operation;
    this.args = args;
    this.options = options;
    this.deadline = performance.now() + ((this.setting("totalTimeout") ?? defaultTotal) || Infinity);
  }

  /** An option of the call, or the client's where the call says nothing. */
  setting<Name extends Exclude<keyof SharedOptions, "headers">>(name: Name): SharedOptions[Name] {
    return this.options?.[name] ?? this.core.options()[name];
  }

  /** Where the operation is: the only place that its credentials go to. */
  get base(): string {
    return this.operation.at?.(this.core) ?? this.core.baseUrl;
  }

  get signal(): AbortSignal | undefined {
    return this.options?.signal;
  }

  /** Milliseconds that the call as a whole has left. */
  get left(): number {
    return this.deadline - performance.now();
  }

  /** An error of this call; its message is the operation's name and what happened to it. */
  error<E extends SdkError>(type: ErrorClass<E>, what: string, cause?: unknown): E {
    return new type(this.core.service.name, `${this.operation.id} ${what}`, cause);
  }

  aborted(): AbortError {
    return this.error(AbortError, "was aborted", this.signal?.reason);
  }
}

/** A step of the way to the appliance and back. */
export type Send = (exchange: Exchange) => Promise<Response>;
/** Wraps the next step; built once per client. */
export type Stage = (next: Send) => Send;

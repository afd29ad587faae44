import type { Core } from "./core.ts";
import { AbortError } from "./errors/abort-error.ts";
import type { SdkError } from "./errors/sdk-error.ts";
import type { Operation } from "./operation.ts";
import type { CallOptions, SharedOptions } from "./options.ts";

/** Arguments of a call by name: path, query and header parameters, the body under `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

type ErrorClass<E> = new (service: string, message: string, options?: ErrorOptions) => E;

const defaultTotal = 120_000;

/**
 * One request and what comes of it, as it travels through the stages: a flat record, filled step by step, since
 * copies on the way would cost more than all the rest of a call.
 */
export class Exchange {
  readonly core: Core;
  readonly operation: Operation;
  readonly args: Arguments;
  readonly options: CallOptions | undefined;
  /** Whether the response goes to the caller unread. */
  raw = false;

  url = "";
  method = "";
  headers: Headers = undefined as never;
  body: BodyInit | undefined = undefined;
  /** What no error may quote, whatever the appliance echoes. */
  secrets: readonly string[] | undefined = undefined;

  /** Point of time (`performance.now()`) at which the call as a whole has taken too long. */
  readonly deadline: number;
  /** The body as it came, once it is read. */
  text = "";

  constructor(core: Core, operation: Operation, args: Arguments, options: CallOptions | undefined) {
    this.core = core;
    this.operation = operation;
    this.args = args;
    this.options = options;
    const total = this.setting("totalTimeout") ?? defaultTotal;
    this.deadline = total === 0 ? Infinity : performance.now() + total;
  }

  /** An option of the call, or the client's where the call says nothing. */
  setting<Name extends keyof SharedOptions>(name: Name): SharedOptions[Name] {
    return this.options?.[name] ?? this.core.options[name];
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
    return new type(
      this.core.service.name,
      `${this.operation.id} ${what}`,
      cause === undefined ? undefined : { cause },
    );
  }

  aborted(): AbortError {
    return this.error(AbortError, "was aborted", this.signal?.reason);
  }
}

/** A step of the way to the appliance and back. */
export type Send = (exchange: Exchange) => Promise<Response>;
/** Wraps the next step; built once per client. */
export type Stage = (next: Send) => Send;

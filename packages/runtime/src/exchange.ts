import type { Core } from "./core.ts";
import type { Operation } from "./operation.ts";
import type { CallOptions, ClientOptions } from "./options.ts";

/** Arguments of a call by name: path, query and header parameters, the body under `body`. */
export type Arguments = Readonly<Record<string, unknown>>;

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

  /** Point of time (`performance.now()`) at which the call as a whole has taken too long; 0: not set. */
  deadline = 0;
  /** The body as it came, once it is read. */
  text = "";

  constructor(core: Core, operation: Operation, args: Arguments, options: CallOptions | undefined) {
    this.core = core;
    this.operation = operation;
    this.args = args;
    this.options = options;
  }

  /** The service's name. */
  get service(): string {
    return this.core.service.name;
  }

  /** The client's options, which hold where the call's own say nothing. */
  get defaults(): ClientOptions {
    return this.core.options;
  }

  get signal(): AbortSignal | undefined {
    return this.options?.signal;
  }

  // openapi-fetch copies what it was given beside the request onto the request, unless it is there already.
  get exchange(): this {
    return this;
  }
}

/** A step of the way to the appliance and back. */
export type Send = (exchange: Exchange) => Promise<Response>;
/** Wraps the next step; built once per client. */
export type Stage = (next: Send) => Send;

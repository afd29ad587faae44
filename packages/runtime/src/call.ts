import { readAnswer } from "./answer.ts";
import type { Core } from "./core.ts";
import { ApiError } from "./errors/api-error.ts";
import { type Arguments, Exchange } from "./exchange.ts";
import type { Operation } from "./operation.ts";
import type { CallOptions } from "./options.ts";

/**
 * What a method returns: a promise of the data, and other ways to take the same answer.
 *
 * - It starts by itself, in the microtask after the call, whether or not anybody awaits it.
 * - It is one request (retries, redirects and a renewed sign-in included), however often it is awaited.
 * - Awaited, an error status is an `ApiError`; `result()` gives it as a value instead.
 */
export interface Call<Data, Result> extends Promise<Data> {
  /** The data beside the response it came in (whose body has been read). */
  withResponse(): Promise<{ data: Data; response: Response }>;
  /**
   * The response as it came, any status, its body unread; from its headers on no time limit holds but the caller's signal.
   * Must be the only use of the call, and be asked for in the same turn.
   */
  asResponse(): Promise<Response>;
  /** Success or failure as a value. Rejects only where there is no answer to trust: connection, timeout, abort, sign-in, a success that cannot be read. */
  result(): Promise<Result>;
}

// One error for both sides: it is the same rule that is broken, only who comes second differs.
function notAlone(): Promise<never> {
  return Promise.reject(new TypeError("asResponse() must be the only use of a call, in its turn; see withResponse()"));
}

export class OperationCall<Data, Result> implements Call<Data, Result> {
  readonly #exchange: Exchange;
  readonly #data: Promise<Data>;
  #started = false;
  #used = false;

  constructor(core: Core, operation: Operation, args: object | undefined, options: CallOptions | undefined) {
    // The copy is shallow: the body is serialised once, at the start.
    this.#exchange = new Exchange(core, operation, { ...args }, options);
    const data = this.#run(core);
    this.#data = core.observer.watch?.(this.#exchange, data) ?? data;
  }

  async #run(core: Core): Promise<Data> {
    await Promise.resolve(); // what is said in the turn of the call (`asResponse()`, an abort) still counts
    this.#started = true;
    const exchange = this.#exchange;
    const { explain, validate } = core.observer;
    try {
      if (exchange.signal?.aborted === true) throw exchange.aborted();
      if (validate !== undefined) await validate(exchange);
      const response = await core.request(exchange);
      exchange.response = response;
      if (exchange.raw) return undefined as Data;
      const data = readAnswer(exchange, response);
      if (validate !== undefined) await validate(exchange, response, data);
      return data as Data;
    } catch (error) {
      if (error instanceof ApiError && error.declared) await validate?.(exchange, error.response, error.body);
      explain?.(exchange, error);
      throw error;
    }
  }

  /** The arguments, open to change until the call starts. */
  protected get startable(): Record<string, unknown> | undefined {
    return this.#started ? undefined : this.#exchange.args;
  }

  protected get args(): Arguments {
    return this.#exchange.args;
  }

  /** Marks the call as listened to: whoever walks it will be told of its failure. */
  protected listen(): void {
    this.#use().catch(() => undefined);
  }

  #use(): Promise<Data> {
    if (this.#exchange.raw) return notAlone();
    this.#used = true;
    return this.#data;
  }

  // The awaiting function's own resolvers go to the inner promise as they are: so stack traces name that function.
  then<A = Data, B = never>(
    onData?: ((data: Data) => A | PromiseLike<A>) | null,
    onError?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#use().then(onData, onError);
  }

  catch<B = never>(onError?: ((error: unknown) => B | PromiseLike<B>) | null): Promise<Data | B> {
    return this.#use().catch(onError);
  }

  finally(onSettled?: (() => void) | null): Promise<Data> {
    return this.#use().finally(onSettled);
  }

  withResponse(): Promise<{ data: Data; response: Response }> {
    return this.#use().then((data) => ({ data, response: this.#exchange.response! }));
  }

  asResponse(): Promise<Response> {
    if (this.#started || this.#used || this.#exchange.raw) return notAlone();
    this.#exchange.raw = true;
    return this.#data.then(() => this.#exchange.response!);
  }

  result(): Promise<Result> {
    return this.#use().then(
      (data) => {
        const response = this.#exchange.response!;
        return { ok: true, status: response.status, data, response } as Result;
      },
      (error: unknown) => {
        if (error instanceof ApiError && this.#exchange.response !== undefined) return error.result as Result;
        throw error;
      },
    );
  }

  get [Symbol.toStringTag](): string {
    return "Promise";
  }
}

/** Calls an operation; what the emitted functions do. */
export function call<Data, Result>(
  core: Core,
  operation: Operation,
  args: object | undefined,
  options: CallOptions | undefined,
): Call<Data, Result> {
  return new OperationCall<Data, Result>(core, operation, args, options);
}

import { readAnswer } from "./answer.ts";
import type { Core } from "./core.ts";
import { ApiError } from "./errors/api-error.ts";
import { Exchange, type Send } from "./exchange.ts";
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
  return Promise.reject(new TypeError("asResponse() must be the only use of a call; see withResponse()"));
}

/** Sends the request of an exchange, and reads what came. */
export async function answered<Data>(exchange: Exchange, request: Send): Promise<Data> {
  await Promise.resolve(); // what is said in the turn of the call (`asResponse()`, an abort) still counts
  exchange.begun = true;
  if (exchange.signal?.aborted) throw exchange.aborted();
  const response = (exchange.response = await request(exchange));
  return (exchange.raw ? undefined : readAnswer(exchange, response)) as Data;
}

/**
 * Functions around one promise, and no promise itself: what inspects a settled one is shown data, which may be secret. All
 * else that promises can do comes of `then`.
 */
export function start<Data, Result>(exchange: Exchange): Call<Data, Result> {
  const { request, observer } = exchange.core;
  let used = false;

  const data = (observer.answered ?? answered)<Data>(exchange, request);
  const use = (): Promise<Data> => {
    used = true;
    return exchange.raw ? notAlone() : data;
  };

  return {
    __proto__: Promise.prototype,
    // The awaiting function's own resolvers go to the inner promise as they are: so stack traces name that function.
    then: (onData: never, onError: never) => use().then(onData, onError),
    withResponse: () => use().then((data) => ({ data, response: exchange.response! })),
    asResponse() {
      if (exchange.begun || used) {
        // Heard all the same: its own failure would be a second one.
        data.catch(() => undefined);
        return notAlone();
      }
      used = exchange.raw = true;
      return data.then(() => exchange.response!);
    },
    result: () =>
      use().then(
        (data) => {
          const { response } = exchange;
          return { ok: true, status: response!.status, data, response } as Result;
        },
        (error: unknown) => {
          if (error instanceof ApiError && exchange.response) return error.result as Result;
          throw error;
        },
      ),
  } as object as Call<Data, Result>;
}

/** Calls an operation; what the emitted functions do. */
export function call<Data, Result>(
  core: Core,
  operation: Operation,
  args: object | undefined,
  options: CallOptions | undefined,
): Call<Data, Result> {
  // The copy is shallow: the body is serialised once, at the start.
  return start(new Exchange(core, operation, { ...args }, options));
}

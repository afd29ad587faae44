import { answered } from "./call.ts";
import { ApiError } from "./errors/api-error.ts";
import type { Exchange, Send } from "./exchange.ts";
import type { Observer } from "./observer.ts";
import { waitFor } from "./wait-for.ts";

/** `answered`, with the arguments and the answer looked at, and the error explained. What looks brings it along. */
export function observed<Data>(exchange: Exchange, request: Send, step?: boolean): Promise<Data> {
  const { explain, validate, watch } = exchange.core.observer;
  const answer = validate && !step ? validated<Data>(exchange, request, validate) : answered<Data>(exchange, request);
  const explained = answer.catch((error: unknown) => {
    explain?.(exchange, error);
    throw error;
  });
  return watch?.(exchange, explained, step) ?? explained;
}

async function validated<Data>(
  exchange: Exchange,
  request: Send,
  validate: NonNullable<Observer["validate"]>,
): Promise<Data> {
  // A validator of one's own may wait for whatever it likes; the call's signal and total timeout hold all the same.
  const look: typeof validate = (...what) => waitFor(validate(...what), exchange);
  try {
    const data = await answered<Data>(exchange, async () => {
      await look(exchange);
      return request(exchange);
    });
    if (!exchange.raw) await look(exchange, exchange.response, data);
    return data;
  } catch (error) {
    if (error instanceof ApiError && error.declared) await look(exchange, error.response, error.body);
    throw error;
  }
}

import { ApiError } from "../errors/api-error.ts";
import { ParseError } from "../errors/parse-error.ts";
import type { Exchange } from "../exchange.ts";
import { mediaTypeOf } from "../media-type.ts";
import type { Operation } from "../operation.ts";
import type { Log } from "./log.ts";
import { type Mask, maskOf, redactBody, redactHeaders, redactUrl } from "./redact.ts";
import type { Secrecy } from "./secrets.ts";

/** Where the appliance does not keep to its spec. */
export function deviationOf({ operation, response, raw }: Exchange, error: unknown): string | undefined {
  if (error instanceof ParseError) return error.message;
  const isAnswer = error === undefined || error instanceof ApiError;
  if (response === undefined || raw || !isAnswer) return undefined;
  const undeclared =
    error instanceof ApiError ? !error.declared : !isDeclaredSuccess(operation.responses, response.status);
  if (!undeclared) return undefined;
  const type = error === undefined ? "" : ` with ${mediaTypeOf(response) || "no content type"}`;
  return `${operation.id} answered ${response.status}${type}, which the spec does not declare`;
}

/** Where a spec names no success, `default` stands for all. */
function isDeclaredSuccess(responses: Operation["responses"], status: number): boolean {
  const successes = Object.keys(responses).filter((each) => each.startsWith("2"));
  return successes.length === 0 || successes.includes(String(status)) || successes.includes("2XX");
}

/** Milliseconds since a call has begun. */
export function durationOf({ began = 0 }: Exchange): number {
  return performance.now() - began;
}

/** One line, with headers and bodies as details. */
export function logCall(
  log: Log,
  secrecy: Secrecy,
  exchange: Exchange,
  error: unknown,
  step: boolean | undefined,
): void {
  const mask = lazily(() => maskOf(exchange, secrecy));
  const details = step === true ? undefined : (): object => detailsOf(exchange, secrecy, mask());
  log("debug", () => lineOf(exchange, secrecy, mask(), error), details);
}

function lineOf(exchange: Exchange, secrecy: Secrecy, mask: Mask, error: unknown): string {
  const { operation, response, attempts = 0 } = exchange;
  // A call that is refused before it is sent has none.
  const sent = exchange.url as string | undefined;
  const url = sent === undefined ? operation.path : redactUrl(sent, secrecy, mask);
  const cameTo = response === undefined ? "failed" : `answered ${response.status}`;
  const took = `${Math.round(durationOf(exchange))} ms, ${attempts} attempt${attempts === 1 ? "" : "s"}`;
  // An error status needs no further words; a call that was aborted while it waited to try again does.
  const isAnswer = response !== undefined && error instanceof ApiError;
  const why = error instanceof Error && !isAnswer ? `: ${error.name}: ${mask(error.message)}` : "";
  return `${operation.id} (${operation.method} ${url}) ${cameTo} after ${took}${why}`;
}

function detailsOf(exchange: Exchange, secrecy: Secrecy, mask: Mask): object {
  const { response } = exchange;
  const part = (headers: Headers, body: unknown): object => ({
    headers: redactHeaders(headers, secrecy, mask),
    body: redactBody(body, mediaTypeOf({ headers }), secrecy, mask),
  });
  // Arguments that are refused make no request.
  const request = (exchange.headers as Headers | undefined) && part(exchange.headers, exchange.body);
  return { request, response: response && part(response.headers, exchange.content ?? exchange.text) };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

import { ApiError } from "./errors/api-error.ts";
import { ParseError } from "./errors/parse-error.ts";
import { SdkError } from "./errors/sdk-error.ts";
import type { Exchange } from "./exchange.ts";
import { isJson, isText, mediaTypeOf } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import type { ErrorStatus, Failure, Undeclared } from "./result.ts";

const unreadable: unique symbol = Symbol("unreadable");

/**
 * The data of the answer, read as the spec declares it. Throws an ApiError for an error status, a ParseError where a
 * success is not what it should be.
 */
export function readAnswer(exchange: Exchange, response: Response): unknown {
  const { core, operation, text } = exchange;
  const declared = declaredFor(operation, response.status);
  if (response.ok) {
    // No content declared: what came is not looked at.
    if (declared === null || declared === undefined) return undefined;
    const data = read(exchange, response, declared);
    if (data !== unreadable) return data;
    const why = `without a valid body of the type ${String(declared)}`;
    throw new ParseError(core.service.name, operation.id, response, text, why);
  }
  let error: unknown = unreadable;
  if (text !== "" && declared !== undefined) error = read(exchange, response, declared ?? mediaTypeOf(response));
  else if (declared === null) error = undefined;
  const isDeclared = error !== unreadable;
  const result = {
    ok: false,
    declared: isDeclared,
    status: response.status as ErrorStatus,
    error: isDeclared ? error : undefined,
    text,
    response,
  } as Failure<ErrorStatus, unknown> | Undeclared;
  throw new ApiError(core.service.name, operation.id, result);
}

/**
 * The body as one of the declared media types. For JSON a missing content type or a sloppy text/plain will do; HTML
 * never does, be it called text.
 */
function read(exchange: Exchange, response: Response, declared: string | readonly string[]): unknown {
  const { operation, text } = exchange;
  const own = operation.reader?.data(exchange, response);
  if (own !== undefined) return own;
  const types = [declared].flat();
  const actual = mediaTypeOf(response);
  const sloppy = actual === "" || actual === "text/plain";
  if (types.some(isJson) && (sloppy || isJson(actual))) {
    try {
      // In errors nobody counts on integers, but on what went wrong.
      const { numbers } = operation;
      return response.ok && numbers !== undefined ? numbers.parse(text, exchange, response) : JSON.parse(text);
    } catch (error) {
      if (error instanceof SdkError) throw error;
      // it may still be the text that is declared beside JSON
    }
  }
  const isRead = types.some((type) => !isJson(type) && (type === actual || (sloppy && isText(type))));
  return isRead ? text : unreadable;
}

/**
 * What is declared for a status: its own entry or that of its hundred. Any other success is read as the nearest one that is
 * declared; `default` stands for the rest.
 */
export function declaredFor({ responses }: Operation, status: number): Operation["responses"][string] | undefined {
  const own = ownEntry(responses, status);
  const nearest = own ?? (status < 300 ? Object.keys(responses).find((each) => each.startsWith("2")) : undefined);
  return responses[nearest ?? "default"];
}

/** The key of the entry that names a status or its hundred. */
export function ownEntry(responses: Operation["responses"], status: number): string | undefined {
  return [`${status}`, `${Math.trunc(status / 100)}XX`].find((key) => responses[key] !== undefined);
}

import { ApiError } from "./errors/api-error.ts";
import { ParseError } from "./errors/parse-error.ts";
import { SdkError } from "./errors/sdk-error.ts";
import type { Exchange } from "./exchange.ts";
import { isJson, mediaTypeOf } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import type { ErrorStatus, Failure, Undeclared } from "./result.ts";

/**
 * The data of the answer, read as the spec declares it. Throws an ApiError for an error status, a ParseError where a
 * success is not what it should be.
 */
export function readAnswer(exchange: Exchange, response: Response): unknown {
  const { core, operation, text } = exchange;
  const { ok, status } = response;
  const declared = declaredFor(operation, status);
  // No content declared: what came is not looked at.
  if (ok && !declared) return undefined;
  // Of an error that is declared without content the body is read as what it is.
  const isNone = declared === null;
  const types = isNone ? mediaTypeOf(response) : declared;
  const found =
    types !== undefined && (ok || text) ? read(exchange, response, types) : isNone ? [undefined] : undefined;
  if (!ok) {
    const result = { ok, declared: found !== undefined, status, error: found?.[0], text, response };
    throw new ApiError(core.service.name, operation.id, result as Failure<ErrorStatus, unknown> | Undeclared);
  }
  if (found === undefined) {
    throw new ParseError(core.service.name, operation.id, response, text, "without a valid body");
  }
  return found[0];
}

/**
 * The body as one of the declared media types; undefined where it is none of them. For JSON a missing content type or a
 * sloppy text/plain will do; HTML never does, be it called text.
 */
function read(exchange: Exchange, response: Response, declared: string | readonly string[]): [unknown] | undefined {
  const { operation, text } = exchange;
  const { numbers, reader } = operation;
  const own = reader?.data?.(exchange, response);
  if (own !== undefined) return [own];
  const types = typeof declared === "string" ? [declared] : declared;
  const actual = mediaTypeOf(response);
  const sloppy = actual === "" || actual === "text/plain";
  if (types.some(isJson) && (sloppy || isJson(actual))) {
    try {
      return [numbers ? numbers.parse(text, exchange, response) : JSON.parse(text)];
    } catch (error) {
      // An integer that cannot be held does not hide what went wrong: the error keeps its text, where each digit is.
      if (response.ok && error instanceof SdkError) throw error;
      // it may still be the text that is declared beside JSON
    }
  }
  return types.some((type) => !isJson(type) && (type === actual || (sloppy && type.startsWith("text/"))))
    ? [text]
    : undefined;
}

/**
 * What is declared for a status: its own entry or that of its hundred. Any other success is read as the nearest one that is
 * declared; `default` stands for the rest.
 */
export function declaredFor({ responses }: Operation, status: number): Operation["responses"][string] | undefined {
  // The usual case makes no garbage.
  if (status in responses) return responses[status];
  const nearest = Object.keys(responses).find((each) => status < 300 && each.startsWith("2"));
  return responses[[`${String(status)[0]}XX`, nearest!, "default"].find((key) => key in responses)!];
}

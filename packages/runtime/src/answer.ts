import { ApiError } from "./errors/api-error.ts";
import { ParseError } from "./errors/parse-error.ts";
import type { Exchange } from "./exchange.ts";
import { isJson, isText, mediaTypeOf } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import type { ErrorStatus } from "./result.ts";

type Declared = string | readonly string[] | null | undefined;

/** The data of the answer, read as the spec declares it. Throws an ApiError for an error status, a ParseError where a success is not what it should be. */
export function readAnswer(exchange: Exchange, response: Response): unknown {
  return response.ok ? readSuccess(exchange, response) : refuse(exchange, response);
}

// - a declared status is read as its entry, any other as the nearest declared success (and logged: the spec is wrong there)
// - no content declared: what came is not looked at
// - JSON declared: a JSON content type, a missing one or a sloppy text/plain will do; HTML never does
function readSuccess(exchange: Exchange, response: Response): unknown {
  const { operation, service, text } = exchange;
  let declared = declaredFor(operation, response.status);
  if (declared === undefined) {
    declared = nearestSuccess(operation);
    if (declared !== operation.responses["default"]) {
      exchange.defaults.logger?.warn?.(`${operation.id} answered ${response.status}, which the spec does not declare`);
    }
  }
  if (declared === null || declared === undefined) return undefined;
  const actual = mediaTypeOf(response);
  const fail = (why: string, cause?: unknown): never => {
    throw new ParseError(service, operation.id, response, text, why, cause === undefined ? undefined : { cause });
  };
  if (text === "" && !accepts(declared, isText)) return fail("without a body");
  if (accepts(declared, isJson) && (isJson(actual) || actual === "" || actual === "text/plain")) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!accepts(declared, isText)) return fail("its body is not valid JSON", error);
    }
  }
  return accepts(declared, isText) && (isText(actual) || actual === "")
    ? text
    : fail(`not with ${String(declared)} as declared`);
}

function refuse(exchange: Exchange, response: Response): never {
  const { operation, service, text } = exchange;
  const status = response.status as ErrorStatus;
  const declared = declaredFor(operation, status);
  const error = declared === undefined ? unread : readError(declared, text, mediaTypeOf(response));
  const result =
    error === unread
      ? ({ ok: false, declared: false, status, error: undefined, text, response } as const)
      : ({ ok: false, declared: true, status, error, text, response } as const);
  throw new ApiError(service, operation.id, result);
}

const unread: unique symbol = Symbol("unread");

function readError(declared: string | readonly string[] | null, text: string, actual: string): unknown {
  const known =
    declared === null || (text !== "" && accepts(declared, (type) => type === actual || sameKind(type, actual)));
  if (!known) return unread;
  if (!isJson(actual)) return text === "" ? undefined : text;
  try {
    return JSON.parse(text);
  } catch {
    return unread; // broken JSON is no declared answer; its text stays readable
  }
}

function sameKind(one: string, other: string): boolean {
  return isJson(one) && isJson(other);
}

function accepts(declared: string | readonly string[], test: (mediaType: string) => boolean): boolean {
  return typeof declared === "string" ? test(declared) : declared.some(test);
}

// `default` stands for the errors wherever a success is declared beside it.
function declaredFor({ responses }: Operation, status: number): Declared {
  const exact = responses[status];
  if (exact !== undefined) return exact;
  const range = responses[`${Math.trunc(status / 100)}XX`];
  return range === undefined && status >= 300 ? responses["default"] : range;
}

function nearestSuccess({ responses }: Operation): Declared {
  for (const status in responses) if (status.startsWith("2")) return responses[status];
  return responses["default"];
}

import { ApiError } from "./errors/api-error.ts";
import { ParseError } from "./errors/parse-error.ts";
import { PrecisionError } from "./errors/precision-error.ts";
import type { Exchange } from "./exchange.ts";
import { isJson, isText, mediaTypeOf } from "./media-type.ts";
import type { Operation } from "./operation.ts";
import type { ErrorStatus } from "./result.ts";

/**
 * The data of the answer, read as the spec declares it. Throws an ApiError for an error status, a ParseError where a
 * success is not what it should be.
 */
export function readAnswer(exchange: Exchange, response: Response): unknown {
  return response.ok ? readSuccess(exchange, response) : refuse(exchange, response);
}

// - a declared status is read as its entry, any other as the nearest declared success
// - no content declared: what came is not looked at
function readSuccess(exchange: Exchange, response: Response): unknown {
  const { core, operation, text, secrets } = exchange;
  const { status } = response;
  const declared = declaredFor(operation, status);
  if (declared === null || declared === undefined) return undefined;
  const parse = (json: string): unknown =>
    operation.numbers === undefined
      ? JSON.parse(json)
      : operation.numbers.parse(json, (why) => {
          throw new PrecisionError(core.service.name, operation.id, response, text, why);
        });
  const data = operation.reader?.data(exchange, response) ?? read(declared, text, mediaTypeOf(response), parse);
  if (data !== unreadable) return data;
  const why = `without a valid body of the type ${String(declared)}${excerptOf(text, mediaTypeOf(response), secrets)}`;
  throw new ParseError(core.service.name, operation.id, response, text, why);
}

/** What a page says that came instead of what was declared. Nothing else is quoted, since it may hold what is secret. */
function excerptOf(text: string, actual: string, secrets: readonly string[] = []): string {
  if (actual !== "text/html" || !text.trimStart().startsWith("<") || secrets.some((secret) => text.includes(secret)))
    return "";
  // Of a page as long as a book, the rest is not even looked at.
  const words = text
    .slice(0, 5_000)
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>|\s+/g, " ")
    .replace(/ {2,}/g, " ");
  return `, but a page: "${words.trim().slice(0, 80)}"`;
}

function refuse(exchange: Exchange, response: Response): never {
  const { core, operation, text, secrets } = exchange;
  const status = response.status as ErrorStatus;
  const actual = mediaTypeOf(response);
  const declared = declaredFor(operation, status);
  let error: unknown = unreadable;
  if (text !== "" && declared !== undefined) {
    error = operation.reader?.data(exchange, response) ?? read(declared ?? actual, text, actual);
  } else if (declared === null) error = undefined;
  const result =
    error === unreadable
      ? ({ ok: false, declared: false, status, error: undefined, text, response } as const)
      : ({ ok: false, declared: true, status, error, text, response } as const);
  throw new ApiError(core.service.name, operation.id, result, secrets, rightsIn(exchange, status));
}

/** Of a refusal for want of rights: what the call was sent with, and which scopes or roles the spec names. */
function rightsIn({ operation: { security }, kind, met }: Exchange, status: number): string {
  if (!security?.length || (status !== 401 && status !== 403)) return "";
  const wanted = (met ? [met] : security).flatMap((each) => Object.values(each).flat());
  const asked = wanted.length > 0 ? `; the spec asks for ${[...new Set(wanted)].join(", ")}` : "";
  return ` (credentials: ${kind ?? "none"}${asked})`;
}

/** Whether a success is one that the spec names; where it names none, `default` stands for all. */
export function isDeclaredSuccess(operation: Operation, status: number): boolean {
  return keyFor(operation, status) !== undefined || nearestSuccess(operation) === "default";
}

const unreadable: unique symbol = Symbol("unreadable");

/**
 * The body as one of the declared media types. For JSON a missing content type or a sloppy text/plain will do; HTML
 * never does, be it called text.
 */
function read(
  declared: string | readonly string[],
  text: string,
  actual: string,
  parse: (json: string) => unknown = JSON.parse,
): unknown {
  const types = typeof declared === "string" ? [declared] : declared;
  const sloppy = actual === "" || actual === "text/plain";
  if (types.some(isJson) && (sloppy || isJson(actual))) {
    try {
      return parse(text);
    } catch (error) {
      if (error instanceof PrecisionError) throw error;
      // it may still be the text that is declared beside JSON
    }
  }
  return types.some((type) => (isJson(type) ? false : type === actual || (sloppy && isText(type)))) ? text : unreadable;
}

/** What is declared for a status: a success has at least that of the nearest one. */
function declaredFor(operation: Operation, status: number): Operation["responses"][string] | undefined {
  return operation.responses[keyFor(operation, status) ?? (status < 300 ? nearestSuccess(operation) : "")];
}

/** The media types that are declared for a status. */
export function declaredTypes(operation: Operation, status: number): readonly string[] {
  return [declaredFor(operation, status) ?? []].flat();
}

/** The entry that declares a status. `default` stands for the errors wherever a success is declared beside it. */
function keyFor({ responses }: Operation, status: number): string | undefined {
  const keys = [`${status}`, `${Math.trunc(status / 100)}XX`, status < 300 ? "" : "default"];
  return keys.find((key) => responses[key] !== undefined);
}

function nearestSuccess({ responses }: Operation): string {
  return Object.keys(responses).find((status) => status.startsWith("2")) ?? "default";
}

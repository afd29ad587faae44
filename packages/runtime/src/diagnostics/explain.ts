import { declaredFor } from "../answer.ts";
import { AbortError } from "../errors/abort-error.ts";
import { ApiError } from "../errors/api-error.ts";
import { ConnectionError } from "../errors/connection-error.ts";
import { ParseError } from "../errors/parse-error.ts";
import { PrecisionError } from "../errors/precision-error.ts";
import { SdkError } from "../errors/sdk-error.ts";
import { TimeoutError } from "../errors/timeout-error.ts";
import type { Exchange } from "../exchange.ts";
import { mediaTypeOf } from "../media-type.ts";
import { at } from "../pointer.ts";
import { timeoutOf } from "../stages/attempt.ts";
import { metBy } from "../credentials/held.ts";
import { hideInside, reasonFor } from "./reason.ts";
import { maskOf } from "./redact.ts";
import { type Secrecy, secretsOf } from "./secrets.ts";

/** An error that is told in more than this has no words for people. */
const longestParsed = 100_000;

const explained = new WeakSet<SdkError>();

/** Adds to an error's message what is known of its reason, once; and names in its stack whoever awaits the call. */
export function explain(exchange: Exchange, error: unknown, secrecy: Secrecy): void {
  if (!(error instanceof SdkError)) return;
  // What a call was aborted with is the caller's own.
  if (error.cause !== undefined && !(error instanceof AbortError)) hideInside(error.cause, maskOf(exchange, secrecy));
  if (!explained.has(error)) error.message += remarkOn(exchange, error, secrecy);
  explained.add(error);
  retakeStack(error);
}

function remarkOn(exchange: Exchange, error: SdkError, secrecy: Secrecy): string {
  const { cause } = error;
  if (error instanceof ApiError)
    return wordsIn(bodyOf(error as ApiError), exchange, secrecy) + rightsIn(exchange, (error as ApiError).status);
  if (error instanceof PrecisionError) return shapeOf(error) + digitsIn(error);
  if (error instanceof ParseError)
    return wantedOf(error, exchange) + shapeOf(error) + excerptOf(error, exchange, secrecy);
  if (error instanceof ConnectionError) return cause === undefined ? strayed(error) : `: ${reasonFor(cause)}`;
  if (error instanceof TimeoutError && cause !== undefined) return ` within ${limitOf(exchange)}`;
  if (error.message.endsWith(`takes no credentials of the kind ${exchange.held?.kind.name}`))
    return `, but ${taken(exchange)}`;
  return cause instanceof URIError ? ", since an argument holds half of a surrogate pair" : "";
}

/** What is no failure of the transport is a redirect. */
function strayed({ message }: ConnectionError): string {
  const hidden = message.endsWith("to no http address") ? ", or to one that a browser does not tell" : "";
  return `${hidden}; check the client's base URL`;
}

/** The schemes that an operation can be called with, one alternative after the other. */
function taken({ operation: { security = [] } }: Exchange): string {
  return security.map((each) => Object.keys(each).join(" + ")).join(" or ");
}

/** Which of the two limits an attempt came to. */
function limitOf(exchange: Exchange): string {
  return exchange.left > 0 ? `${timeoutOf(exchange)} ms` : "its total timeout";
}

/** Of a body that is none of the declared types: which ones those are. */
function wantedOf({ message, status }: ParseError, { operation }: Exchange): string {
  return message.endsWith("a valid body") ? ` of the type ${String(declaredFor(operation, status))}` : "";
}

function shapeOf({ response, text }: ParseError): string {
  return ` (content type ${response.headers.get("content-type") ?? "missing"}, ${text.length} characters)`;
}

/** Whether a text quotes a secret of the call, should the appliance echo it. */
function holdsSecret(text: string, exchange: Exchange, secrecy: Secrecy): boolean {
  return secretsOf(exchange, secrecy).some((secret) => text.includes(secret));
}

/** An error that the spec does not declare has no body, but may well say why in the same way as others. */
function bodyOf({ declared, body, text }: ApiError): unknown {
  if (declared || !text.startsWith("{") || text.length > longestParsed) return body;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // it only began like JSON
  }
}

/** The appliance's own words, where its error body has them in one of the usual places and they quote no secret. */
function wordsIn(body: unknown, exchange: Exchange, secrecy: Secrecy): string {
  // OAuth2 has a code, and perhaps a description.
  const code = at(body, "/error");
  const described = [code, at(body, "/error_description")].filter((part) => typeof part === "string").join(": ");
  const words = at(body, "/message") ?? at(body, "/error/message") ?? described;
  const quotable = typeof words === "string" && words !== "" && !holdsSecret(words, exchange, secrecy);
  return quotable ? `: ${onOneLine(words.slice(0, 300))}` : "";
}

/** Of a refusal for want of rights: what the call was sent with, and which scopes or roles the spec names. */
function rightsIn({ operation: { security }, held }: Exchange, status: number): string {
  if (!security?.length || (status !== 401 && status !== 403)) return "";
  const met = held && metBy(held, security);
  const wanted = (met ? [met] : security).flatMap((each) => Object.values(each).flat());
  const asked = wanted.length > 0 ? `; the spec asks for ${[...new Set(wanted)].join(", ")}` : "";
  return ` (credentials: ${held?.kind.name ?? "none"}${asked})`;
}

/** What a page says that came instead of what was declared. Nothing else is quoted, since it may hold what is secret. */
function excerptOf({ text, response }: ParseError, exchange: Exchange, secrecy: Secrecy): string {
  if (
    mediaTypeOf(response) !== "text/html" ||
    !text.trimStart().startsWith("<") ||
    holdsSecret(text, exchange, secrecy)
  )
    return "";
  // Of a page as long as a book, the rest is not even looked at.
  const words = onOneLine(text.slice(0, 5_000).replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/g, " "));
  return `: it is a page, "${words.slice(0, 80)}"`;
}

/** Words of others cannot begin a line of their own in a log, nor speak to the terminal that shows it. */
function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ").trim();
}

/** The refused integer as it stands in the answer, where the platform tells; of a body in pieces it is not looked for. */
function digitsIn({ text, pointer }: PrecisionError): string {
  const exact = (_: string, value: unknown, context?: { source?: string }): unknown =>
    typeof value === "number" ? (context?.source ?? "") : value;
  try {
    const digits = at(JSON.parse(text, exact), pointer);
    return typeof digits === "string" && digits !== "" ? `: ${digits}` : "";
  } catch {
    return "";
  }
}

// Of a stack V8 keeps ten frames. Taken from here they name the function that awaits; taken where an error arises they
// may hold nothing but stages and middleware.
function retakeStack(error: SdkError): void {
  (Error as { captureStackTrace?: (error: Error) => void }).captureStackTrace?.(error);
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { sendChosen } from "../answers/answer.ts";
import { chooseAnswer } from "../answers/choose.ts";
import { corsHeaders } from "../cors.ts";
import type { JsonObject } from "../json.ts";
import type { MockOperation } from "../operations.ts";
import type { Failure } from "./failure.ts";

export interface Failing {
  readonly document: JsonObject;
  readonly operation: MockOperation;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** Gives the request so many milliseconds more. */
  readonly prolong: (milliseconds: number) => void;
  readonly signal: AbortSignal;
}

/** Does to a request what the failure says; false where the usual answer is to follow. */
export async function failRequest(failing: Failing, failure: Failure): Promise<boolean> {
  const { request, response, signal } = failing;
  const { status, headers, body, delay, reset } = failure;
  if (delay !== undefined) {
    failing.prolong(delay);
    await sleep(delay, undefined, { signal });
  }
  if (reset === true) {
    request.socket.resetAndDestroy();
    return true;
  }
  if (status === undefined && headers === undefined && body === undefined) return false;
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  if (body === undefined) sendDeclared(failing, status ?? 500);
  else sendGiven(failing, status ?? 500, body);
  return true;
}

function sendDeclared({ document, operation, request, response }: Failing, status: number): void {
  const wishes = { prefer: `code=${status}`, accept: request.headers.accept };
  const chosen = chooseAnswer(document, operation, wishes);
  if ("response" in chosen && (chosen.mediaType === undefined || chosen.value !== undefined))
    return sendChosen({ document, request, response }, chosen, []);
  sendChosen(
    { document, request, response },
    { status, response: {}, mediaType: undefined, media: {}, value: undefined },
    [],
  );
}

function sendGiven({ request, response }: Failing, status: number, body: unknown): void {
  const isJson = typeof body !== "string" && !(body instanceof Uint8Array);
  const bytes = Buffer.from(isJson ? JSON.stringify(body) : body);
  const usual = isJson ? "application/json" : typeof body === "string" ? "text/plain" : "application/octet-stream";
  if (!response.hasHeader("content-type")) response.setHeader("content-type", usual);
  const isEmpty = status === 204 || status === 304;
  if (!isEmpty) response.setHeader("content-length", bytes.byteLength);
  const names = response.getHeaderNames().flatMap((name) => [name, String(response.getHeader(name))]);
  const cors = corsHeaders(request.headers.origin, names);
  for (let i = 0; i + 1 < cors.length; i += 2) response.setHeader(cors[i] ?? "", cors[i + 1] ?? "");
  response.writeHead(status).end(isEmpty || request.method === "HEAD" ? undefined : bytes);
}

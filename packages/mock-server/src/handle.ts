import type { Agent, IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { unlessAborted } from "./abort.ts";
import type { Backend } from "./backend.ts";
import { belowBasePath, outsideBasePath, partsOf, type Target } from "./base-path.ts";
import { readBody } from "./body.ts";
import { answerPreflight, isPreflight } from "./cors.ts";
import { failRequest } from "./failures/fail-request.ts";
import type { Failures } from "./failures/failures.ts";
import { forward } from "./forward.ts";
import { toRecord } from "./headers.ts";
import { checkJsonBody } from "./json-body.ts";
import type { JsonObject } from "./json.ts";
import { labelOf } from "./named-operation.ts";
import type { MockOperation, Route, Router } from "./operations.ts";
import { checkEscapes, prismTarget } from "./path.ts";
import { refusePage, sendProblem, type Problem } from "./problem.ts";
import type { Sent } from "./requests/parameters.ts";
import { parseBody } from "./record/parse-body.ts";
import type { MockReport, RecordedRequest } from "./types.ts";

/** What every request of a front shares. */
export interface FrontContext {
  readonly backend: Backend;
  readonly agent: Agent;
  readonly basePath: string;
  readonly baseUrl: string;
  readonly requestTimeout: number;
  readonly record: (request: RecordedRequest) => void;
  readonly onReport: (report: MockReport) => void;
  /** Finds the operation that a request is meant for. */
  readonly router: Router;
  /** Answers in Prism's place; undefined where Prism shall answer. */
  readonly ownAnswer: (operation: MockOperation, sent: Sent) => OwnAnswer | undefined;
  /** What there is against a request because of where it comes from. */
  readonly foreign: (headers: IncomingHttpHeaders) => Problem | undefined;
  readonly document: JsonObject;
  readonly failures: Failures;
}

/** How long a request may take. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Gives the request so many milliseconds more. */
  readonly prolong: (milliseconds: number) => void;
}

/** How the mock answers an operation by itself. */
export type OwnAnswer = (exchange: OwnExchange) => void;

export interface OwnExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
  readonly body: Buffer;
}

/** The signal's reason when a request took too long; any other reason means that the client went away. */
export const TIMED_OUT: Error = new Error("the request took too long");

const EMPTY = { body: "", parsed: undefined as unknown, bytes: new Uint8Array() as Uint8Array };

/** Answers what would harm Prism and sends the rest on to it. */
export async function handle(
  front: FrontContext,
  request: IncomingMessage,
  response: ServerResponse,
  { signal, prolong }: Patience,
): Promise<void> {
  const { method = "GET", url = "/" } = request;
  const foreign = front.foreign(request.headers);
  if (foreign !== undefined) return refusePage(response, foreign);
  if (isPreflight(request)) return answerPreflight(request, response);
  const whole = partsOf(url);
  const route = front.router(method, whole.path);
  const target = belowBasePath(url, route?.operation.basePath ?? front.basePath);
  if (target === undefined) return sendProblem(response, outsideBasePath(url, front.baseUrl, front.basePath));

  const headers = toRecord(request.rawHeaders);
  const label = route && labelOf(route.operation);
  const record = { ...EMPTY, operation: label, method, url, path: target.path, headers };
  front.record(record);
  const operation = route?.operation.name ?? `${method} ${target.path} (not in the document)`;
  const progress: Progress = { operation, step: "the client did not send its whole body" };
  try {
    const body = await unlessAborted(readBody(request), signal);
    record.body = body.toString();
    record.bytes = body;
    record.parsed = parseBody(headers["content-type"], record.body);
    const failure = route && front.failures.take(route.operation);
    if (route !== undefined && failure !== undefined) {
      const failing = { document: front.document, operation: route.operation, request, response, prolong, signal };
      if (await failRequest(failing, failure)) return;
    }
    const refusal = checkEscapes(target.path) ?? checkJsonBody(request.headers["content-type"], body);
    if (refusal !== undefined) return sendProblem(response, refusal.problem, refusal.violations);
    const own = route && front.ownAnswer(route.operation, { query: target.query, headers });
    if (route !== undefined && own !== undefined) return own({ request, response, route, body });
    await pass(front, progress, { request, response, target, body, signal });
  } catch (error) {
    fail(front, response, { ...progress, signal, error });
  }
}

/** How far a request has come, for the message should it go no further. */
interface Progress {
  readonly operation: string;
  step: string;
}

interface Passing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly target: Target;
  readonly body: Buffer;
  readonly signal: AbortSignal;
}

async function pass(front: FrontContext, progress: Progress, passing: Passing, again = false): Promise<void> {
  const { response, target, signal } = passing;
  progress.step = "Prism's process is not back yet";
  const address = await unlessAborted(front.backend.address(), signal);
  progress.step = "Prism did not answer";
  try {
    return await forward({ ...passing, to: address, target: prismTarget(target, address), agent: front.agent });
  } catch (error) {
    if (signal.aborted || response.headersSent || !(error instanceof Error)) throw error;
    const explained = await unlessAborted(front.backend.explain(address, error), signal);
    // Refused means that nothing was sent: Prism had ended before the request, so its successor may have it.
    const refused = "code" in error && error.code === "ECONNREFUSED";
    if (again || !refused) throw new Error(explained, { cause: error });
  }
  return await pass(front, progress, passing, true);
}

interface Failure extends Progress {
  readonly signal: AbortSignal;
  readonly error: unknown;
}

function fail(front: FrontContext, response: ServerResponse, { operation, step, signal, error }: Failure): void {
  const timedOut = signal.reason === TIMED_OUT;
  if (timedOut) {
    const detail = `${operation}: ${step} within ${front.requestTimeout} ms`;
    front.onReport({ kind: "timeout", message: detail });
    const mine = { type: "urn:mock-server:timeout", detail, operation } as const;
    if (response.req.complete) sendProblem(response, { ...mine, title: "No answer from Prism", status: 504 });
    else sendProblem(response, { ...mine, title: "Request not complete", status: 408 });
  } else if (!signal.aborted) {
    const detail = `${operation}: ${error instanceof Error ? error.message : String(error)}`;
    sendProblem(response, {
      type: "urn:mock-server:prism-gone",
      title: "Prism is gone",
      status: 502,
      detail,
      operation,
    });
  }
  // An answer that broke off must not look whole.
  if (!response.writableEnded) response.destroy();
}

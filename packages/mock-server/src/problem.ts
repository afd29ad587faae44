import type { ServerResponse } from "node:http";
import { corsHeaders } from "./cors.ts";
import type { Violation } from "./types.ts";
import { VIOLATIONS_HEADER } from "./violations.ts";

/** An answer of the front itself, as RFC 9457 has it. The type tells it from Prism's own problems. */
export interface Problem {
  readonly type: `urn:mock-server:${string}`;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** The operation that the request is meant for. */
  readonly operation?: string;
  readonly basePath?: string;
}

/** An answer to a request that is wrong in itself, with what Prism would have said about it. */
export interface Refusal {
  readonly problem: Problem;
  readonly violations: readonly Violation[];
}

/** Answers with the problem; does nothing when an answer has begun already. */
export function sendProblem(response: ServerResponse, problem: Problem, violations: readonly Violation[] = []): void {
  write(response, problem, violations, response.req.headers.origin);
}

/** Answers a page that shall not read the answer. */
export function refusePage(response: ServerResponse, problem: Problem): void {
  write(response, problem, [], undefined);
}

function write(
  response: ServerResponse,
  problem: Problem,
  violations: readonly Violation[],
  origin: string | undefined,
): void {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(JSON.stringify(problem));
  const headers = ["content-type", "application/problem+json", "content-length", String(body.byteLength)];
  if (violations.length > 0) headers.push(VIOLATIONS_HEADER, toAscii(JSON.stringify(violations)));
  // A body that was not read to its end would be taken for the next request.
  if (!response.req.complete) headers.push("connection", "close");
  headers.push(...corsHeaders(origin, headers));
  response.writeHead(problem.status, headers).end(body);
}

/** A header cannot hold every character: the others are written as JSON escapes. */
export function toAscii(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { pairs, type RawHeaders } from "./headers.ts";

// Only a request with an Origin comes from a page, so only that one gets headers that the spec does not know. The origin is echoed and
// the headers are listed because a browser does not read `*` as a wildcard once credentials are allowed.

export function isPreflight(request: IncomingMessage): boolean {
  const { origin, "access-control-request-method": method } = request.headers;
  return request.method === "OPTIONS" && origin !== undefined && method !== undefined;
}

export function answerPreflight(request: IncomingMessage, response: ServerResponse): void {
  const { headers } = request;
  const answer = corsHeaders(headers.origin, []);
  answer.push("access-control-allow-methods", headers["access-control-request-method"] ?? "*");
  answer.push("access-control-max-age", "600");
  const wanted = headers["access-control-request-headers"];
  if (wanted !== undefined) answer.push("access-control-allow-headers", wanted);
  if (headers["access-control-request-private-network"] !== undefined) {
    answer.push("access-control-allow-private-network", "true");
  }
  response.writeHead(204, answer).end();
}

/** What the answer to a page has to carry besides its own headers; nothing without an origin. */
export function corsHeaders(origin: string | undefined, answer: RawHeaders): string[] {
  if (origin === undefined) return [];
  const headers = ["access-control-allow-origin", origin, "access-control-allow-credentials", "true", "vary", "Origin"];
  const names = new Set([...pairs(answer)].map(([name]) => name.toLowerCase()));
  if (names.size > 0) headers.push("access-control-expose-headers", [...names].join(", "));
  return headers;
}

/** Names that the mock's own CORS headers replace in an answer to a page. */
export const CORS_NAMES: readonly string[] = [
  "access-control-allow-origin",
  "access-control-allow-credentials",
  "access-control-expose-headers",
];

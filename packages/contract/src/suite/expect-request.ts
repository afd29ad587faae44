import { essenceOf, formOf, type RecordedRequest } from "@vendor-sdks/mock-server";
import { expect } from "vitest";
import { checkRequest } from "../evidence/index.ts";
import type { Authorization } from "../openapi/authorization.ts";
import { encodeRequest, type Arguments, type ExpectedRequest } from "../openapi/encode.ts";
import { canonicalUrl } from "../openapi/escape.ts";
import { expectBody } from "./expect-body.ts";
import { specOperation, type Suite } from "./suite.ts";

export interface Expected {
  readonly operationId: string;
  readonly args: Arguments;
  readonly authorization: Authorization;
  /** The whole Accept header; without it every declared media type has to be accepted. */
  readonly accept?: string | undefined;
}

/** Headers that fetch adds, to conditional requests those against caches too, and the one that steers the mock. */
const TRANSPORT = [
  "accept",
  "accept-encoding",
  "accept-language",
  "cache-control",
  "connection",
  "content-length",
  "host",
  "pragma",
  "prefer",
  "sec-fetch-mode",
  "user-agent",
];

/** The requests that the mock recorded are these and no others, each as spec and evidence want it. */
export async function expectRequests(suite: Suite, expected: readonly Expected[]): Promise<void> {
  const requests = await suite.mock.requests();
  const line = (method: string, url: string): string => `${method} ${canonicalUrl(url)}`;
  const encoded = expected.map(({ operationId, args }) => encodeRequest(specOperation(suite, operationId), args));
  const lines = encoded.map((each, index) => {
    const wanted = expected[index];
    return line(each.method, wanted === undefined ? "" : urlOf(suite, each, wanted));
  });
  expect(requests.map(({ method, url }) => line(method, url))).toEqual(lines);
  for (const [index, each] of encoded.entries()) {
    const request = requests[index];
    const wanted = expected[index];
    if (request === undefined || wanted === undefined) continue;
    expectHeaders(suite, request, wanted, each);
    await expectBody(request, each.body);
    expectEvidence(suite, request, wanted);
  }
}

function urlOf(suite: Suite, { path, query }: ExpectedRequest, { authorization, operationId }: Expected): string {
  const search = [query, ...authorization.query].filter(Boolean).join("&");
  return basePathOf(suite, operationId) + path + (search === "" ? "" : `?${search}`);
}

/** What stands in front of an operation's path: that of its own server, or of the mock. */
export function basePathOf(suite: Suite, operationId: string): string {
  const { server } = specOperation(suite, operationId);
  return server === undefined ? suite.mock.basePath : server.pathname.replace(/\/$/, "");
}

function expectHeaders(suite: Suite, request: RecordedRequest, wanted: Expected, encoded: ExpectedRequest): void {
  const own = Object.entries(request.headers).filter(
    ([name]) => !TRANSPORT.includes(name) || Object.hasOwn(encoded.headers, name),
  );
  const cookie = [encoded.cookie, ...wanted.authorization.cookie].filter(Boolean).join("; ");
  const { mediaType } = encoded;
  expect(Object.fromEntries(own)).toEqual({
    ...encoded.headers,
    ...(mediaType === undefined
      ? {}
      : { "content-type": isMultipart(mediaType) ? withBoundary(mediaType) : mediaType }),
    ...(cookie === "" ? {} : { cookie }),
    ...wanted.authorization.headers,
  });
  const accept = request.headers["accept"] ?? "";
  if (wanted.accept !== undefined) expect(accept).toBe(wanted.accept);
  else expect(accept.split(",").map(essenceOf)).toEqual(expect.arrayContaining(declaredMediaTypes(suite, wanted)));
}

function declaredMediaTypes(suite: Suite, { operationId }: Expected): string[] {
  const { answers, method } = specOperation(suite, operationId);
  // What comes without a body is asked for in no media type.
  const read = answers.filter(({ status }) => method !== "HEAD" && !/^(?:1..|204|205|304)$/.test(status));
  return read.flatMap(({ contents }) => contents.map(({ mediaType }) => essenceOf(mediaType)));
}

function isMultipart(mediaType: string): boolean {
  return formOf(mediaType) === "multipart";
}

function withBoundary(mediaType: string): unknown {
  const text = mediaType.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return expect.stringMatching(new RegExp(`^${text}; ?boundary=`, "i"));
}

function expectEvidence({ evidence }: Suite, request: RecordedRequest, { operationId, authorization }: Expected): void {
  if (evidence === undefined) return;
  const { method, path, headers, body, url } = request;
  // Credentials in the query are the security scheme's, not parameters of the operation.
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  const own = query.split("&").filter((pair) => !authorization.query.includes(pair));
  const sent = { method, path, query: own.join("&"), headers, body };
  expect(checkRequest(evidence, operationId, sent)).toEqual([]);
}

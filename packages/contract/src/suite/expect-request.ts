import type { RecordedRequest } from "@vendor-sdks/mock-server";
import { expect } from "vitest";
import { checkRequest } from "../evidence/index.ts";
import type { Authorization } from "../openapi/authorization.ts";
import { encodeRequest, type Arguments, type ExpectedRequest } from "../openapi/encode.ts";
import { canonicalUrl } from "../openapi/escape.ts";
import { specOperation, type Suite } from "./suite.ts";

export interface Expected {
  readonly operationId: string;
  readonly args: Arguments;
  readonly authorization: Authorization;
  /** The whole Accept header; without it every declared media type has to be accepted. */
  readonly accept?: string | undefined;
}

/** Headers that fetch adds, and the one that steers the mock. */
const TRANSPORT = [
  "accept",
  "accept-encoding",
  "accept-language",
  "connection",
  "content-length",
  "host",
  "prefer",
  "sec-fetch-mode",
  "user-agent",
];

/** The requests that the mock recorded are these and no others, each as spec and evidence want it. */
export function expectRequests(
  suite: Suite,
  requests: readonly RecordedRequest[],
  expected: readonly Expected[],
): void {
  const line = (method: string, url: string): string => `${method} ${canonicalUrl(url)}`;
  const encoded = expected.map(({ operationId, args }) => encodeRequest(specOperation(suite, operationId), args));
  const lines = encoded.map((each, index) => line(each.method, urlOf(suite, each, expected[index]?.authorization)));
  expect(requests.map(({ method, url }) => line(method, url))).toEqual(lines);
  for (const [index, each] of encoded.entries()) {
    const request = requests[index];
    const wanted = expected[index];
    if (request === undefined || wanted === undefined) continue;
    expectHeaders(suite, request, wanted, each);
    expectBody(request, each);
    expectEvidence(suite, request, wanted);
  }
}

function urlOf(suite: Suite, { path, query }: ExpectedRequest, authorization?: Authorization): string {
  const search = [query, ...(authorization?.query ?? [])].filter(Boolean).join("&");
  return suite.mock().basePath + path + (search === "" ? "" : `?${search}`);
}

function expectHeaders(suite: Suite, request: RecordedRequest, wanted: Expected, encoded: ExpectedRequest): void {
  const own = Object.entries(request.headers).filter(([name]) => !TRANSPORT.includes(name));
  const cookie = [encoded.cookie, ...wanted.authorization.cookie].filter(Boolean).join("; ");
  expect(Object.fromEntries(own)).toEqual({
    ...encoded.headers,
    ...(encoded.mediaType === undefined ? {} : { "content-type": encoded.mediaType }),
    ...(cookie === "" ? {} : { cookie }),
    ...wanted.authorization.headers,
  });
  const accept = request.headers["accept"] ?? "";
  if (wanted.accept !== undefined) expect(accept).toBe(wanted.accept);
  else expect(accept.split(/\s*,\s*/)).toEqual(expect.arrayContaining(declaredMediaTypes(suite, wanted)));
}

function declaredMediaTypes(suite: Suite, { operationId }: Expected): string[] {
  const { answers } = specOperation(suite, operationId);
  return answers.flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
}

function expectBody({ body }: RecordedRequest, { mediaType, body: wanted }: ExpectedRequest): void {
  if (mediaType === undefined) expect(body).toBe("");
  else if (isJson(mediaType)) expect(JSON.parse(body)).toEqual(wanted);
  else if (typeof wanted === "string") expect(body).toBe(wanted);
  else throw new Error(`The suite cannot tell how ${JSON.stringify(wanted)} is written as ${mediaType}`);
}

function isJson(mediaType: string): boolean {
  return /[/+]json$/.test(mediaType);
}

function expectEvidence({ evidence }: Suite, request: RecordedRequest, { operationId, authorization }: Expected): void {
  const { method, path, headers, body, url } = request;
  // Credentials in the query are the security scheme's, not parameters of the operation.
  const query = url.includes("?") ? url.slice(url.indexOf("?") + 1) : "";
  const own = query.split("&").filter((pair) => !authorization.query.includes(pair));
  const sent = { method, path, query: own.join("&"), headers, body };
  expect(checkRequest(evidence, operationId, sent)).toEqual([]);
}

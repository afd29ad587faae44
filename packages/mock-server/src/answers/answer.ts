import type { IncomingMessage, ServerResponse } from "node:http";
import { corsHeaders } from "../cors.ts";
import { asObject, resolveLocal, type JsonObject } from "../json.ts";
import type { Route } from "../operations.ts";
import { sendProblem, toAscii } from "../problem.ts";
import { checkBody } from "../requests/body.ts";
import { checkParameters, type Sent } from "../requests/parameters.ts";
import { challengeFor, missingCredentials } from "../requests/security.ts";
import type { SchemaChecker } from "../schema/checker.ts";
import type { Violation } from "../types.ts";
import { VIOLATIONS_HEADER } from "../violations.ts";
import { valueSchema } from "../values/examples.ts";
import { chooseAnswer, chooseRefusal, type Chosen, type NotChosen } from "./choose.ts";
import { writeBody } from "./write.ts";

/** Says that an answer is the mock's own and not Prism's, and why. */
const ANSWERED_BY_HEADER = "mock-server-answered";

export interface Answering {
  readonly document: JsonObject;
  readonly checker: SchemaChecker;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly route: Route;
  readonly sent: Sent;
  readonly body: Buffer;
  /** Why Prism does not answer. */
  readonly reason: string;
  /** Chooses the answer to a sound request, where that is not by the request alone. */
  readonly choose?: () => Chosen | NotChosen;
  /** Whether the request comes with credentials that let nobody in any longer. */
  readonly isOver?: boolean;
}

/** Answers a request in Prism's place: credentials first, then parameters and body, then what the document declares. */
export function answer(answering: Answering): void {
  const { document, checker, request, response, route, sent, body, reason } = answering;
  const { operation } = route;
  response.setHeader(ANSWERED_BY_HEADER, toAscii(`by itself, since of Prism is known: ${reason}`));
  const challenge = missingCredentials(document, operation, sent);
  if (challenge !== undefined) {
    response.setHeader("www-authenticate", challenge);
    return refuse(answering, ["401"], [unauthorized(challenge)]);
  }
  if (answering.isOver === true) return refuseEnded(answering);
  const violations = [
    ...checkParameters(document, checker, route, sent),
    ...checkBody(document, checker, operation, request.headers["content-type"], body),
  ];
  if (violations.length > 0) return refuse(answering, ["422", "400"], violations);
  const wishes = { prefer: prefer(request), accept: request.headers.accept };
  const chosen = answering.choose?.() ?? chooseAnswer(document, operation, wishes);
  if (!("response" in chosen)) {
    const { status, detail } = chosen;
    return sendProblem(response, {
      type: "urn:mock-server:no-answer",
      title: "No such answer",
      status,
      detail,
      operation: operation.name,
    });
  }
  sendChosen(answering, chosen, chosen.value === undefined ? [] : judgeAnswer(checker, chosen));
}

function prefer(request: IncomingMessage): string | undefined {
  return [request.headers["prefer"]].flat().join(",") || undefined;
}

function unauthorized(challenge: string): Violation {
  return { location: ["request"], severity: "Error", code: "401", message: `Missing credentials: ${challenge}` };
}

function refuse(answering: Answering, statuses: readonly string[], violations: readonly Violation[]): void {
  const { document, response, route } = answering;
  const declared = chooseRefusal(document, route.operation, statuses);
  if (declared !== undefined) return sendChosen(answering, declared, violations);
  const isStranger = statuses[0] === "401";
  const detail = violations.map(({ message }) => message).join("; ");
  const title = isStranger ? "Unauthorized" : "Invalid request";
  const status = Number(statuses[0]);
  sendProblem(
    response,
    { type: "urn:mock-server:refused", title, status, detail, operation: route.operation.name },
    violations,
  );
}

/** Nothing of this is against the document: the 401 is answered as it declares it. */
function refuseEnded({ document, request, response, route }: Answering): void {
  const { operation } = route;
  const chosen = chooseAnswer(document, operation, { prefer: "code=401", accept: request.headers.accept });
  const challenge = challengeFor(document, operation);
  if (!("response" in chosen) || !declaresChallenge(chosen)) response.setHeader("www-authenticate", challenge);
  if ("response" in chosen) return sendChosen({ document, request, response }, chosen, []);
  const detail = "What the credentials of the request belong to was ended";
  const mine = { type: "urn:mock-server:refused", title: "Unauthorized", status: 401 } as const;
  sendProblem(response, { ...mine, detail, operation: operation.name });
}

function declaresChallenge({ response }: Chosen): boolean {
  return Object.keys(asObject(response["headers"])).some((name) => name.toLowerCase() === "www-authenticate");
}

function judgeAnswer(checker: SchemaChecker, { mediaType, media, value }: Chosen): Violation[] {
  const schema = mediaType === undefined ? undefined : valueSchema(mediaType, media);
  if (schema === undefined || (typeof value === "string" && media["itemSchema"] !== undefined)) return [];
  return checker.problems(schema, value, "response").map(({ path, code, message }) => ({
    location: ["response", "body", ...path],
    severity: "Error",
    code,
    message: `Response body: ${message}`,
  }));
}

/** Writes an answer of the document, with the headers that the response has already. */
export function sendChosen(
  { document, request, response }: Pick<Answering, "document" | "request" | "response">,
  chosen: Chosen,
  violations: readonly Violation[],
): void {
  const headers: string[] = [];
  for (const [name, entry] of Object.entries(asObject(chosen.response["headers"]))) {
    const example = headerText(document, entry);
    if (example !== undefined && !/^content-(?:type|length)$/i.test(name)) headers.push(name, toAscii(example));
  }
  const { mediaType, status, value } = chosen;
  const isEmpty = mediaType === undefined;
  if (!isEmpty) headers.push("content-type", withBoundary(mediaType));
  const bytes = isEmpty ? Buffer.alloc(0) : writeBody(mediaType, value);
  if (status !== 204 && status !== 304) headers.push("content-length", String(bytes.byteLength));
  if (violations.length > 0) headers.push(VIOLATIONS_HEADER, cut(toAscii(JSON.stringify(violations))));
  for (const [name, each] of Object.entries(response.getHeaders())) headers.push(name, String(each));
  headers.push(...corsHeaders(request.headers.origin, headers));
  response.writeHead(status, headers).end(request.method === "HEAD" ? undefined : bytes);
}

function headerText(document: JsonObject, entry: unknown): string | undefined {
  const header = resolveLocal(document, entry) ?? {};
  const { example = asObject(Object.values(asObject(header["examples"]))[0])["value"] } = header;
  return example === undefined || typeof example === "object" ? undefined : String(example);
}

/** Past 8 kB clients refuse a header; the reader of violations takes the entries that are whole. */
function cut(header: string): string {
  return header.slice(0, 8_000);
}

function withBoundary(mediaType: string): string {
  return mediaType.startsWith("multipart/") && !mediaType.includes("boundary=")
    ? `${mediaType}; boundary=example`
    : mediaType;
}

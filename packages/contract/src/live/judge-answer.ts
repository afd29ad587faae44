import { essenceOf, formOf, isCovered } from "@vendor-sdks/mock-server";
import { isBodiless } from "../openapi/body.ts";
import type { SpecOperation } from "../openapi/spec.ts";
import { answerNode, operationNode } from "./answer-node.ts";
import { jsonOf, type Answered } from "./exchange.ts";
import { judgeEnvelope } from "./judge-envelope.ts";
import { judgeHeaders } from "./judge-headers.ts";
import { judgeValue } from "./judge-value.ts";
import type { Complaint, Judging } from "./judging.ts";
import type { Kind } from "./kinds.ts";
import { child, descend, names, type SpecNode } from "./spec-node.ts";

/** Everything in which an answer differs from what the spec declares for it. */
export function judgeAnswer(judging: Judging, operation: SpecOperation, exchange: Answered): Complaint[] {
  const answer = answerNode(operation, exchange.status);
  if (answer === undefined) return [undeclared(operation, exchange)];
  return [...judgeHeaders(judging, answer, exchange), ...judgeBody(judging, operation, answer, exchange)];
}

function undeclared(operation: SpecOperation, { status, headers }: Answered): Complaint {
  const responses = descend(operationNode(operation), "responses");
  const declared = `declared are ${names(responses).join(", ")}`;
  const { pointer } = responses;
  if (status === 501) return { kind: "not-implemented", pointer, at: [], message: declared };
  if (status < 300 || status > 399) return { kind: "undeclared-status", pointer, at: [], message: declared };
  const to = headers.has("location") ? "it leads elsewhere" : "it names no Location";
  return { kind: "redirect", pointer, at: [], message: `${to}; ${declared}` };
}

function judgeBody(judging: Judging, operation: SpecOperation, answer: SpecNode, exchange: Answered): Complaint[] {
  const { method, status, headers, body } = exchange;
  if (method === "HEAD" || isBodiless(status)) return [];
  const content = child(answer, "content");
  const declared = names(content);
  const type = headers.get("content-type");
  const complain = (kind: Kind, message: string): Complaint[] => [{ kind, pointer: content.pointer, at: [], message }];
  if (declared.length === 0) {
    return body === "" ? [] : complain("unexpected-body", `${type ?? "no media type"}, ${body.length} characters`);
  }
  if (body === "") return complain("empty-body", `declared is ${declared.join(", ")}`);
  const mediaType = [...declared]
    .sort((a, b) => stars(a) - stars(b))
    .find((each) => type !== null && isCovered(type, each));
  if (type === null || mediaType === undefined) {
    const actual = type === null ? "the answer names none" : `the answer is ${essenceOf(type)}`;
    return complain("undeclared-media-type", `${actual}; declared is ${declared.join(", ")}`);
  }
  if (formOf(type) !== "json") return [];
  const value = jsonOf(body);
  const media = descend(content, mediaType);
  if (value === undefined) {
    return [{ kind: "malformed-body", pointer: media.pointer, at: [], message: "the body is no JSON" }];
  }
  const schema = child(media, "schema");
  const envelope = judgeEnvelope(judging, operation, { schema, status, value });
  return envelope === undefined ? judgeValue(judging, schema, value) : [envelope];
}

/** What is declared by its name goes before a wildcard. */
function stars(mediaType: string): number {
  return mediaType.split("*").length;
}

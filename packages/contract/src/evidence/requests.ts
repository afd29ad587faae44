import type { Facts, OperationFacts, ParameterFacts } from "./facts.ts";
import { checkBody } from "./request-body.ts";
import { formatPlace } from "./source.ts";
import { membersOf, type Type } from "./types.ts";

/** A request as it went out. */
export interface SentRequest {
  readonly method: string;
  /** Below the base path, without query, still encoded. */
  readonly path: string;
  /** Still encoded, without the question mark. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** What a request that was really sent has against the evidence; an empty list means nothing. */
export function checkRequest(evidence: Facts, operationId: string, sent: SentRequest): string[] {
  const operation = evidence.operations.get(operationId);
  if (operation === undefined) return [`${operationId}: this operation is not witnessed`];
  const headers = new Map(Object.entries(sent.headers).map(([name, value]) => [name.toLowerCase(), value]));
  const problems = [
    ...checkRequestLine(operation, sent),
    ...checkQuery(operation, sent.query, evidence),
    ...checkHeaders(operation, headers),
    ...checkBody(operation.body, evidence, headers.get("content-type"), sent.body),
  ];
  return problems.map((problem) => `${operationId}: ${problem} (${formatPlace(operation.place)})`);
}

function checkRequestLine(operation: OperationFacts, sent: SentRequest): string[] {
  const problems: string[] = [];
  if (sent.method.toUpperCase() !== operation.method.value) {
    problems.push(`the method is ${operation.method.value} in the evidence, ${sent.method} was sent`);
  }
  const template = operation.path.value
    .split(/\{[^}]*\}/)
    .map(escapeForPattern)
    .join("[^/?#]+");
  if (!new RegExp(`^${template}$`).test(sent.path)) {
    problems.push(`the path is ${operation.path.value} in the evidence, ${sent.path} was sent`);
  }
  return problems;
}

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}

function checkQuery(operation: OperationFacts, query: string, evidence: Facts): string[] {
  const sent = new Map<string, string[]>();
  for (const part of query.split("&").filter(Boolean)) {
    const [rawName = "", ...rest] = part.split("=");
    const name = decodeURIComponent(rawName.replaceAll("+", " "));
    sent.set(name, [...(sent.get(name) ?? []), rest.join("=")]);
  }
  const witnessed = operation.parameters.filter((parameter) => parameter.in.value === "query");
  const problems = [...sent].flatMap(([name, values]) => {
    const parameter = witnessed.find((candidate) => takes(candidate, name));
    return parameter === undefined
      ? [`query parameter "${name}" was sent, but is not witnessed`]
      : checkStyle(parameter, name, values, evidence);
  });
  for (const parameter of witnessed) {
    const isThere = [...sent.keys()].some((name) => takes(parameter, name));
    if (parameter.required.value && !isThere) problems.push(missing("query", parameter.name));
  }
  return problems;
}

function missing(place: string, name: string): string {
  return `the required ${place} parameter "${name}" was not sent`;
}

/** An object in the style deepObject comes as `name[field]`. */
function takes(parameter: ParameterFacts, name: string): boolean {
  if (parameter.style.value === "deepObject") return name.startsWith(`${parameter.name}[`) && name.endsWith("]");
  return parameter.name === name;
}

/** The marks between the items of one value, as they stand in a URL. */
const SEPARATORS: Readonly<Record<string, string>> = { form: ",", spaceDelimited: "%20", pipeDelimited: "|" };

function checkStyle(parameter: ParameterFacts, name: string, values: readonly string[], evidence: Facts): string[] {
  const [style = "form", separation] = (parameter.style.value ?? "").split(" ");
  if (!isArray(parameter.type.value, evidence) || separation !== "repeated") {
    if (values.length > 1) return [`query parameter "${name}" was sent ${values.length} times, once is witnessed`];
  }
  const text = values.join("&");
  const mark = SEPARATORS[style];
  if (separation === "comma" && style === "form" && !text.includes(",") && /%2c/i.test(text)) {
    return [`the commas between the items of query parameter "${name}" were encoded: ${text}`];
  }
  if (separation === "repeated" && mark !== undefined && text.includes(mark)) {
    return [`the items of query parameter "${name}" were joined, one occurrence for each is witnessed: ${text}`];
  }
  return [];
}

function isArray(type: Type, evidence: Facts): boolean {
  return membersOf(type).some((member) => {
    const named = member.kind === "named" ? evidence.schemas.get(member.name)?.type : undefined;
    return member.kind === "array" || (named !== undefined && membersOf(named).some(({ kind }) => kind === "array"));
  });
}

function checkHeaders(operation: OperationFacts, headers: ReadonlyMap<string, string>): string[] {
  const cookies = new Set((headers.get("cookie") ?? "").split(";").map((cookie) => cookie.split("=")[0]?.trim()));
  return operation.parameters.flatMap((parameter) => {
    if (!parameter.required.value) return [];
    const place = parameter.in.value;
    if (place === "header" && !headers.has(parameter.name.toLowerCase())) return [missing(place, parameter.name)];
    if (place === "cookie" && !cookies.has(parameter.name)) return [missing(place, parameter.name)];
    return [];
  });
}

import { formOf } from "@vendor-sdks/mock-server";
import { plansOf, type Plan } from "../openapi/plans.ts";
import { evaluate } from "../openapi/expression.ts";
import type { Spec } from "../openapi/spec.ts";
import { answerNode, operationNode } from "./answer-node.ts";
import { jsonOf } from "./exchange.ts";
import type { Complaint } from "./judging.ts";
import { learnSensitive, mask } from "./mask.ts";
import type { Recording } from "./report.ts";
import { learnFromRequest, MASK, type Secrets } from "./secrets.ts";
import { child, descend, names, type SpecNode } from "./spec-node.ts";
import type { Watched } from "./watch.ts";

/** Headers whose values say something of the appliance and nothing of its users. */
const SHOWN = [
  "content-type",
  "content-length",
  "date",
  "server",
  "retry-after",
  "www-authenticate",
  "location",
  "allow",
];

export interface Showing {
  readonly secrets: Secrets;
  readonly credentialNames: ReadonlySet<string>;
}

/** Takes in all that an exchange has of credentials. */
export function learnExchange({ secrets, credentialNames }: Showing, spec: Spec, exchange: Watched): void {
  learnFromRequest(secrets, credentialNames, exchange.requestHeaders, exchange.query);
  for (const cookie of exchange.headers.getSetCookie()) secrets.learn(/^[^=]*=([^;]*)/.exec(cookie)?.[1]);
  const { operation, body } = exchange;
  if (operation === undefined) return;
  const value = jsonOf(body);
  learnSensitive(secrets, schemasOf(exchange), value);
  learnSensitive(secrets, sentSchemasOf(exchange), jsonOf(exchange.requestBody ?? ""));
  const isLogin = ({ login, challenge }: Plan): boolean =>
    [login, challenge].some((step) => step?.operationId === operation.id);
  const scope = { answer: { headers: exchange.headers, body: value } };
  for (const { keep } of plansOf(spec).filter(isLogin)) {
    for (const place of Object.values(keep).flat()) secrets.learn(evaluate(place, scope));
  }
}

/** The schemas of the request's body, whatever its media type. */
function sentSchemasOf({ operation }: Watched): SpecNode[] {
  const content = operation && descend(operationNode(operation), "requestBody", "content");
  return content === undefined ? [] : names(content).map((type) => descend(content, type, "schema"));
}

/** The schemas in JSON that the answer has in the spec. */
function schemasOf({ operation, status }: Watched): SpecNode[] {
  const answer = operation && answerNode(operation, status);
  if (answer === undefined) return [];
  const content = descend(answer, "content");
  return names(content)
    .filter((type) => formOf(type) === "json")
    .map((type) => child(descend(content, type), "schema"));
}

export function recordingOf(showing: Showing, exchange: Watched): Recording {
  const { method, status, operation } = exchange;
  return {
    operation: operation?.id ?? "",
    request: {
      method,
      target: targetOf(showing, exchange),
      headers: headersOf(showing, exchange.requestHeaders, ["accept", "content-type"]),
      body:
        exchange.requestBody === "" ? undefined : bodyOf(showing, exchange.requestBody ?? "", sentSchemasOf(exchange)),
    },
    response: {
      status,
      headers: headersOf(showing, exchange.headers, SHOWN),
      body: bodyOf(showing, exchange.body, schemasOf(exchange)),
    },
  };
}

function targetOf({ secrets, credentialNames }: Showing, { path, query }: Watched): string {
  const parts = query
    .slice(1)
    .split("&")
    .map((pair) => {
      const [name = ""] = pair.split("=");
      return credentialNames.has(decodeURIComponent(name).toLowerCase()) ? `${name}=${MASK}` : pair;
    });
  return secrets.redact(query === "" ? path : `${path}?${parts.join("&")}`);
}

function headersOf(
  { secrets, credentialNames }: Showing,
  headers: Headers,
  shown: readonly string[],
): Record<string, string> {
  const entries = [...headers].map(([name, value]) => {
    const isShown = shown.includes(name) && !credentialNames.has(name);
    return [name, isShown ? secrets.redact(value.replace(/\?.*/, "?…")) : MASK] as const;
  });
  return Object.fromEntries(entries);
}

function bodyOf({ secrets }: Showing, body: string, schemas: readonly SpecNode[]): unknown {
  const value = jsonOf(body);
  return value === undefined ? `[${body.length} characters, no JSON]` : mask(secrets, schemas, value);
}

/** What a report shows of an exchange, for one complaint. */
export function evidenceOf(showing: Showing, exchange: Watched, { at, seen }: Complaint): string {
  const { method, status, headers, body } = exchange;
  const type = headers.get("content-type");
  const answer = `${status}${type === null ? "" : ` ${type}`}${body === "" ? ", no body" : ""}`;
  const line = `${method} ${targetOf(showing, exchange)} → ${showing.secrets.redact(answer)}`;
  if (seen === undefined) return line;
  const where = at.length === 0 ? "" : `${at.join(".")} = `;
  const text = JSON.stringify(mask(showing.secrets, [seen.schema], seen.value));
  return `${line}; ${showing.secrets.redact(where + (text.length > 160 ? `${text.slice(0, 160)}…` : text))}`;
}

import { asObject, resolveLocal, type JsonObject } from "../json.ts";
import type { MockOperation } from "../operations.ts";
import { pairsOf } from "./decode.ts";
import type { Sent } from "./parameters.ts";

/** What a stranger is told in `WWW-Authenticate`; undefined where the request has the credentials of one alternative. */
export function missingCredentials(document: JsonObject, { security }: MockOperation, sent: Sent): string | undefined {
  if (security.length === 0) return undefined;
  const schemes = asObject(asObject(document["components"])["securitySchemes"]);
  const isGiven = (name: string): boolean => hasCredentials(resolveLocal(document, schemes[name]) ?? {}, sent);
  if (security.some((names) => names.every(isGiven))) return undefined;
  const [first = []] = security;
  return first.map((name) => challengeOf(resolveLocal(document, schemes[name]) ?? {})).join(", ");
}

function hasCredentials(scheme: JsonObject, { headers, query }: Sent): boolean {
  const name = String(scheme["name"]);
  const authorization = headers["authorization"] ?? "";
  const isIn = (pairs: ReturnType<typeof pairsOf>): boolean =>
    pairs.some(([key, value]) => key === name && value !== "");
  switch (scheme["type"]) {
    case "apiKey":
      if (scheme["in"] === "query") return isIn(pairsOf(query.replace(/^\?/, "")));
      return scheme["in"] === "cookie"
        ? isIn(pairsOf(headers["cookie"] ?? "", ";"))
        : (headers[name.toLowerCase()] ?? "") !== "";
    case "http":
      return new RegExp(`^${escapeRegExp(String(scheme["scheme"]))}\\s+\\S`, "i").test(authorization);
    case "mutualTLS":
      return true; // a mock without TLS sees no certificate
    default:
      return /^bearer\s+\S/i.test(authorization);
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function challengeOf(scheme: JsonObject): string {
  if (scheme["type"] === "apiKey") return `ApiKey name="${String(scheme["name"])}"`;
  return scheme["type"] === "http" ? String(scheme["scheme"]) : "Bearer";
}

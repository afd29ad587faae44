import { asObject, resolveLocal, type JsonObject } from "../json.ts";
import type { MockOperation } from "../operations.ts";
import { pairsOf } from "./decode.ts";
import type { Sent } from "./parameters.ts";

/** What a stranger is told in `WWW-Authenticate`; undefined where the request has the credentials of one alternative. */
export function missingCredentials(document: JsonObject, operation: MockOperation, sent: Sent): string | undefined {
  return isAdmitted(document, operation, sent) ? undefined : challengeFor(document, operation);
}

/** Whether the request has the credentials of one alternative. */
export function isAdmitted(document: JsonObject, { security }: MockOperation, sent: Sent): boolean {
  const isGiven = (name: string): boolean => credentialOf(schemeOf(document, name), sent) !== undefined;
  return security.length === 0 || security.some((names) => names.every(isGiven));
}

/** What `WWW-Authenticate` says of the first alternative. */
export function challengeFor(document: JsonObject, { security: [first = []] }: MockOperation): string {
  return first.map((name) => challengeOf(schemeOf(document, name))).join(", ");
}

export function schemeOf(document: JsonObject, name: string): JsonObject {
  const schemes = asObject(asObject(document["components"])["securitySchemes"]);
  return resolveLocal(document, schemes[name]) ?? {};
}

/** What a request has for a scheme; undefined where it has nothing. */
export function credentialOf(scheme: JsonObject, { headers, query }: Sent): string | undefined {
  const name = String(scheme["name"]);
  const authorization = headers["authorization"] ?? "";
  const named = (pairs: ReturnType<typeof pairsOf>): string | undefined =>
    pairs.find(([key, value]) => key === name && value !== "")?.[1];
  switch (scheme["type"]) {
    case "apiKey":
      if (scheme["in"] === "query") return named(pairsOf(query.replace(/^\?/, "")));
      if (scheme["in"] === "cookie") return named(pairsOf(headers["cookie"] ?? "", ";"));
      return headers[name.toLowerCase()] || undefined;
    case "http":
      return new RegExp(`^${escapeRegExp(String(scheme["scheme"]))}\\s+(\\S.*)`, "is").exec(authorization)?.[1];
    case "mutualTLS":
      return ""; // a mock without TLS sees no certificate
    default:
      return /^bearer\s+(\S.*)/is.exec(authorization)?.[1];
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function challengeOf(scheme: JsonObject): string {
  if (scheme["type"] === "apiKey") return `ApiKey name="${String(scheme["name"])}"`;
  return scheme["type"] === "http" ? String(scheme["scheme"]) : "Bearer";
}

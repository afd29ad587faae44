import { escape } from "./escape.ts";
import { evaluate, type Scope } from "./expression.ts";
import { objectOf, textOf, type JsonObject } from "./json.ts";
import type { Spec, SpecOperation } from "./spec.ts";

/** What credentials put on a request. */
export interface Authorization {
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** `name=value` pairs, ready for the URL. */
  readonly query: readonly string[];
  readonly cookie: readonly string[];
}

export const NO_CREDENTIALS: Authorization = { headers: {}, query: [], cookie: [] };

/** By the first alternative of the operation's security whose schemes are all fed; undefined where there is none. */
export function authorizationFor(
  spec: Spec,
  operation: SpecOperation,
  authorize: JsonObject,
  scope: Scope,
): Authorization | undefined {
  const alternative = operation.security.find((schemes) =>
    schemes.every((name) => evaluate(authorize[name], scope) !== undefined),
  );
  return alternative && authorizationBy(spec, alternative, authorize, scope);
}

/** By all of the schemes at once. */
export function authorizationBy(
  spec: Spec,
  schemes: readonly string[],
  authorize: JsonObject,
  scope: Scope,
): Authorization {
  const headers: Record<string, string> = {};
  const query: string[] = [];
  const cookie: string[] = [];
  for (const name of schemes) {
    const scheme = objectOf(spec.schemes[name]);
    const value = evaluate(authorize[name], scope);
    const key = textOf(scheme["name"]) ?? "";
    if (scheme["type"] !== "apiKey") headers["authorization"] = authorizationHeader(scheme, value);
    else if (scheme["in"] === "query") query.push(`${escape(key)}=${escape(String(value))}`);
    else if (scheme["in"] === "cookie") cookie.push(`${key}=${escape(String(value))}`);
    else headers[key.toLowerCase()] = String(value);
  }
  return { headers, query, cookie };
}

function authorizationHeader(scheme: JsonObject, value: unknown): string {
  if (scheme["type"] === "http" && String(scheme["scheme"]).toLowerCase() === "basic") {
    const { username = "", password = "" } = objectOf(value);
    return `Basic ${Buffer.from(`${String(username)}:${String(password)}`, "utf8").toString("base64")}`;
  }
  // Of other schemes users give the whole header.
  if (scheme["type"] === "http" && String(scheme["scheme"]).toLowerCase() !== "bearer") return String(value);
  return `Bearer ${String(value)}`;
}

import type { Exchange } from "../exchange.ts";

/** What was kept, and what follows the scheme in a header, may be a plain word as well ("me"), which errors may well hold. */
const shortestToken = 8;
const credentialHeader = /auth|cookie|token|secret|passw|session|api-?key|credential|signature/i;

/** What is never shown of a service's calls, by wire names; emitted from the spec. */
export interface Secrecy {
  /** Headers and query parameters that carry credentials. */
  readonly credentials?: readonly string[];
  /** Properties and parameters. */
  readonly sensitive?: readonly string[];
}

export function isSensitive(name: string, { sensitive = [] }: Secrecy): boolean {
  return sensitive.includes(name);
}

export function isCredential(name: string, { credentials = [] }: Secrecy): boolean {
  return credentialHeader.test(name) || credentials.some((each) => each.toLowerCase() === name.toLowerCase());
}

/**
 * What must not be shown of a call, whatever the appliance echoes, in the forms that it takes in URLs and in JSON too. The
 * longest comes first: one secret may begin like another.
 */
export function secretsOf(exchange: Exchange, secrecy: Secrecy): string[] {
  const values = [...credentialsOf(exchange), ...sentWith(exchange, secrecy), ...sensitiveIn(exchange.args, secrecy)];
  const forms = values.flatMap((value) => [value, encoded(value), JSON.stringify(value).slice(1, -1)]);
  return [...new Set(forms)].filter((form) => form !== "").sort((a, b) => b.length - a.length);
}

/** The fields of the credentials, but for those that the kind calls public, and what was kept of the sign-in. */
function credentialsOf({ held }: Exchange): string[] {
  if (held === undefined) return [];
  const { kind, given, values } = held;
  const fields = Object.keys(given).filter((name) => kind.fields[name]?.secret !== false);
  const isText = (value: unknown): value is string => typeof value === "string";
  const isToken = (value: unknown): boolean => isText(value) && value.length >= shortestToken;
  const kept = values === given ? [] : Object.values(values).filter(isToken);
  return [...fields.map((name) => given[name]).filter(isText), ...kept];
}

/** The headers that carry credentials, and the token in each: Basic is another spelling of name and password. */
function sentWith({ headers }: Exchange, secrecy: Secrecy): string[] {
  const found: string[] = [];
  // Arguments that are refused make no request, and so no headers.
  (headers as Headers | undefined)?.forEach((value, name) => {
    if (!isCredential(name, secrecy)) return;
    const token = value.split(" ").at(-1) ?? "";
    found.push(value, ...(token.length >= shortestToken ? [token] : []));
  });
  return found;
}

/** The texts in sensitive arguments and in sensitive properties of the body, at any depth. */
function sensitiveIn(args: object, secrecy: Secrecy): string[] {
  const texts: string[] = [];
  const seen = new Set<unknown>();
  const left: [value: unknown, isHidden: boolean][] = [[args, false]];
  // It grows while it is gone through.
  for (const [value, isHidden] of left) {
    if (isHidden && typeof value === "string") texts.push(value);
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value) || seen.has(value)) continue;
    seen.add(value);
    for (const [name, item] of Object.entries(value)) {
      // A parameter may have its place in front ("query.pin").
      left.push([item, isHidden || isSensitive(name.replace(/^\w+\./, ""), secrecy)]);
    }
  }
  return texts;
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return text; // half of a surrogate pair, which no URL holds
  }
}

import type { Exchange } from "../exchange.ts";
import { isJson } from "../media-type.ts";
import { secretsOf } from "./secrets.ts";

// - headers: those of the security schemes, and any whose name sounds like one
// - JSON: properties that the spec calls sensitive, whatever they hold, at any depth; text that is no JSON is not shown
// - everywhere: the values of the credentials in use, and arguments whose name is sensitive (an id in a path)
// Texts are made anew; nothing of the call is changed.

const hidden = "***";

const longestBody = 2_000;
/** A body beyond this is not even parsed. */
const longestParsed = 1_000_000;
/** What follows the scheme in a header may be a plain word as well. */
const shortestToken = 8;
const credentialHeader = /auth|cookie|token|secret|passw|session|api-?key|credential|signature/i;

/** Takes out of a text what must not be shown. */
export type Mask = (text: string) => string;

/** What is never shown of a service's calls, by wire names; emitted from the spec. */
export interface Secrecy {
  /** Headers and query parameters that carry credentials. */
  readonly credentials?: readonly string[];
  /** Properties and parameters. */
  readonly sensitive?: readonly string[];
}

/** What hides a call's secrets, in the forms that they take in URLs and in JSON too. */
export function maskOf(exchange: Exchange, secrecy: Secrecy): Mask {
  const { args, headers } = exchange;
  const values = new Set<string>(secretsOf(exchange));
  for (const name in args) {
    if (isSensitive(name.replace(/^\w+\./, ""), secrecy)) {
      for (const value of [args[name]].flat()) if (typeof value === "string") values.add(value);
    }
  }
  // Arguments that are refused make no request, and so no headers.
  (headers as Headers | undefined)?.forEach((value, name) => {
    if (!isCredential(name, secrecy)) return;
    values.add(value);
    const token = value.split(" ").at(-1) ?? "";
    if (token.length >= shortestToken) values.add(token);
  });
  const forms = [...values].flatMap((value) => [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]);
  // The longest first: one secret may begin like another.
  const sorted = [...new Set(forms)].filter((form) => form !== "").sort((a, b) => b.length - a.length);
  return (text) => sorted.reduce((left, form) => left.replaceAll(form, hidden), text);
}

export function redactUrl(url: string, secrecy: Secrecy, mask: Mask): string {
  const [address = "", ...query] = url.split("?");
  const isHidden = (name: string): boolean =>
    isSensitive(name, secrecy) || secrecy.credentials?.includes(name) === true;
  const pairs = query
    .join("?")
    .split("&")
    .map((pair) => {
      const [name = ""] = pair.split("=");
      return isHidden(plain(name)) ? `${name}=${hidden}` : pair;
    });
  return mask(query.length === 0 ? address : `${address}?${pairs.join("&")}`);
}

export function redactHeaders(headers: Headers, secrecy: Secrecy, mask: Mask): Record<string, string> {
  const shown: Record<string, string> = {};
  headers.forEach((value, name) => {
    shown[name] = isCredential(name, secrecy) ? hidden : mask(value);
  });
  return shown;
}

/** A body as it may be shown: JSON without what is sensitive, cut where it is long; of anything else its type and size. */
export function redactBody(body: unknown, mediaType: string, secrecy: Secrecy, mask: Mask): string {
  if (body === undefined || body === "") return "";
  if (typeof body !== "string") return `[${(body as object).constructor.name}]`;
  const size = `${mediaType || "no content type"}, ${body.length} characters`;
  if (body.length > longestParsed || !(isJson(mediaType) || /^\s*[[{]/.test(body))) return `[${size}]`;
  let shown: string;
  try {
    shown = mask(JSON.stringify(JSON.parse(body, hider(secrecy))));
  } catch {
    return `[${size}, no valid JSON]`;
  }
  return shown.length > longestBody ? `${shown.slice(0, longestBody)}… [${size}]` : shown;
}

/** Integers that a number would round are shown as texts, where the platform tells what stood there. */
function hider(secrecy: Secrecy): (name: string, value: unknown, context?: { source?: string }) => unknown {
  return (name, value, context) => {
    if (isSensitive(name, secrecy)) return hidden;
    const rounded = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
    return rounded ? (context?.source ?? value) : value;
  };
}

function isSensitive(name: string, { sensitive = [] }: Secrecy): boolean {
  return sensitive.includes(name);
}

function isCredential(name: string, { credentials = [] }: Secrecy): boolean {
  return credentialHeader.test(name) || credentials.some((each) => each.toLowerCase() === name.toLowerCase());
}

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not of our writing, and no name that the spec knows
  }
}

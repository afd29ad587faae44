import type { Exchange } from "../exchange.ts";
import { isJson } from "../media-type.ts";
import { isCredential, isSensitive, type Secrecy, secretsOf } from "./secrets.ts";

// - headers: those of the security schemes, and any whose name sounds like one
// - JSON: properties that the spec calls sensitive, whatever they hold, at any depth; text that is no JSON is not shown
// - everywhere: the values of the credentials in use and of what is sensitive in the arguments (an id in a path, a password in a body)
// Texts are made anew; nothing of the call is changed.

const hidden = "***";

const longestBody = 2_000;
/** A body beyond this is not even parsed. */
const longestParsed = 1_000_000;

/** Takes out of a text what must not be shown. */
export type Mask = (text: string) => string;

/** What hides a call's secrets. */
export function maskOf(exchange: Exchange, secrecy: Secrecy): Mask {
  const secrets = secretsOf(exchange, secrecy);
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, hidden), text);
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

function plain(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // not of our writing, and no name that the spec knows
  }
}

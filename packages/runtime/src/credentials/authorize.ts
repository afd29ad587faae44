import { ConfigurationError } from "../errors/configuration-error.ts";
import type { Exchange } from "../exchange.ts";
import type { SecurityScheme, Service } from "../operation.ts";
import { evaluate, type Scope } from "./expression.ts";
import type { Values } from "./kind.ts";

/** What goes on a request, by security scheme; a scheme that the values do not feed is left out. */
export type Texts = Readonly<Record<string, string>>;

export function textsFor({ schemes }: Service, authorizeBy: Values | undefined, scope: Scope): Texts {
  const texts: Record<string, string> = {};
  for (const name in authorizeBy) {
    const scheme = schemes?.[name];
    const value = evaluate(authorizeBy[name]!, scope);
    if (scheme !== undefined && value !== undefined) texts[name] = textFor(scheme, value);
  }
  return texts;
}

/**
 * Puts credentials on a request: for the first alternative of the operation's security that is fed whole, and for that
 * one alone. Tells whether there was one.
 */
export function authorize(exchange: Exchange, texts: Texts): boolean {
  for (const alternative of exchange.operation.security ?? []) {
    const names = Object.keys(alternative);
    if (!names.every((name) => texts[name] !== undefined)) continue;
    put(exchange, names, texts);
    exchange.met = alternative;
    return true;
  }
  return false;
}

/** Puts texts on a request, whatever the operation's security. */
export function put(exchange: Exchange, names: readonly string[], texts: Texts): void {
  if (names.length > 0) refuseElsewhere(exchange);
  for (const name of names) {
    try {
      putOne(exchange, exchange.core.service.schemes![name]!, texts[name]!);
    } catch {
      // what the platform says quotes the value
      throw exchange.error(ConfigurationError, "has credentials with a character that a header cannot hold");
    }
  }
}

function putOne(exchange: Exchange, scheme: SecurityScheme, text: string): void {
  const { headers } = exchange;
  if (scheme.type !== "apiKey") headers.set("authorization", text);
  else if (scheme.in === "header") headers.set(scheme.name, text);
  else if (scheme.in === "cookie") {
    const others = (headers.get("cookie") ?? "")
      .split("; ")
      .filter((each) => each && !each.startsWith(`${scheme.name}=`));
    headers.set("cookie", [...others, `${scheme.name}=${encodeURIComponent(text)}`].join("; "));
  } else {
    // By hand: `searchParams` would write the rest of the query anew, in another encoding.
    const [address = "", ...query] = exchange.url.split("#", 1)[0]!.split("?");
    const name = encodeURIComponent(scheme.name);
    const others = query
      .join("?")
      .split("&")
      .filter((each) => each && each !== name && !each.startsWith(`${name}=`));
    exchange.url = `${address}?${[...others, `${name}=${encodeURIComponent(text)}`].join("&")}`;
  }
}

/** Middleware may have turned the request to another origin: credentials do not go there. */
function refuseElsewhere(exchange: Exchange): void {
  const { url, core } = exchange;
  if (url.startsWith(`${core.baseUrl}/`) || new URL(url).origin === new URL(core.baseUrl).origin) return;
  throw exchange.error(ConfigurationError, `was turned to ${new URL(url).origin}, where its credentials may not go`);
}

function textFor({ type }: SecurityScheme, value: unknown): string {
  if (type === "bearer") return `Bearer ${String(value)}`;
  if (type === "apiKey") return String(value);
  const { username = "", password = "" } = value as { username?: string; password?: string };
  // btoa takes bytes: names and passwords are UTF-8
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)))}`;
}

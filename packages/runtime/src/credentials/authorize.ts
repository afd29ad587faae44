import type { Exchange } from "../exchange.ts";
import type { SecurityRequirement, SecurityScheme } from "../operation.ts";
import { evaluate, type Scope } from "./expression.ts";
import type { Values } from "./kind.ts";

/**
 * Puts credentials on a request: for the first alternative of the operation's security that the values feed whole, and
 * for that one alone. Tells whether there was one.
 */
export function authorize(exchange: Exchange, authorizeBy: Values, scope: Scope): boolean {
  const { security } = exchange.operation;
  const fed = security?.find((alternative) => feeds(authorizeBy, alternative, scope));
  for (const scheme in fed) put(exchange, scheme, authorizeBy, scope);
  return fed !== undefined;
}

/** Puts everything on a request that a step of the sign-in says, whatever the operation's security. */
export function authorizeStep(exchange: Exchange, authorizeBy: Values | undefined, scope: Scope): void {
  for (const scheme in authorizeBy) put(exchange, scheme, authorizeBy, scope);
}

function feeds(authorizeBy: Values, alternative: SecurityRequirement, scope: Scope): boolean {
  for (const scheme in alternative) {
    const value = authorizeBy[scheme];
    if (value === undefined || evaluate(value, scope) === undefined) return false;
  }
  return true;
}

function put(exchange: Exchange, name: string, authorizeBy: Values, scope: Scope): void {
  const scheme = exchange.core.service.schemes?.[name];
  const value = evaluate(authorizeBy[name]!, scope);
  if (scheme === undefined || value === undefined) return;
  const text = textFor(scheme, value);
  if (scheme.type !== "apiKey") exchange.headers.set("authorization", text);
  else if (scheme.in === "header") exchange.headers.set(scheme.name, text);
  else if (scheme.in === "cookie") exchange.headers.append("cookie", `${scheme.name}=${encodeURIComponent(text)}`);
  else {
    const url = new URL(exchange.url);
    url.searchParams.set(scheme.name, text);
    exchange.url = url.href;
  }
}

function textFor({ type }: SecurityScheme, value: unknown): string {
  if (type === "bearer") return `Bearer ${String(value)}`;
  if (type === "apiKey") return String(value);
  const { username = "", password = "" } = value as { username?: string; password?: string };
  // btoa takes bytes: names and passwords are UTF-8
  return `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${username}:${password}`)))}`;
}

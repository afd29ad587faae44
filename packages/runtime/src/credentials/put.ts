import type { Exchange } from "../exchange.ts";
import { prepare, set } from "../request.ts";
import type { Put, Puts } from "./kind.ts";

// How a security scheme puts its credential on a request, one function a scheme; a kind imports those that it feeds.

/** Puts the credentials of these schemes on a request. */
export function putOn(exchange: Exchange, puts: Puts, schemes: object = puts): void {
  for (const scheme in schemes) if (puts[scheme]) prepare(exchange, puts[scheme]);
}

export function inHeader(name: string, value: unknown): Put | undefined {
  if (value === undefined) return undefined;
  return ({ headers }) => set(headers, { [name]: value as string });
}

export function bearer(token: unknown): Put | undefined {
  return inHeader("authorization", token && `Bearer ${String(token)}`);
}

export function basic(username: unknown, password: unknown): Put | undefined {
  // btoa takes bytes: names and passwords are UTF-8
  const bytes = new TextEncoder().encode([username, password].join(":"));
  return inHeader("authorization", `Basic ${btoa(String.fromCharCode(...bytes))}`);
}

export function inCookie(name: string, value: unknown): Put | undefined {
  if (value === undefined) return undefined;
  return ({ headers }) => {
    const others = (headers.get("cookie") ?? "").split("; ").filter((each) => each && !each.startsWith(`${name}=`));
    headers.set("cookie", [...others, `${name}=${encodeURIComponent(String(value))}`].join("; "));
  };
}

export function inQuery(name: string, value: unknown): Put | undefined {
  if (value === undefined) return undefined;
  const key = encodeURIComponent(name);
  return (exchange) => {
    // By hand: `searchParams` would write the rest of the query anew, in another encoding.
    const [address = "", ...query] = exchange.url.split("#", 1)[0]!.split("?");
    const others = query
      .join("?")
      .split("&")
      .filter((each) => each && each !== key && !each.startsWith(`${key}=`));
    exchange.url = `${address}?${[...others, `${key}=${encodeURIComponent(String(value))}`].join("&")}`;
  };
}

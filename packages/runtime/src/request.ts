import { mergeHeaders as headersOf } from "openapi-fetch";
import { checkArguments, written } from "./arguments.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import { SdkError } from "./errors/sdk-error.ts";
import type { Exchange, Send } from "./exchange.ts";
import { type HeaderOptions, mergeHeaders } from "./settings.ts";

// How an operation and its arguments become a request: with openapi-fetch's serialisers and headers. Its client would do the
// same in more steps, with twice the bytes and a second layer of promises; `http` has that client for who wants it.

/** Makes the function that turns an exchange into a request and hands it to `send`. */
export function requester(headers: HeaderOptions, send: Send): Send {
  const defaults = mergeHeaders({ accept: "application/json" }, headers);
  const fill = (exchange: Exchange): void => {
    const { operation, args, options } = exchange;
    const { accept, body: type, method, path } = operation;
    exchange.method = method;
    exchange.url = exchange.base + path.replace(/\{([^{}]+)\}/g, (_, name: string) => segment(exchange, name));
    const query = written(operation.query, args).map(([, text]) => text);
    if (query.length > 0) exchange.url += `?${query.join("&")}`;
    const { body } = args;
    const own: Record<string, string> = {};
    if (accept !== undefined) own["accept"] = accept;
    if (type !== undefined && body !== undefined) {
      const [text, contentType] =
        typeof type === "string" ? [(operation.numbers ?? JSON).stringify(body), type] : type(body, exchange);
      exchange.body = text;
      own["content-type"] = contentType;
    }
    const parameters = operation.header && Object.fromEntries(written(operation.header, args));
    exchange.headers = headersFor(exchange, defaults, own, options?.headers, parameters);
    for (const [, pair] of written(operation.cookie, args)) exchange.headers.append("cookie", pair);
  };
  // Not async: it would be one promise more for every call, and whoever asks awaits anyway.
  return (exchange) => {
    checkArguments(exchange);
    try {
      fill(exchange);
    } catch (error) {
      if (error instanceof SdkError) throw error;
      const reason =
        error instanceof URIError ? "an argument holds half of a surrogate pair" : (error as Error).message;
      throw exchange.error(ConfigurationError, `cannot be sent: ${reason}`, error);
    }
    return send(exchange);
  };
}

function headersFor(exchange: Exchange, ...all: HeaderOptions[]): Headers {
  try {
    return headersOf(...all);
  } catch {
    // what the platform says quotes the value, which may be a secret
    const merged = Object.entries(mergeHeaders(...all));
    const [name] = merged.find(([name, value]) => !isHeader(name, value ?? "")) ?? [];
    throw exchange.error(
      ConfigurationError,
      `cannot be sent: ${JSON.stringify(name)} is no header, or has no value for one`,
    );
  }
}

function isHeader(name: string, value: string): boolean {
  try {
    return new Headers([[name, value]]).has(name);
  } catch {
    return false;
  }
}

/** A parameter is one segment, whatever it holds; what a server would take for another path is refused. */
function segment(exchange: Exchange, name: string): string {
  const { operation, args } = exchange;
  const argument = name === "body" || name === "contentType" ? `path.${name}` : name;
  const value = args[argument] ?? "";
  const style = operation.segments?.[argument];
  const text = style === undefined || value === "" ? encodeURIComponent(String(value)) : style(name, value);
  if (text !== "" && text !== "." && text !== "..") return text;
  const is = text === "" ? "missing or empty" : `"${text}"`;
  throw exchange.error(
    ConfigurationError,
    `cannot be sent: path parameter "${name}" is ${is}, which is no path segment`,
  );
}

import { checkArguments, written } from "./arguments.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import { SdkError } from "./errors/sdk-error.ts";
import type { Exchange } from "./exchange.ts";
import type { HeaderOptions } from "./settings.ts";

/** Makes the request of an exchange from its operation and arguments. */
export function fillRequest(exchange: Exchange, usual: HeaderOptions): void {
  checkArguments(exchange);
  try {
    fill(exchange, usual);
  } catch (error) {
    if (error instanceof SdkError) throw error;
    throw exchange.error(ConfigurationError, `cannot be sent: ${(error as Error).message}`, error);
  }
}

function fill(exchange: Exchange, usual: HeaderOptions): void {
  const { operation, args, options } = exchange;
  const { accept, body: type, method, path } = operation;
  exchange.method = method;
  exchange.url = exchange.base + path.replace(/\{([^{}]+)\}/g, (_, name: string) => segment(exchange, name));
  const query = written(operation.query, args).map(([, text]) => text);
  if (query.length > 0) exchange.url += `?${query.join("&")}`;
  const { body } = args;
  let contentType: string | undefined;
  if (type !== undefined && body !== undefined) {
    [exchange.body, contentType] =
      typeof type === "string" ? [(operation.numbers ?? JSON).stringify(body), type] : type(body, exchange);
  }
  exchange.headers = headersOf(
    exchange,
    { accept: "application/json" },
    usual,
    { accept, "content-type": contentType },
    options?.headers,
    operation.header && Object.fromEntries(written(operation.header, args)),
  );
  for (const [, pair] of written(operation.cookie, args)) exchange.headers.append("cookie", pair);
}

/** Of headers of the same name the last counts; null removes, undefined leaves what is there. */
function headersOf(exchange: Exchange, ...all: HeaderOptions[]): Headers {
  const headers = new Headers();
  for (const each of all) {
    for (const name in each) {
      const value = each[name];
      try {
        if (value === null) headers.delete(name);
        else if (value !== undefined) headers.set(name, value);
      } catch {
        // what the platform says quotes the value, which may be a secret
        const what = `cannot be sent: ${JSON.stringify(name)} is no header, or has no value for one`;
        throw exchange.error(ConfigurationError, what);
      }
    }
  }
  return headers;
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

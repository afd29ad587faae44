import { checkArguments, pathArgument, planOf, write } from "./arguments.ts";
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
  const { body: writer } = operation;
  let url = exchange.base;
  planOf(operation).pieces.forEach((piece, index) => (url += index % 2 === 0 ? piece : segment(exchange, piece)));
  let mark = "?";
  write(operation.query, args, (_, text) => {
    url += mark + text;
    mark = "&";
  });
  exchange.url = url;
  exchange.method = operation.method;
  let contentType: string | undefined;
  if (writer !== undefined && args["body"] !== undefined) {
    [exchange.body, contentType] =
      typeof writer === "string"
        ? [(operation.numbers ?? JSON).stringify(args["body"]), writer]
        : writer(args["body"], exchange);
  }
  const headers = (exchange.headers = new Headers());
  // Of headers of the same name the last counts; null removes, undefined leaves what is there.
  const set = (name: string, value: string | null | undefined): void => {
    try {
      if (value === null) headers.delete(name);
      else if (value !== undefined) headers.set(name, value);
    } catch {
      // what the platform says quotes the value, which may be a secret
      throw new TypeError(`${JSON.stringify(name)} is no header, or has no value for one`);
    }
  };
  const own = options?.headers;
  set("accept", "application/json");
  for (const name in usual) set(name, usual[name]);
  set("accept", operation.accept);
  set("content-type", contentType);
  for (const name in own) set(name, own[name]);
  write(operation.header, args, set);
  write(operation.cookie, args, (_, pair) => headers.append("cookie", pair));
}

/** A parameter is one segment, whatever it holds; what a server would take for another path is refused. */
function segment(exchange: Exchange, name: string): string {
  const { operation, args } = exchange;
  const argument = pathArgument(name);
  const value = args[argument] ?? "";
  const style = operation.segments?.[argument];
  const text = style === undefined || value === "" ? encodeURIComponent(String(value)) : style(name, value);
  if (text !== "" && text !== "." && text !== "..") return text;
  const is = text === "" ? "missing or empty" : `"${text}"`;
  throw new TypeError(`path parameter "${name}" is ${is}`);
}

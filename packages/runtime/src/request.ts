import { ConfigurationError } from "./errors/configuration-error.ts";
import { SdkError } from "./errors/sdk-error.ts";
import type { Arguments, Exchange } from "./exchange.ts";
import type { Operation } from "./operation.ts";
import type { HeaderOptions } from "./settings.ts";

// Arguments are one flat object: parameters by wire name, the body under `body`. A name that stands in several places
// is plain for the path and has its place in front elsewhere ("query.id"); so has a parameter called body or contentType. The
// styles of such parameters know what to write for it.

/** Makes the request of an exchange from its operation and arguments. */
export function fillRequest(exchange: Exchange, usual: HeaderOptions): void {
  prepare(exchange, fill, usual);
}

/** Does a part of it; what cannot be written is an error of the call. */
export function prepare<Given>(
  exchange: Exchange,
  part: (exchange: Exchange, given: Given | undefined) => void,
  given?: Given,
): void {
  try {
    part(exchange, given);
  } catch (error) {
    if (error instanceof SdkError) throw error;
    throw exchange.error(ConfigurationError, `cannot be sent: ${(error as Error).message}`, error);
  }
}

/** Names of arguments. */
export type Known = (string | undefined)[];

function fill(exchange: Exchange, usual: HeaderOptions): void {
  const { operation, args, options } = exchange;
  /** The names of all arguments that there are, in the end. What types would have refused is refused. */
  const known: Known = [operation.caution?.(exchange)];
  const { body: writer } = operation;
  const headers = new Headers();
  let contentType: string | undefined;

  /** A parameter is one segment, whatever it holds; what a server would take for another path is refused. */
  const segment = (_: string, argument: string): string => {
    known.push(argument);
    const value = args[argument] ?? "";
    const style = operation.segments?.[argument];
    const text = style && value !== "" ? style(argument, value) : encodeURIComponent(String(value));
    if (/^\.{0,2}$/.test(text)) throw new TypeError(`path parameter "${argument}" is "${text}"`);
    return text;
  };

  let url = exchange.base + operation.path.replace(/\{([^{}]+)\}/g, segment);
  let mark = "?";
  write(operation.query, args, known, (_, text) => {
    url += mark + text;
    mark = "&";
  });
  if (writer !== undefined) {
    const body = args["body"];
    known.push("body", writer.choice);
    if (body !== undefined) [exchange.body, contentType] = writer(body, exchange);
  }
  // Of headers of the same name the last counts. Given to the constructor, the first one would cost as much as all the others.
  headers.set("accept", "application/json");
  set(headers, usual);
  set(headers, { accept: operation.accept, "content-type": contentType });
  set(headers, options?.headers);
  operation.header?.(headers, args, known);
  operation.cookie?.(headers, args, known);

  for (const name in args) {
    if (args[name] !== undefined && !known.includes(name)) {
      throw exchange.error(ConfigurationError, `has no argument "${name}"`);
    }
  }
  exchange.url = url;
  exchange.method = operation.method;
  exchange.headers = headers;
}

/** The parameters of one place that are given, each written as its style does. */
export function write(
  styles: Operation["query"],
  args: Arguments,
  known: Known,
  take: (argument: string, text: string) => void,
): void {
  for (const argument in styles) {
    known.push(argument);
    const value = args[argument] ?? undefined;
    const text = value === undefined ? "" : styles[argument]!(argument, value);
    if (text) take(argument, text);
  }
}

/** Null removes a header, undefined leaves what is there. */
export function set(headers: Headers, given: HeaderOptions): void {
  for (const name in given) {
    const value = given[name];
    try {
      if (value === null) headers.delete(name);
      else if (value !== undefined) headers.set(name, value);
    } catch {
      // what the platform says quotes the value, which may be a secret
      throw new TypeError(`the header ${JSON.stringify(name)} has a character that none can have`);
    }
  }
}

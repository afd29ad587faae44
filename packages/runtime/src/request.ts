import createClient from "openapi-fetch";
import { checkArguments, headerParameters, wireName } from "./arguments.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import type { Exchange, Send } from "./exchange.ts";
import { isJson } from "./media-type.ts";
import { type HeaderOptions, mergeHeaders } from "./settings.ts";

// How an operation and its arguments become a request: openapi-fetch puts it together, with our serialisers, and
// "sends" it to the stages. It takes any class as its Request: ours fills the exchange, so no copy is made.
// What it calls the data stream is the whole Response: reading it is up to the call.

interface Init {
  exchange: Exchange;
  params: { path: Exchange; query: Exchange; header: Record<string, unknown> | undefined };
  body?: unknown;
  bodySerializer?: (body: unknown) => unknown;
  headers: HeaderOptions;
  parseAs: "stream";
}
// openapi-fetch types its client over the paths of one spec; this is the same client, over none.
type UntypedClient = (options: object) => {
  request(method: string, path: string, init: Init): Promise<{ data: Response }>;
};

class FilledExchange {
  constructor(url: string, init: { exchange: Exchange; method: string; headers: Headers; body: BodyInit | undefined }) {
    const { exchange } = init;
    exchange.url = url;
    exchange.method = init.method;
    exchange.headers = init.headers;
    exchange.body = init.body;
    return exchange;
  }
}

const unread = { get: () => null };

/** Makes the function that turns an exchange into a request and hands it to `send`. */
export function requester(baseUrl: string, headers: HeaderOptions, send: Send): Send {
  const client = (createClient as unknown as UntypedClient)({
    baseUrl,
    headers: mergeHeaders({ accept: "application/json" }, headers),
    Request: FilledExchange,
    fetch: async (exchange: Exchange) => ({ ok: true, status: 200, headers: unread, body: await send(exchange) }),
    pathSerializer,
    querySerializer,
    bodySerializer: (body: unknown) => JSON.stringify(body),
  });
  return async (exchange) => {
    const { operation, args, options } = exchange;
    checkArguments(exchange);
    const { accept, body } = operation;
    const init: Init = {
      exchange,
      params: { path: exchange, query: exchange, header: headerParameters(operation, args) },
      headers: accept === undefined ? options?.headers : mergeHeaders({ accept }, options?.headers),
      parseAs: "stream",
    };
    if (body !== undefined && args["body"] !== undefined) {
      init.body = args["body"];
      if (!isJson(body)) init.bodySerializer = (whole) => whole;
      else if (operation.numbers !== undefined) init.bodySerializer = operation.numbers.stringify;
      // fetch itself names the boundary of a form
      const type = body.startsWith("multipart/") ? null : body;
      if (type !== "application/json") init.headers = mergeHeaders({ "content-type": type }, init.headers);
    }
    return (await client.request(operation.method, operation.path, init)).data;
  };
}

function pathSerializer(template: string, exchange: Exchange): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => segment(exchange, name));
}

/** A parameter is one segment, whatever it holds; what a server would take for another path is refused. */
function segment(exchange: Exchange, name: string): string {
  const text = String(exchange.args[name === "body" ? "path.body" : name] ?? "");
  if (text === "" || text === "." || text === "..") {
    const is = text === "" ? "missing or empty" : `"${text}"`;
    throw exchange.error(
      ConfigurationError,
      `cannot be sent: path parameter "${name}" is ${is}, which is no path segment`,
    );
  }
  return encodeURIComponent(text);
}

function querySerializer({ operation: { query }, args }: Exchange): string {
  let search = "";
  for (const name in query) {
    const value = args[name];
    if (value === undefined || value === null) continue;
    const part = query[name]!(wireName(name), value);
    if (part !== "") search += search === "" ? part : `&${part}`;
  }
  return search;
}

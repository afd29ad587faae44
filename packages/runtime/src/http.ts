import createClient, { type Client as HttpClient } from "openapi-fetch";
import type { Core } from "./core.ts";
import { Exchange } from "./exchange.ts";
import type { Operation, SecurityRequirement } from "./operation.ts";

export type { HttpClient };

/** Which operations need which credentials, by method and path template; what is not listed needs the usual ones. */
export interface HttpSecurity {
  readonly usual: readonly SecurityRequirement[];
  /** "POST /session": their own alternatives, or null where none are needed. */
  readonly other: Readonly<Record<string, readonly SecurityRequirement[] | null>>;
}

/** openapi-fetch's own typed client, on the same sign-in, retries and limits as the methods. */
export function httpClient<Paths extends object>(core: Core, security: HttpSecurity): HttpClient<Paths> {
  const operations = new WeakMap<Request, Operation>();
  const client = createClient<Paths>({
    baseUrl: core.baseUrl,
    headers: { accept: "application/json", ...core.options.headers },
    fetch: async (request) => core.send(await exchangeFor(core, request, operations.get(request))),
  });
  client.use({
    onRequest({ request, schemaPath }) {
      const own = security.other[`${request.method} ${schemaPath}`];
      const needed = own === undefined ? security.usual : own;
      const operation = {
        id: `${request.method} ${schemaPath}`,
        method: request.method,
        path: schemaPath,
        responses: {},
      };
      operations.set(request, needed === null ? operation : { ...operation, security: needed });
    },
  });
  return client;
}

async function exchangeFor(core: Core, request: Request, operation: Operation | undefined): Promise<Exchange> {
  const { method, url, headers, signal } = request;
  const described = operation ?? { id: `${method} ${url}`, method, path: url, responses: {} };
  const exchange = new Exchange(core, described, {}, { signal });
  const body = await request.arrayBuffer();
  Object.assign(exchange, { url, method, headers, raw: true, body: body.byteLength === 0 ? undefined : body });
  return exchange;
}

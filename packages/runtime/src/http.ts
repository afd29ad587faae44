import createClient, { type Client as HttpClient } from "openapi-fetch";
import type { Core } from "./core.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import { Exchange } from "./exchange.ts";
import type { Operation, SecurityRequirement } from "./operation.ts";
import { mergeHeaders } from "./settings.ts";
import { refuseElsewhere } from "./stages/middleware.ts";

export type { HttpClient };

/** Which operations need which credentials, by method and path template; what is not listed needs the usual ones. */
export interface HttpSecurity {
  readonly usual: readonly SecurityRequirement[];
  /** "POST /session": their own alternatives, or null where none are needed. */
  readonly other: Readonly<Record<string, readonly SecurityRequirement[] | null>>;
}

/** openapi-fetch's own typed client, on the same sign-in, retries and limits as the methods. */
export function httpClient<Paths extends object>(core: Core, { usual, other }: HttpSecurity): HttpClient<Paths> {
  const operations = new WeakMap<Request, Operation>();
  const describe = ({ method }: Request, path: string): Operation => {
    const id = `${method} ${path}`;
    const own = other[id];
    return { id, method, path, responses: {}, security: own === undefined ? usual : (own ?? []) };
  };
  const client = createClient<Paths>({
    baseUrl: core.baseUrl,
    headers: mergeHeaders({ accept: "application/json" }, core.options().headers),
    async fetch(request) {
      // A Request that the user's own middleware made anew is known by its URL alone, and needs what is usual.
      const operation = operations.get(request) ?? describe(request, new URL(request.url).pathname);
      const { method, url, headers, signal } = request;
      const exchange = new Exchange(core, operation, {}, { signal });
      const body = await request.arrayBuffer();
      Object.assign(exchange, { url, method, headers, raw: true, body: body.byteLength === 0 ? undefined : body });
      refuseElsewhere(exchange);
      const answer = core.send(exchange).catch((error: unknown) => {
        core.observer.explain?.(exchange, error);
        throw error;
      });
      return core.observer.watch?.(exchange, answer) ?? answer;
    },
  });
  client.use({
    onRequest({ request, schemaPath, params }) {
      const operation = describe(request, schemaPath);
      for (const [, name = ""] of schemaPath.matchAll(/\{([^{}]+)\}/g)) {
        const text = String(params.path?.[name] ?? "");
        // By now the URL is another one, or has the name of the parameter in it.
        if (/^\.{0,2}$/.test(text)) {
          throw new ConfigurationError(
            core.service.name,
            `${operation.id} cannot be sent: path parameter "${name}" is "${text}"`,
          );
        }
      }
      operations.set(request, operation);
    },
  });
  return client;
}

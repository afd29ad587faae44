import createClient, { type Client as HttpClient } from "openapi-fetch";
import type { Core } from "./core.ts";
import { ConfigurationError } from "./errors/configuration-error.ts";
import { Exchange } from "./exchange.ts";
import type { Operation, SecurityRequirement } from "./operation.ts";
import { mergeHeaders } from "./settings.ts";
import { refuseElsewhere } from "./stages/middleware.ts";

export type { HttpClient };

/** What operations need, by method and path template; of what is not listed the usual credentials. */
export interface HttpNeeds {
  readonly usual: readonly SecurityRequirement[];
  /** "POST /session": their own alternatives, or null where none are needed. */
  readonly other: Readonly<Record<string, readonly SecurityRequirement[] | null>>;
  /** "DELETE /sessions": the parameter without which it does something drastic. */
  readonly drastic?: Readonly<Record<string, string>>;
}

/** openapi-fetch's own typed client, on the same sign-in, retries and limits as the methods. */
export function httpClient<Paths extends object>(
  core: Core,
  { usual, other, drastic = {} }: HttpNeeds,
): HttpClient<Paths> {
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
    onRequest({ request, schemaPath, params: { path, query, header } }) {
      const operation = describe(request, schemaPath);
      const refuse = (why: string): never => {
        throw new ConfigurationError(core.service.name, `${operation.id} ${why}`);
      };
      for (const [, name = ""] of schemaPath.matchAll(/\{([^{}]+)\}/g)) {
        const text = String(path?.[name] ?? "");
        // By now the URL is another one, or has the name of the parameter in it.
        if (/^\.{0,2}$/.test(text)) refuse(`cannot be sent: path parameter "${name}" is "${text}"`);
      }
      const needed = drastic[operation.id];
      if (needed !== undefined && String(query?.[needed] ?? header?.[needed] ?? "").trim() === "") {
        refuse(`must be given "${needed}"; the client's method for it says what it does without`);
      }
      operations.set(request, operation);
    },
  });
  return client;
}

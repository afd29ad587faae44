import type { Violation } from "@vendor-sdks/mock-server";
import type { Fetch } from "@vendor-sdks/runtime";
import { operationAt, type Spec, type SpecOperation } from "../openapi/spec.ts";
import type { Exchange } from "./exchange.ts";
import type { PrismJudge } from "./prism.ts";

export interface Watched extends Exchange {
  /** Undefined where the spec has none at this path. */
  readonly operation: SpecOperation | undefined;
  readonly prism: readonly Violation[] | undefined;
}

export interface Watch {
  /** For the client: sends as the given one does, and keeps what went by. */
  readonly fetch: Fetch;
  readonly exchanges: readonly Watched[];
}

/** Milliseconds that an answer may take, its body included: some are meant never to end. */
const LONGEST = 30_000;

export function watch(spec: Spec, baseUrl: string, prism: PrismJudge, send: Fetch): Watch {
  const exchanges: Watched[] = [];
  return {
    exchanges,
    async fetch(url, init) {
      const limit = AbortSignal.timeout(LONGEST);
      const signal = init.signal ? AbortSignal.any([init.signal, limit]) : limit;
      const response = await send(url, { ...init, signal, redirect: "manual" });
      const body = await response.arrayBuffer();
      const { status, headers } = response;
      const [path = "", query] = url.slice(baseUrl.length).split(/(?=\?)/);
      const exchange: Exchange = {
        method: init.method ?? "GET",
        path,
        query: query ?? "",
        requestHeaders: new Headers(init.headers),
        requestBody: textOf(init.body),
        status,
        headers: new Headers(headers),
        body: new TextDecoder().decode(body),
      };
      const operation = operationAt(spec, exchange.method, path);
      const isJudged = operation !== undefined && operation.server === undefined;
      exchanges.push({ ...exchange, operation, prism: isJudged ? await prism.judge(exchange) : undefined });
      return new Response(BODYLESS.includes(status) ? null : body, { status, headers: forClient(status, headers) });
    },
  };
}

const BODYLESS = [101, 103, 204, 205, 304];

/** The body is no longer as it was coded for the way, and what is looked at is a redirection, not where it leads. */
function forClient(status: number, headers: Headers): Headers {
  const kept = new Headers(headers);
  for (const name of ["content-encoding", "content-length"]) kept.delete(name);
  if (status >= 300 && status < 400) kept.delete("location");
  return kept;
}

function textOf(body: RequestInit["body"]): string | undefined {
  if (body === undefined || body === null) return "";
  return typeof body === "string" ? body : undefined;
}

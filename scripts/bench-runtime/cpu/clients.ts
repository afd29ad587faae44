import { createClient, createConfig } from "@hey-api/client-fetch";
import ky from "ky";
import createOpenapiFetch from "openapi-fetch";
import { pathToFileURL } from "node:url";
import { own } from "../../generate/load/json.ts";
import type { Fetch, PlannedCall, Plan } from "./plan.ts";

/** One client, ready to make both calls of a plan; each resolves to the data. */
export interface BenchClient {
  readonly get: () => Promise<unknown>;
  readonly post: () => Promise<unknown>;
}

/** What all the others are held against. */
export const REFERENCE = "openapi-fetch + token middleware";

/** What a client of ours is called by, behind the name of its package. */
export const PIPELINE = "the whole pipeline";

export const BASE = "http://bench.example/api";

/** The clients by name, made anew over a stub. */
export async function createClients(plan: Plan, fetch: Fetch): Promise<Readonly<Record<string, BenchClient>>> {
  return {
    "raw fetch": rawFetch(plan, fetch),
    "openapi-fetch": openapiFetch(plan, fetch, false),
    [REFERENCE]: openapiFetch(plan, fetch, true),
    "@hey-api/client-fetch": heyApi(plan, fetch),
    "ky, with its retries and time limit": kyClient(plan, fetch),
    [`${plan.from.name}, ${PIPELINE}`]: await ours(plan, fetch),
  };
}

function rawFetch({ credential: [name, value], get, post }: Plan, fetch: Fetch): BenchClient {
  const write = { [get.operation.operationId]: url(get), [post.operation.operationId]: url(post) };
  const call = async (planned: PlannedCall, init: RequestInit): Promise<unknown> => {
    const address = write[planned.operation.operationId]?.() ?? "";
    const response = await fetch(address, init);
    if (!response.ok) throw new Error(String(response.status));
    return response.json();
  };
  const body = bodyOf(post);
  return {
    get: () => call(get, { headers: { [name]: value } }),
    post: () => {
      const headers = { [name]: value, "content-type": "application/json" };
      return call(post, { method: "POST", headers, body: JSON.stringify(body) });
    },
  };
}

/** Writes a URL by hand: pieces of the template and encoded values, as a template literal would. */
function url({ operation, path, query }: PlannedCall): () => string {
  const pieces = operation.path.split(/\{([^{}]+)\}/);
  const hasQuery = Object.keys(query).length > 0;
  return () => {
    let address = BASE;
    for (const [index, piece] of pieces.entries()) {
      address += index % 2 === 0 ? piece : encodeURIComponent(path[piece] ?? "");
    }
    return hasQuery ? `${address}?${new URLSearchParams(query).toString()}` : address;
  };
}

interface AnyPaths {
  readonly [path: string]: { readonly get: AnyOperation; readonly post: AnyOperation };
}
interface AnyOperation {
  readonly parameters: { readonly path?: Record<string, string>; readonly query?: Record<string, string> };
  readonly requestBody: { readonly content: { readonly "application/json": object } };
  readonly responses: { readonly 200: { readonly content: { readonly "application/json": unknown } } };
}

function openapiFetch({ credential: [name, value], get, post }: Plan, fetch: Fetch, middleware: boolean): BenchClient {
  const headers = middleware ? {} : { [name]: value };
  const client = createOpenapiFetch<AnyPaths>({ baseUrl: BASE, headers, fetch });
  if (middleware) {
    client.use({
      onRequest({ request }) {
        request.headers.set(name, value);
        return request;
      },
    });
  }
  const body = bodyOf(post);
  const params = ({ path, query }: PlannedCall): object => ({ path, query });
  return {
    get: async () => (await client.GET(get.operation.path, { params: params(get) } as never)).data,
    post: async () => (await client.POST(post.operation.path, { params: params(post), body } as never)).data,
  };
}

function heyApi({ credential: [name, value], get, post }: Plan, fetch: Fetch): BenchClient {
  const client = createClient(createConfig({ baseUrl: BASE, auth: () => value, fetch }));
  const security = [{ type: "apiKey", in: "header", name } as const];
  const body = bodyOf(post);
  const headers = { "content-type": "application/json" };
  const options = ({ operation, path, query }: PlannedCall) => ({ security, url: operation.path, path, query });
  return {
    get: async () => (await client.get(options(get))).data,
    post: async () => (await client.post({ ...options(post), body, headers })).data,
  };
}

function kyClient({ credential: [name, value], get, post }: Plan, fetch: Fetch): BenchClient {
  const client = ky.create({ headers: { [name]: value }, fetch });
  const json = bodyOf(post);
  const [getUrl, postUrl] = [url({ ...get, query: {} }), url({ ...post, query: {} })];
  return {
    get: () => client.get(getUrl(), { searchParams: get.query }).json(),
    post: () => client.post(postUrl(), { searchParams: post.query, json }).json(),
  };
}

type Method = (args: object) => Promise<unknown>;
type ClientClass = new (options: object) => object;

async function ours({ from, fields, get, post }: Plan, fetch: Fetch): Promise<BenchClient> {
  const module = (await import(pathToFileURL(from.entry).href)) as object;
  const client = new (own(module, from.vendor.client) as ClientClass)({ baseUrl: BASE, credentials: fields, fetch });
  const bound = ({ operation: { group, operationId }, args }: PlannedCall): (() => Promise<unknown>) => {
    const methods = own(client, group) as Readonly<Record<string, Method>>;
    return () => methods[operationId]?.(args) ?? Promise.reject(new Error(`there is no ${group}.${operationId}`));
  };
  return { get: bound(get), post: bound(post) };
}

function bodyOf({ args }: PlannedCall): object {
  return args["body"] as object;
}

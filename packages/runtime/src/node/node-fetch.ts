/// <reference types="node" />
import type { Agent, RequestInit as UndiciInit } from "undici";
import { connectorOf } from "./connector.ts";
import { mistake } from "./mistake.ts";
import type { NodeFetch, NodeFetchOptions } from "./options.ts";
import { readProxy } from "./proxy.ts";
import { readTls } from "./tls.ts";
import { loadUndici } from "./undici.ts";

type Sender = (url: string, init: RequestInit) => Promise<Response>;

const defaultConnectTimeout = 10_000;

/**
 * A `fetch` for Node with TLS and proxy settings of its own, for a client's `fetch` option. It needs the package
 * `undici`. Nothing outside of it changes, neither the global `fetch` nor other clients.
 *
 * ```ts
 * import { nodeFetch } from "@vendor-sdks/runtime/node";
 *
 * const fingerprint256 =
 *   "54:8B:1F:7A:0C:32:6D:90:11:E2:3C:47:5F:A8:66:D1:09:BE:72:4E:83:FA:55:20:9C:1D:EE:37:B0:68:24:CD";
 * await using fetch = nodeFetch({ fingerprint256 }); // or the authority: ca: { file: "appliance-ca.pem" }
 * ```
 *
 * Other runtimes have their own means. Bun: `(url, init) => fetch(url, { ...init, tls: { ca }, proxy })`. Deno:
 * `const client = Deno.createHttpClient({ caCerts: [ca], proxy: { url } })` and
 * `(url, init) => fetch(url, { ...init, client })`.
 */
export function nodeFetch(options: NodeFetchOptions = {}): NodeFetch {
  // Bun replaces undici by a stand-in that ignores every setting.
  if (process.versions["bun"] !== undefined) {
    throw mistake("it works on Node only. On Bun write: fetch: (url, init) => fetch(url, { ...init, tls: { ca } }).");
  }
  const timeout = milliseconds(options.connectTimeout, "connectTimeout") ?? defaultConnectTimeout;
  const keepAlive = milliseconds(options.keepAlive, "keepAlive");
  const proxy = options.proxy === undefined ? undefined : readProxy(options.proxy);
  const tls = readTls(options);
  if (options.insecure === true) warn(options);

  const making = new Set<AbortController>();
  let closed = false;
  let agent: Agent | undefined;
  let sender: Promise<Sender> | undefined;

  const open = async (): Promise<Sender> => {
    const undici = await loadUndici();
    agent = new undici.Agent({
      connect: connectorOf(undici.buildConnector, { tls, proxy, timeout, making }),
      // How long a call may take is the client's to say.
      headersTimeout: 0,
      bodyTimeout: 0,
      ...keepAliveOf(keepAlive),
    });
    const dispatcher = agent;
    return async (url, init) => {
      const body = init.body instanceof FormData ? copy(init.body, new undici.FormData()) : init.body;
      // The same interfaces, declared twice: by the DOM library and by undici.
      const response = await undici.fetch(url, { ...init, body, dispatcher } as unknown as UndiciInit);
      return response as unknown as Response;
    };
  };

  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    // Where undici could not be loaded, its callers have been told.
    await sender?.catch(() => undefined);
    await agent?.destroy();
    for (const each of making) each.abort();
  };

  const send = async (url: string, init: RequestInit): Promise<Response> => {
    if (!closed) sender ??= open();
    const go = await sender;
    if (closed || go === undefined) throw mistake("it was closed. Make a new one for further calls.");
    return go(url, init);
  };
  return Object.assign(send, { close, [Symbol.asyncDispose]: close });
}

function milliseconds(value: number | undefined, option: string): number | undefined {
  if (value === undefined || (Number.isSafeInteger(value) && value >= 0)) return value;
  throw mistake(`${option} is ${String(value)}. Write a whole number of milliseconds, or leave it out.`);
}

function keepAliveOf(keepAlive: number | undefined): Agent.Options {
  if (keepAlive === undefined) return {};
  // A server may ask for longer; the option is meant as it stands.
  return keepAlive === 0 ? { pipelining: 0 } : { keepAliveTimeout: keepAlive, keepAliveMaxTimeout: keepAlive };
}

/** undici takes no other form than its own for one; anything else it would send as the text "[object FormData]". */
function copy<To extends { append(name: string, value: unknown): void }>(from: FormData, to: To): To {
  from.forEach((value, name) => to.append(name, value));
  return to;
}

function warn({ logger }: NodeFetchOptions): void {
  const text =
    "nodeFetch: insecure is set, so the server's certificate is not checked, and anyone on the way can read and " +
    "change what is sent, credentials included. Trust the certificate by ca or fingerprint256 instead.";
  if (logger === undefined) process.emitWarning(text, { code: "INSECURE_TLS" });
  else logger.warn?.(text);
}

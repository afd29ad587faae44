/// <reference types="node" />
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { isIP, type Socket } from "node:net";
import type { buildConnector } from "undici";
import { noTunnel, tlsRemedy } from "../tls-remedy.ts";
import { mistake } from "./mistake.ts";
import type { Trust } from "./tls.ts";

export interface Proxy {
  readonly secure: boolean;
  readonly host: string;
  readonly port: number;
  /** Value of Proxy-Authorization. Secret. */
  readonly authorization: string | undefined;
}

export interface TunnelOptions {
  readonly tls: Trust;
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** No error shows the URL, since it may hold a password. */
export function readProxy(text: string): Proxy {
  const hint = 'Write it as "http://host:port", or "http://user:password@host:port"';
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw mistake(`proxy is not the URL of an HTTP or HTTPS proxy. ${hint}.`);
  }
  const url = new URL(text);
  const secure = url.protocol === "https:";
  return {
    secure,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 443 : 80),
    authorization: authorizationOf(url, `${hint}, special characters in user and password percent-encoded.`),
  };
}

function authorizationOf({ username, password }: URL, hint: string): string | undefined {
  if (username === "" && password === "") return undefined;
  try {
    const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return `Basic ${Buffer.from(credentials).toString("base64")}`;
  } catch {
    // The error of decodeURIComponent would say nothing more.
    throw mistake(`user or password in proxy are not percent-encoded properly. ${hint}`);
  }
}

/** Makes a connection through the proxy to `authority` (host:port). */
export function tunnel(
  proxy: Proxy,
  authority: string,
  { tls, timeout, signal }: TunnelOptions,
  callback: buildConnector.Callback,
): void {
  const { secure, host, port, authorization } = proxy;
  // A code of its own: what is wrong between here and the proxy is not to be taken for an error of the server.
  const fail = (reason: string, cause?: unknown): void => {
    const error = new Error(`no way through the proxy ${host}:${port}: ${reason}`, { cause });
    callback(Object.assign(error, { code: noTunnel }), null);
  };
  const request = (secure ? requestSecure : requestPlain)({
    ...(secure ? tls : undefined),
    host,
    port,
    // Otherwise taken from the Host header, which names the server.
    servername: isIP(host) === 0 ? host : "",
    method: "CONNECT",
    path: authority,
    headers: { host: authority, ...(authorization === undefined ? {} : { "proxy-authorization": authorization }) },
    agent: false,
    signal,
  });
  const late = (): unknown => request.destroy(new Error(`no answer within ${timeout} ms`));
  const timer = timeout === 0 ? undefined : setTimeout(late, timeout);
  request.once("connect", ({ statusCode = 0 }, socket: Socket, head: Buffer) => {
    clearTimeout(timer);
    if (statusCode < 200 || statusCode > 299) {
      socket.destroy();
      fail(refusal(statusCode, authority, authorization));
      return;
    }
    if (head.length > 0) socket.unshift(head);
    callback(null, socket);
  });
  request.once("error", (cause: NodeJS.ErrnoException) => {
    clearTimeout(timer);
    // Of what speaks no TLS, Node's own client says no more than EPROTO, and OpenSSL's words.
    const code = cause.message.includes(":wrong version number:") ? "ERR_SSL_WRONG_VERSION_NUMBER" : cause.code;
    const remedy = tlsRemedy(code ?? "", cause.message);
    fail(`${cause.message.trim() || String(cause.code)}${remedy === undefined ? "" : ` (${remedy})`}`, cause);
  });
  request.end();
}

function refusal(status: number, authority: string, authorization: string | undefined): string {
  if (status !== 407) return `it answers ${status} to CONNECT ${authority}`;
  return authorization === undefined
    ? 'it asks for credentials (407); write them into its URL: "http://user:password@host:port"'
    : "it refuses the user and password in its URL (407)";
}

/// <reference types="node" />
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type AddressInfo, connect, createServer as createTcpServer, type Server, type Socket } from "node:net";
import type { TLSSocket, TlsOptions } from "node:tls";
import { onTestFinished } from "vitest";
import type { Issued } from "@vendor-sdks/certificates";

export interface Peer {
  readonly port: number;
  readonly url: string;
  /** What arrived: "METHOD target", in order. */
  readonly log: string[];
  readonly requests: IncomingMessage[];
  /** Connections that are open. */
  readonly open: ReadonlySet<Socket>;
  /** How many connections there have been. */
  readonly connections: () => number;
}

/** A plain server on loopback that answers "hello"; it ends with the test. */
export function plainServer(): Promise<Peer> {
  return start("http", createServer);
}

/** The same one with TLS; it tells the name on the client's certificate, if it gets one. */
export function tlsServer(certificate: Issued, options: TlsOptions = {}): Promise<Peer> {
  const { cert, key } = certificate;
  return start("https", (answer) => createSecureServer({ cert, key, ...options }, answer));
}

async function start(scheme: string, create: (answer: RequestListener) => Server): Promise<Peer> {
  const log: string[] = [];
  const requests: IncomingMessage[] = [];
  const server = create((request, response) => {
    log.push(`${String(request.method)} ${String(request.url)}`);
    requests.push(request);
    let body = "";
    request.on("data", (chunk) => (body += String(chunk)));
    request.on("end", () => {
      if (request.url === "/silent") response.write("first");
      else response.end(`hello ${clientOf(request)}${body}`);
    });
  });
  return { log, requests, ...(await listen(server, scheme)) };
}

function clientOf({ socket }: IncomingMessage): string {
  const certificate = (socket as Partial<TLSSocket>).getPeerCertificate?.();
  return String(certificate?.subject?.CN ?? "");
}

export interface TestProxy extends Peer {
  /** `http://user:password@host:port`, where it wants credentials. */
  readonly urlWithCredentials: string;
}

/** A CONNECT proxy; with credentials given, it asks for them. A certificate makes it one that speaks TLS. */
export async function connectProxy(
  options: { readonly credentials?: string; readonly certificate?: Issued; readonly silent?: boolean } = {},
): Promise<TestProxy> {
  const { credentials, certificate, silent } = options;
  const log: string[] = [];
  const requests: IncomingMessage[] = [];
  const expected = credentials && `Basic ${Buffer.from(decodeURIComponent(credentials)).toString("base64")}`;
  const server = certificate === undefined ? createServer() : createSecureServer(certificate);
  server.on("connect", (request: IncomingMessage, socket: Socket) => {
    log.push(`CONNECT ${String(request.url)}`);
    requests.push(request);
    socket.on("error", () => socket.destroy());
    if (silent === true) {
      socket.resume().on("end", () => socket.end());
      return;
    }
    if (expected !== undefined && request.headers["proxy-authorization"] !== expected) {
      socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
      return;
    }
    const { hostname, port } = new URL(`http://${String(request.url)}`);
    const upstream = connect(Number(port) || 80, hostname, () => {
      socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    upstream.on("close", () => socket.destroy());
    socket.on("close", () => upstream.destroy());
  });
  const peer = await listen(server, certificate === undefined ? "http" : "https");
  const urlWithCredentials = peer.url.replace("://", `://${credentials ?? ""}@`);
  return { log, requests, ...peer, urlWithCredentials };
}

/** Accepts connections, and never says anything. */
export function muteServer(): Promise<Omit<Peer, "log" | "requests">> {
  // Reads on, or it would never learn that the other side has gone.
  return listen(
    createTcpServer((socket) => socket.resume()),
    "https",
  );
}

async function listen(server: Server, scheme: string): Promise<Omit<Peer, "log" | "requests">> {
  const open = new Set<Socket>();
  let count = 0;
  server.on("connection", (socket: Socket) => {
    count += 1;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => socket.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `${scheme}://127.0.0.1:${port}`, open, connections: () => count };
}

/// <reference types="node" />
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { type Answer, bodyOf, headersOf, inTurn, type Sent } from "./replies.ts";

export interface TestServer {
  readonly url: string;
  readonly sent: Sent[];
}

/** A server on loopback that gives the answers one after the other; it ends with the test. */
export async function serve(...answers: readonly Answer[]): Promise<TestServer> {
  const next = inTurn(answers);
  const sent: Sent[] = [];
  return listen(async (request, response) => {
    const received = await receive(request);
    sent.push(received);
    const reply = await next(received);
    if (reply === undefined) return;
    response.writeHead(reply.status ?? 200, headersOf(reply)).end(bodyOf(reply));
  }, sent);
}

/** A server for what plain answers cannot say: half a body, a cut connection. */
export async function listen(
  handle: (request: IncomingMessage, response: ServerResponse) => unknown,
  sent: Sent[] = [],
): Promise<TestServer> {
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent };
}

async function receive(request: IncomingMessage): Promise<Sent> {
  let body = "";
  for await (const chunk of request) body += String(chunk);
  const path = request.url ?? "";
  const url = `http://${String(request.headers.host)}${path}`;
  const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  return { method: request.method ?? "", path, url, headers, body };
}

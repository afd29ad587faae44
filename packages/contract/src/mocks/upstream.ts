import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { RecordedRequest, RecordedRequests } from "@vendor-sdks/mock-server";
import { EXCHANGE_HEADER } from "./recorder.ts";

/** Shows on an answer which exchange this server has had, so that none is taken for its answer that was made up on the way. */
export const UPSTREAM_HEADER = "contract-upstream";

/** What a server shall answer. */
export interface Prescribed {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A server that knows no spec: it answers what it was told to, and remembers what it was asked. */
export interface Upstream {
  readonly origin: string;
  /** Where it is told. */
  readonly control: string;
  readonly requests: Pick<RecordedRequests, "clear"> & Iterable<RecordedRequest>;
  close(): Promise<void>;
}

export async function startUpstream(basePath: string): Promise<Upstream> {
  const prescribed = new Map<string, Prescribed>();
  const recorded: RecordedRequest[] = [];
  const server = serverOf(async (request, response) => {
    const bytes = await buffer(request);
    recorded.push(recordOf(request, basePath, bytes));
    const exchange = String(request.headers[EXCHANGE_HEADER]);
    const answer = prescribed.get(exchange);
    prescribed.delete(exchange);
    if (answer === undefined) response.writeHead(500).end("Nobody has said what to answer");
    else response.writeHead(answer.status, { ...answer.headers, [UPSTREAM_HEADER]: exchange }).end(answer.body);
  });
  const control = serverOf(async (request, response) => {
    const { body, ...answer } = JSON.parse((await buffer(request)).toString()) as Prescribed & {
      readonly body: string;
    };
    prescribed.set(request.url?.slice(1) ?? "", { ...answer, body: Buffer.from(body, "base64") });
    response.writeHead(204).end();
  });
  return {
    origin: await listen(server),
    control: await listen(control),
    requests: Object.assign(recorded, { clear: () => void recorded.splice(0) }),
    close: async () => void (await Promise.all([close(server), close(control)])),
  };
}

/** Has the server answer the requests of an exchange so. */
export async function prescribe(control: string, exchange: string, answer: Prescribed): Promise<void> {
  const body = JSON.stringify({ ...answer, body: Buffer.from(answer.body).toString("base64") });
  const { ok, status } = await fetch(`${control}/${exchange}`, { method: "PUT", body });
  if (!ok) throw new Error(`The server behind the proxy could not be told what to answer: ${status}`);
}

function recordOf(
  { method = "", url = "", headers }: IncomingMessage,
  basePath: string,
  bytes: Buffer,
): RecordedRequest {
  const told = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]);
  return {
    operation: undefined,
    method,
    url,
    path: (url.split("?")[0] ?? "").slice(basePath.length),
    headers: Object.fromEntries(told) as Record<string, string>,
    body: bytes.toString(),
    bytes,
    parsed: undefined,
  };
}

/** One that says what went wrong with a request, in place of keeping it waiting. */
function serverOf(handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>): Server {
  return createServer((request, response) => {
    handle(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)));
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

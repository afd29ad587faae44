import { createServer, request as httpRequest, type RequestListener } from "node:http";
import { onTestFinished } from "vitest";
import type { Mock, MockReport } from "../src/index.ts";
import { asObject } from "../src/json.ts";

/** A response with a JSON body. */
export function json(example: unknown, schema: object = {}): object {
  return { description: "An answer", content: { "application/json": { schema, example } } };
}

/** A document of the given paths. */
export function document(paths: object, root: object = {}): Record<string, unknown> {
  return { openapi: "3.1.0", info: { title: "Test", version: "1" }, ...root, paths };
}

/** Closes the mock when the test is over. */
export async function use(mock: Promise<Mock>): Promise<Mock> {
  const started = await mock;
  onTestFinished(() => started.close());
  return started;
}

/** A server of the test's own; the base URL that it has. */
export async function serve(listener: RequestListener): Promise<URL> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return new URL(`http://127.0.0.1:${address.port}`);
}

/** For a variable that gets its function later. */
export function nothing(): void {
  return undefined;
}

export interface Reports {
  readonly all: readonly MockReport[];
  readonly onReport: (report: MockReport) => void;
  /** The message of the next report of a kind, of those that nobody has asked for. */
  readonly next: (kind: MockReport["kind"]) => Promise<string>;
}

export function collectReports(): Reports {
  const all: MockReport[] = [];
  const unread: MockReport[] = [];
  let wake = nothing;
  const next = async (kind: MockReport["kind"]): Promise<string> => {
    const index = unread.findIndex((report) => report.kind === kind);
    if (index >= 0) return unread.splice(index, 1)[0]?.message ?? "";
    await new Promise<void>((resolve) => (wake = resolve));
    return await next(kind);
  };
  const onReport = (report: MockReport): void => {
    all.push(report);
    unread.push(report);
    wake();
  };
  return { all, onReport, next };
}

export interface Answer {
  readonly status: number;
  readonly rawHeaders: readonly string[];
  readonly headers: Headers;
  readonly bytes: Buffer;
  readonly text: string;
}

export interface Sending {
  readonly method?: string;
  /** A flat list, to send what fetch would not. */
  readonly headers?: readonly string[];
  readonly body?: string | Buffer;
}

/** Sends a request target as it is: fetch would tidy it up. */
export async function send(
  origin: string | URL,
  target: string,
  { method = "GET", headers, body }: Sending = {},
): Promise<Answer> {
  const { host, hostname, port } = new URL(origin);
  const list = [...(headers ?? [])];
  if (!list.includes("Host")) list.unshift("Host", host);
  if (body !== undefined && !list.some((name) => /^(content-length|transfer-encoding)$/i.test(name))) {
    list.push("Content-Length", String(Buffer.byteLength(body)));
  }
  return await new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: hostname, port, path: target, method, headers: list, agent: false });
    outgoing.once("error", reject);
    outgoing.once("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        const bytes = Buffer.concat(chunks);
        const pairs = Object.entries(response.headers).map(
          ([name, value]) => [name, String(value)] as [string, string],
        );
        const { statusCode = 0, rawHeaders } = response;
        resolve({ status: statusCode, rawHeaders, headers: new Headers(pairs), bytes, text: bytes.toString() });
      });
    });
    outgoing.end(body);
  });
}

export function parse(answer: Answer): Record<string, unknown> {
  return asObject(JSON.parse(answer.text));
}

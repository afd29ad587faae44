import { Agent, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Backend } from "./backend.ts";
import { createFailures } from "./failures/failures.ts";
import { handle, TIMED_OUT, type FrontContext } from "./handle.ts";
import type { MockOperation } from "./operations.ts";
import { createRecordedRequests } from "./record/recorded-requests.ts";
import type { Mock, RecordedRequest } from "./types.ts";
import { violations } from "./violations.ts";

export interface FrontOptions extends Pick<
  FrontContext,
  "basePath" | "requestTimeout" | "onReport" | "router" | "ownAnswer" | "foreign" | "document"
> {
  readonly host: string;
  readonly port: number;
  readonly operations: readonly MockOperation[];
}

/** The server that clients and people talk to, with Prism behind it. Closing it closes Prism. */
export async function startFront(
  backend: Backend,
  { host, port, operations, ...options }: FrontOptions,
): Promise<Mock> {
  const requests = createRecordedRequests(operations);
  const failures = createFailures(operations);
  // A connection for each request: a kept one could be closed by Prism just when the next request is written.
  const agent = new Agent({ keepAlive: false });
  const server = createServer();
  server.keepAliveTimeout = 60_000; // longer than a client is likely to keep an idle connection
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  const origin = originOf(server.address());
  const { basePath } = options;
  const baseUrl = origin + basePath;
  const record = (request: RecordedRequest): void => void requests.push(request);
  const context: FrontContext = { ...options, failures, backend, agent, baseUrl, record };

  server.on("request", (request, response) => {
    const stop = new AbortController();
    const giveUpAfter = (wait: number): NodeJS.Timeout => setTimeout(() => stop.abort(TIMED_OUT), wait);
    let timer = giveUpAfter(options.requestTimeout);
    const prolong = (milliseconds: number): void => {
      clearTimeout(timer);
      timer = giveUpAfter(options.requestTimeout + milliseconds);
    };
    response.once("close", () => {
      clearTimeout(timer);
      stop.abort();
    });
    void handle(context, request, response, { signal: stop.signal, prolong });
  });

  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= shut());
  const shut = async (): Promise<void> => {
    const ended = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    agent.destroy();
    await Promise.all([ended, backend.close()]);
  };

  return {
    origin,
    baseUrl,
    basePath,
    requests,
    clear: () => requests.clear(),
    fail: (operation, failure) => failures.add(operation, failure),
    restore: (operation) => failures.clear(operation),
    violations,
    close,
    [Symbol.asyncDispose]: close,
  };
}

function originOf(bound: AddressInfo | string | null): string {
  if (bound === null || typeof bound === "string") throw new TypeError(`No address of a port: ${bound}`);
  const { address, family, port } = bound;
  // The address for "every interface" is none that a client can connect to everywhere.
  const host = address === "0.0.0.0" ? "127.0.0.1" : address === "::" ? "::1" : address;
  return `http://${family === "IPv6" && host.includes(":") ? `[${host}]` : host}:${port}`;
}

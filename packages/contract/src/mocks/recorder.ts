import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { RecordedRequest, RecordedRequests } from "@vendor-sdks/mock-server";

/**
 * Says which test a request belongs to: the test file's own name and the number of the exchange, as `name.12`. The mock repeats it where
 * Prism has had the request.
 */
export const EXCHANGE_HEADER = "mock-server-exchange";

export interface Recorder {
  readonly url: string;
  close(): Promise<void>;
}

/** What is emptied as it is read. */
export type Recorded = Iterable<RecordedRequest> & Pick<RecordedRequests, "clear">;

/**
 * Tells over HTTP what the mock recorded, since the tests run in other processes. Files share the mock, so each asks for the requests of
 * its own exchange; what was recorded for its earlier ones is forgotten.
 */
export async function startRecorder(requests: Recorded): Promise<Recorder> {
  const exchanges = new Map<string, Exchange>();
  const server = createServer((request, response) => {
    for (const each of requests) sort(exchanges, each);
    requests.clear();
    const { file, number } = parse(request.url?.slice(1));
    const found = exchanges.get(file);
    const told = found?.number === number ? found.requests.map(toJson) : [];
    response.setHeader("content-type", "application/json").end(JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The requests of an exchange, as the recorder tells them. */
export async function recordedFor(url: string, exchange: string): Promise<readonly RecordedRequest[]> {
  const response = await fetch(`${url}/${exchange}`);
  const told = (await response.json()) as readonly (RecordedRequest & { readonly bytes: string })[];
  return told.map((each) => ({ ...each, bytes: Buffer.from(each.bytes, "base64") }));
}

interface Exchange {
  readonly number: number;
  readonly requests: RecordedRequest[];
}

function sort(exchanges: Map<string, Exchange>, request: RecordedRequest): void {
  const { file, number } = parse(request.headers[EXCHANGE_HEADER]);
  const known = exchanges.get(file);
  if (known === undefined || known.number < number) exchanges.set(file, { number, requests: [request] });
  else if (known.number === number) known.requests.push(request);
}

function parse(exchange = ""): { readonly file: string; readonly number: number } {
  const [file = "", number] = exchange.split(".");
  return { file, number: Number(number) };
}

function toJson({ bytes, headers, ...request }: RecordedRequest): object {
  const { [EXCHANGE_HEADER]: _, ...sent } = headers;
  return { ...request, headers: sent, bytes: Buffer.from(bytes).toString("base64") };
}

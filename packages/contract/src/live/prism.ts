import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { startProxy, type OpenApiDocument, type Violation } from "@vendor-sdks/mock-server";
import type { Exchange } from "./exchange.ts";

// Prism's proxy follows redirections, puts a mock in the place of a 501, and writes requests anew. So it does not stand between client
// and appliance: it is shown a copy of each exchange, with a server behind it that gives the appliance's answer once more.

export interface PrismJudge extends AsyncDisposable {
  /** What Prism says against an exchange; undefined where it cannot tell. */
  judge(exchange: Exchange): Promise<readonly Violation[] | undefined>;
}

const OF_THE_CONNECTION = [
  "connection",
  "content-encoding",
  "content-length",
  "host",
  "keep-alive",
  "transfer-encoding",
];

export async function startPrismJudge(document: OpenApiDocument): Promise<PrismJudge> {
  let current: Exchange | undefined;
  const replay = createServer((request, response) => {
    request.resume();
    const headers = current === undefined ? [] : passedOn(current.headers, [...OF_THE_CONNECTION, "location"]);
    response.writeHead(current?.status ?? 500, Object.fromEntries(headers)).end(current?.body);
  });
  await new Promise<void>((resolve) => replay.listen(0, "127.0.0.1", resolve));
  const { port } = replay.address() as AddressInfo;
  const proxy = await startProxy(document, `http://127.0.0.1:${port}`, { onReport: () => undefined });
  return {
    async judge(exchange) {
      const { method, path, query, requestHeaders, requestBody, status } = exchange;
      if (status === 501 || requestBody === undefined) return undefined;
      current = exchange;
      const headers = passedOn(requestHeaders, OF_THE_CONNECTION);
      const body = requestBody === "" ? {} : { body: requestBody };
      const response = await fetch(proxy.baseUrl + path + query, { method, headers, redirect: "manual", ...body });
      await response.arrayBuffer();
      return response.status === status ? proxy.violations(response) : undefined;
    },
    async [Symbol.asyncDispose]() {
      await proxy.close();
      replay.closeAllConnections();
      await new Promise((resolve) => replay.close(resolve));
    },
  };
}

function passedOn(headers: Headers, without: readonly string[]): [name: string, value: string][] {
  return [...headers].filter(([name]) => !without.includes(name));
}

/// <reference types="node" />
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { bodyOf } from "../../src/bodies/body.ts";
import type { ContentWriter } from "../../src/bodies/body.ts";
import { call } from "../../src/call.ts";
import type { Operation } from "../../src/operation.ts";
import type { CallOptions } from "../../src/options.ts";
import { createItem, makeCore } from "../support/sample.ts";

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  /** What a `fetch` server sees of a form. */
  form(): Promise<FormData>;
}

/** An operation that takes bodies of these media types. */
export function taking(writers: Readonly<Record<string, ContentWriter>>): Operation {
  return { ...createItem, body: bodyOf(writers), responses: { 200: null } };
}

/** Sends a body to a server on loopback, and tells what arrived. */
export async function sendTo(operation: Operation, args: object, options?: CallOptions): Promise<Received> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const bytes = Buffer.concat(chunks);
      const { headers } = request;
      const form = (): Promise<FormData> =>
        new Response(bytes, { headers: { "content-type": String(headers["content-type"]) } }).formData();
      received.push({ headers, bytes, form });
      response.writeHead(200).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await call(makeCore({ baseUrl }), operation, args, options);
  return received[0]!;
}

/** Gives chunks one by one. */
export function streamOf(...chunks: readonly (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const left = chunks.map((chunk) => (typeof chunk === "string" ? new TextEncoder().encode(chunk) : chunk));
  return new ReadableStream({
    pull(controller) {
      const next = left.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(next);
    },
  });
}

import { EventEmitter, once } from "node:events";
import { createServer as createPlain, type IncomingMessage, type Server as Http, type ServerResponse } from "node:http";
import { createServer as createSecure, type ServerOptions as SecureOptions } from "node:https";
import type { AddressInfo } from "node:net";
import { receive, send, type Received, type Reply, type Action } from "./reply.ts";
import { within } from "./within.ts";

export interface FaultServer {
  readonly origin: string;
  /** Everything that came, in its order. */
  readonly received: readonly Received[];
  /** Resolves when the request with this number (from 0) is there. */
  arrival(turn: number): Promise<void>;
  /** Resolves when nobody reads or writes any more; rejects when that takes too long. */
  idle(): Promise<void>;
  /** Closes every connection, and goes on listening. */
  hangUp(): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly answer: (received: Received) => Promise<Reply | Action>;
  readonly now: () => number;
  /** With these the server speaks TLS; with an authority it asks for a client certificate that this one signed. */
  readonly tls?: { readonly key: string; readonly cert: string; readonly clientCa?: string } | undefined;
}

// Longer than any URL that a row makes.
const LIMITS = { maxHeaderSize: 1024 * 1024 };

/** A server on loopback. */
export async function startServer({ answer, now, tls }: ServerOptions): Promise<FaultServer> {
  const received: Received[] = [];
  const open = new Set<ServerResponse>();
  const failures: unknown[] = [];
  const events = new EventEmitter().setMaxListeners(0);
  const change = (): void => void events.emit("change");
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await once(events, "change");
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    open.add(response);
    response.on("close", () => {
      open.delete(response);
      change();
    });
    // What a client gives up on is an error of the connection, and expected here.
    response.on("error", change);
    const taken = await receive(request);
    received.push(taken);
    change();
    const behaviour = await answer(taken);
    if (typeof behaviour === "function") await behaviour(response);
    else await send(response, behaviour, new Date(now()));
  };
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    handle(request, response).catch((error: unknown) => {
      // A body that was given up half-way is not there to be answered.
      if (!request.destroyed || request.complete) failures.push(error);
    });
  };
  const server: Http = tls === undefined ? createPlain(LIMITS, listener) : createSecure(secureOptions(tls), listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `${tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    received,
    arrival: (turn) => until(() => received.length > turn),
    async idle() {
      const what = (): string => `${open.size} requests are still open at the server`;
      await within(
        2_000,
        until(() => open.size === 0),
        what,
      );
      if (failures.length > 0) throw new AggregateError(failures, "The server failed");
    },
    hangUp: () => server.closeAllConnections(),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function secureOptions({ clientCa, ...certificate }: NonNullable<ServerOptions["tls"]>): SecureOptions {
  return { ...LIMITS, ...certificate, ...(clientCa === undefined ? {} : { ca: clientCa, requestCert: true }) };
}

/// <reference types="node" />
import type { buildConnector } from "undici";
import { mismatch } from "./fingerprint.ts";
import { type Proxy, tunnel } from "./proxy.ts";
import type { TlsSettings } from "./tls.ts";

export interface ConnectorOptions {
  readonly tls: TlsSettings;
  readonly proxy: Proxy | undefined;
  readonly timeout: number;
  /** Gets a way to end each connection that is in the making; undici itself ends only those that are made. */
  readonly making: Set<AbortController>;
}

/** Makes the connections; one whose certificate has the wrong fingerprint is cut before anything is sent on it. */
export function connectorOf(
  build: typeof buildConnector,
  { tls, proxy, timeout, making }: ConnectorOptions,
): buildConnector.connector {
  const { fingerprints, servername } = tls;
  return (to, callback) => {
    const secure = to.protocol === "https:";
    const target = servername === undefined ? to : { ...to, servername };
    const own = new AbortController();
    const { signal } = own;
    making.add(own);
    const done: buildConnector.Callback = (...[error, socket]) => {
      making.delete(own);
      if (error !== null) return callback(error, null);
      const trouble = secure && fingerprints !== undefined ? mismatch(socket, fingerprints) : undefined;
      if (trouble !== undefined) {
        socket.destroy();
        return callback(trouble, null);
      }
      // What a server has against the client's certificate may come after the handshake; undici would take the end of the
      // connection that follows for the whole of it.
      if (secure) socket.once("error", (why: Error) => socket.destroy(why));
      callback(null, socket);
    };
    // Sockets take a signal, though undici's types do not name it. No session is resumed: that would skip checks.
    const options = { ...tls.server, timeout, allowH2: false, maxCachedSessions: 0, signal };
    // Made anew each time, for the signal: one that outlives the connection would hold on to it.
    const connect = build(options);
    if (proxy === undefined) return connect(target, done);
    const authority = to.port === "" ? `${to.host ?? to.hostname}:${secure ? 443 : 80}` : (to.host ?? "");
    tunnel(proxy, authority, { tls: tls.proxy, timeout, signal }, (...[error, socket]) => {
      if (error !== null) done(error, null);
      else if (secure) connect({ ...target, httpSocket: socket }, done);
      else done(null, socket);
    });
  };
}

import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { once } from "node:events";

/** Takes connections and says nothing, not even what TLS begins with. */
export interface SilentServer {
  readonly port: number;
  /** Resolves at the first connection. */
  readonly connected: Promise<unknown>;
  close(): Promise<void>;
}

/** `say` answers the first bytes of each connection. */
export async function startSilent(say?: (first: string) => string): Promise<SilentServer> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => sockets.delete(socket));
    socket.on("close", () => sockets.delete(socket));
    socket.on("data", (data) => {
      if (say !== undefined) socket.end(say(data.toString("latin1")));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    connected: once(server, "connection"),
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

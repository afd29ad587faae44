import { createServer, type AddressInfo } from "node:net";
import { expect } from "vitest";
import type { Bench } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { always, inOrder, reset, resetInBody, silence, type Action } from "../reply.ts";

/** A byte now and then, for ever. */
const drip: Action = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 5);
  response.on("close", () => clearInterval(timer));
};

const SHORT = 60;

export const connection: readonly Fault[] = [
  {
    name: "A port at which nobody listens is a ConnectionError that says so",
    async run(bench) {
      const site = { ...(await bench.serve()), baseUrl: `http://127.0.0.1:${await freePort()}` };
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: expect.stringContaining("ECONNREFUSED") as string,
      });
      expect(error.message).toContain(site.baseUrl);
      expect(error.cause).toBeInstanceOf(Error);
    },
  },
  {
    name: "A host name that does not exist is a ConnectionError that names it",
    async run(bench) {
      const site = { ...(await bench.serve()), baseUrl: "http://no-such-host.invalid" };
      const error = await bench.errorOf(bench.call(bench.client(site, { retry: { limit: 0 } }), "repeatable"));
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: expect.stringContaining("no-such-host") as string,
      });
    },
  },
  {
    name: "An answer that is no HTTP is a ConnectionError that says so and shows nothing of it",
    async run(bench) {
      const banner: Action = (response) => response.socket?.end(`SSH-2.0-${bench.canaries.plant("banner")}\r\n`);
      const site = await bench.serve({ calls: always(banner) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ConnectionError" });
      expect(error.message).toContain("does not speak HTTP");
    },
  },
  {
    name: "A connection that is reset before the answer is tried again",
    async run(bench) {
      const { site, call } = await calling(bench, [reset, reset]);
      await call;
      expect(site.server.received).toHaveLength(3);
    },
  },
  {
    name: "A connection that is reset every time is a ConnectionError after three attempts",
    async run(bench) {
      const site = await bench.serve({ calls: always(reset) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({ name: "ConnectionError" });
      expect(error.cause).toBeInstanceOf(Error);
      expect(site.server.received).toHaveLength(3);
    },
  },
  {
    name: "A connection that is reset in the middle of the body is tried again",
    async run(bench) {
      const { site, call } = await calling(bench, [resetInBody]);
      await call;
      expect(site.server.received).toHaveLength(2);
    },
  },
  {
    name: "A call that is not to be repeated is sent once, though its connection is reset",
    needs: ["unsafe"],
    async run(bench) {
      const site = await bench.serve({ calls: always(reset) });
      const error = await bench.errorOf(bench.call(bench.client(site), "unsafe"));
      expect(error).toMatchObject({ name: "ConnectionError" });
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "A call that is not to be repeated is sent again where the caller says that it may be",
    needs: ["unsafe"],
    async run(bench) {
      const site = await bench.serve({ calls: inOrder(reset) });
      await bench.call(bench.client(site), "unsafe", { retry: { unsafe: true } });
      expect(site.server.received).toHaveLength(2);
      expect(site.server.received[1]?.body).toBe(site.server.received[0]?.body);
    },
  },
  {
    name: "A POST that the spec calls idempotent is sent again when its connection is reset",
    needs: ["declaredRepeatable"],
    async run(bench) {
      const site = await bench.serve({ calls: inOrder(reset) });
      await bench.call(bench.client(site), "declaredRepeatable");
      expect(site.server.received).toHaveLength(2);
    },
  },
  {
    name: "A server that never answers is a TimeoutError that says how long it was waited",
    async run(bench) {
      const site = await bench.serve({ calls: always(silence) });
      const client = bench.client(site, { timeout: SHORT, retry: { limit: 1 } });
      const again = bench.pause();
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(await again).toBe(0);
      expect(error).toMatchObject({ name: "TimeoutError", message: expect.stringContaining(`${SHORT} ms`) as string });
    },
  },
  {
    name: "The total timeout ends a call in whichever attempt it is",
    async run(bench) {
      const site = await bench.serve({ calls: always(silence) });
      const client = bench.client(site, { timeout: 40, totalTimeout: 100, retry: { limit: 50 } });
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(error).toMatchObject({ name: "TimeoutError" });
      expect(site.server.received.length).toBeLessThan(5);
    },
  },
  {
    name: "An answer that drips is a TimeoutError: the limit holds for the body as well",
    async run(bench) {
      const site = await bench.serve({ calls: always(drip) });
      const client = bench.client(site, { timeout: SHORT, retry: { limit: 0 } });
      expect(await bench.errorOf(bench.call(client, "repeatable"))).toMatchObject({ name: "TimeoutError" });
    },
  },
  {
    name: "An attempt that takes too long is tried again, and the next one may succeed",
    async run(bench) {
      const site = await bench.serve({ calls: inOrder(silence) });
      await bench.call(bench.client(site, { timeout: 200 }), "repeatable");
      expect(site.server.received).toHaveLength(2);
    },
  },
  {
    name: "A client by the package's own constructor tries again, and tells its hooks and its log",
    async run(bench) {
      const site = await bench.serve({ calls: inOrder({ status: 503, headers: { "retry-after": "0" } }) });
      await bench.call(bench.usersClient(site), "repeatable");
      expect(site.server.received).toHaveLength(2);
      expect(bench.witness.said).toContain("attempt 2 in 0 ms");
      expect(bench.witness.said).toContain("delay: 0");
    },
  },
  {
    name: "A kept connection that the server closed in the meantime costs no call",
    async run(bench) {
      const site = await bench.serve();
      const client = bench.client(site);
      for (let calls = 0; calls < 5; calls++) {
        await bench.call(client, "repeatable");
        site.server.hangUp();
      }
      expect(site.appliance.calls).toHaveLength(5);
    },
  },
];

async function calling(
  bench: Bench,
  behaviours: readonly Action[],
): Promise<{ readonly site: Awaited<ReturnType<Bench["serve"]>>; readonly call: Promise<unknown> }> {
  const site = await bench.serve({ calls: inOrder(...behaviours) });
  return { site, call: bench.call(bench.client(site), "repeatable") };
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

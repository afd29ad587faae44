import { nodeFetch } from "@vendor-sdks/runtime/node";
import { expect } from "vitest";
import type { Fault } from "../fault.ts";
import { always, inOrder, type Reply } from "../reply.ts";
import { startSilent } from "../silent.ts";

const page = (status: number, headers: Readonly<Record<string, string>> = {}): Reply => ({
  status,
  headers: { "content-type": "text/html", ...headers },
  text: `<html><body><h1>${status} from the proxy</h1></body></html>`,
});

/** A proxy that answers a CONNECT by itself. */
function tunnel(status: number, reason: string): Fault {
  return {
    name: `A proxy that answers ${status} to CONNECT is a ConnectionError that says so, without the proxy's password`,
    async run(bench) {
      const proxy = await startSilent(() => `HTTP/1.1 ${status} ${reason}\r\ncontent-length: 0\r\n\r\n`);
      const password = bench.canaries.plant("proxy");
      const fetch = nodeFetch({ proxy: `http://ops:${password}@127.0.0.1:${proxy.port}` });
      bench.finally(async () => {
        await fetch.close();
        await proxy.close();
      });
      const site = await bench.serve();
      const error = await bench.errorOf(bench.call(bench.client(site, { fetch }), "repeatable"));
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: expect.stringContaining(String(status)) as string,
      });
      expect(site.server.received).toEqual([]);
    },
  };
}

export const proxies: readonly Fault[] = [
  {
    name: "A proxy's 502 page is tried again",
    async run(bench) {
      const site = await bench.serve({ calls: inOrder(page(502)) });
      await bench.call(bench.client(site), "repeatable");
      expect(site.server.received).toHaveLength(2);
    },
  },
  {
    name: "A proxy's 502 page that stays is an ApiError that keeps the page, and no answer of the appliance",
    async run(bench) {
      const site = await bench.serve({ calls: always(page(502)) });
      const client = bench.client(site);
      const error = await bench.errorOf(bench.call(client, "repeatable"));
      expect(error).toMatchObject({ name: "ApiError", status: 502, declared: false, body: undefined });
      expect(error["text"]).toBe(page(502).text);
      const result = await bench.call(client, "repeatable").result();
      expect(result).toMatchObject({ ok: false, declared: false, status: 502, text: page(502).text });
    },
  },
  {
    name: "A proxy's 407 page is an error that says what was met",
    async run(bench) {
      const site = await bench.serve({ calls: always(page(407, { "proxy-authenticate": 'Basic realm="proxy"' })) });
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      // fetch keeps such an answer to itself and gives no reason.
      expect(error).toMatchObject({ name: "ConnectionError", message: expect.stringMatching(/proxy|407/i) as string });
    },
  },
  {
    name: "A proxy's log-in page with status 200 is no data",
    needs: ["reader"],
    async run(bench) {
      const site = await bench.serve({ calls: always(page(200)) });
      const error = await bench.errorOf(bench.call(bench.client(site), "reader"));
      expect(error).toMatchObject({ name: "ParseError", text: page(200).text });
    },
  },
  tunnel(407, "Proxy Authentication Required"),
  tunnel(502, "Bad Gateway"),
];

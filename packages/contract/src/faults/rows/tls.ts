import { issue, type Issued, type Wanted } from "@vendor-sdks/certificates";
import { nodeFetch, type NodeFetchOptions } from "@vendor-sdks/runtime/node";
import { expect } from "vitest";
import type { Bench, Site } from "../bench.ts";
import type { Fault } from "../fault.ts";
import { startSilent } from "../silent.ts";

const HERE: Wanted = { name: "fault", hosts: ["127.0.0.1"] };
const LONG_AGO = { from: new Date("2020-01-01T00:00:00Z"), until: new Date("2020-01-02T00:00:00Z") };

/** A certificate that does not hold, and the word that says why. */
function refused(name: string, says: RegExp, wanted: Wanted, trusted = false): Fault {
  return {
    name: `${name} is a ConnectionError that says so, and nothing is sent`,
    async run(bench) {
      const certificate = issue(wanted);
      const { site, fetch } = await secured(bench, certificate, trusted ? { ca: certificate.cert } : undefined);
      const error = await bench.errorOf(bench.call(bench.client(site, { fetch }), "repeatable"));
      expect(error).toMatchObject({ name: "ConnectionError", message: expect.stringMatching(says) as string });
      expect(error.message).toContain(site.server.origin);
      expect(error.cause).toBeInstanceOf(Error);
      expect(site.server.received).toEqual([]);
    },
  };
}

export const tls: readonly Fault[] = [
  refused("A self-signed certificate", /self-signed/i, HERE),
  refused("A certificate that has expired", /expired/i, { ...HERE, ...LONG_AGO }),
  refused("A certificate that has expired, though it is trusted,", /expired/i, { ...HERE, ...LONG_AGO }, true),
  refused("A certificate for another host", /another host|altname/i, { ...HERE, hosts: ["other.example.com"] }, true),
  {
    name: "A self-signed certificate that the client is told to trust is accepted",
    async run(bench) {
      const certificate = issue(HERE);
      const { site, fetch } = await secured(bench, certificate, { ca: certificate.cert });
      await bench.call(bench.client(site, { fetch }), "repeatable");
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "A server that asks for a client certificate in vain is a ConnectionError that says so, and nothing is sent",
    async run(bench) {
      const certificate = issue(HERE);
      const authority = issue({ name: "clients", authority: true });
      const options = { ca: certificate.cert };
      const { site, fetch } = await secured(bench, certificate, options, authority);
      const error = await bench.errorOf(bench.call(bench.client(site, { fetch }), "repeatable"));
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: expect.stringContaining("Give it as certificate of nodeFetch") as string,
      });
      expect(site.server.received).toEqual([]);
    },
  },
  {
    name: "A server that asks for a client certificate gets the one that the client was given",
    async run(bench) {
      const certificate = issue(HERE);
      const authority = issue({ name: "clients", authority: true });
      const options = { ca: certificate.cert, certificate: issue({ name: "robot", issuer: authority }) };
      const { site, fetch } = await secured(bench, certificate, options, authority);
      await bench.call(bench.client(site, { fetch }), "repeatable");
      expect(site.server.received).toHaveLength(1);
    },
  },
  {
    name: "A server that does not speak TLS is a ConnectionError that says so",
    async run(bench) {
      const plain = await startSilent(() => "HTTP/1.1 400 Bad Request\r\n\r\n");
      bench.finally(() => plain.close());
      const site = { ...(await bench.serve()), baseUrl: `https://127.0.0.1:${plain.port}` };
      const error = await bench.errorOf(bench.call(bench.client(site), "repeatable"));
      expect(error).toMatchObject({
        name: "ConnectionError",
        message: expect.stringMatching(/TLS|SSL|wrong version/i) as string,
      });
    },
  },
];

async function secured(
  bench: Bench,
  certificate: Issued,
  options: NodeFetchOptions | undefined,
  clients?: Issued,
): Promise<{ readonly site: Site; readonly fetch: ReturnType<typeof nodeFetch> | undefined }> {
  const asks = clients === undefined ? {} : { clientCa: clients.cert };
  const site = await bench.serve({}, { tls: { key: certificate.key, cert: certificate.cert, ...asks } });
  if (options === undefined) return { site, fetch: undefined };
  const fetch = nodeFetch(options);
  bench.finally(() => fetch.close());
  return { site, fetch };
}

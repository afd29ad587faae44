/// <reference types="node" />
import { expect, test } from "vitest";
import { issue } from "@vendor-sdks/certificates";
import { failureOf, fetching, textOf } from "./support/fetching.ts";
import { connectProxy, plainServer, tlsServer } from "./support/servers.ts";

const authority = issue({ name: "Works CA", authority: true });
const signed = issue({ name: "appliance", hosts: ["127.0.0.1"], issuer: authority });
const selfSigned = issue({ name: "lone", hosts: ["127.0.0.1"] });
const ca = authority.cert;

test("HTTPS goes through the proxy, end to end", async () => {
  const server = await tlsServer(signed);
  const proxy = await connectProxy();
  const fetch = fetching({ ca, proxy: proxy.url });
  expect(await textOf(fetch, `${server.url}/items`)).toBe("hello ");
  expect(proxy.log).toEqual([`CONNECT 127.0.0.1:${server.port}`]);
  expect(server.log).toEqual(["GET /items"]);
});

test("HTTP goes through the proxy in a tunnel as well", async () => {
  const server = await plainServer();
  const proxy = await connectProxy();
  const fetch = fetching({ proxy: proxy.url });
  expect(await textOf(fetch, `${server.url}/items`)).toBe("hello ");
  expect(proxy.log).toEqual([`CONNECT 127.0.0.1:${server.port}`]);
  expect(server.log).toEqual(["GET /items"]);
});

test("calls one after the other share a tunnel", async () => {
  const server = await tlsServer(signed);
  const proxy = await connectProxy();
  const fetch = fetching({ ca, proxy: proxy.url });
  for (let round = 0; round < 6; round++) expect(await textOf(fetch, server.url)).toBe("hello ");
  // Not always one: undici opens another where a call follows before the first tunnel is free again.
  expect(proxy.log.length).toBeLessThan(6);
});

test("the usual port is named in the tunnel's address", async () => {
  const proxy = await connectProxy({ credentials: "nobody:knows" });
  const fetch = fetching({ proxy: proxy.url });
  await failureOf(fetch, "http://appliance.test/");
  await failureOf(fetch, "https://appliance.test/");
  await failureOf(fetch, "https://[::1]/");
  expect(proxy.log).toEqual(["CONNECT appliance.test:80", "CONNECT appliance.test:443", "CONNECT [::1]:443"]);
});

test("user and password go to the proxy alone", async () => {
  const server = await plainServer();
  const proxy = await connectProxy({ credentials: "o%40ps:p%3Ass" });
  const fetch = fetching({ proxy: proxy.urlWithCredentials });
  expect(await textOf(fetch, server.url, { headers: { authorization: "Bearer t" } })).toBe("hello ");
  expect(proxy.requests[0]?.headers).toMatchObject({
    "proxy-authorization": `Basic ${Buffer.from("o@ps:p:ss").toString("base64")}`,
  });
  expect(proxy.requests[0]?.headers).not.toHaveProperty("authorization");
  expect(server.requests[0]?.headers).toMatchObject({ authorization: "Bearer t" });
  expect(server.requests[0]?.headers).not.toHaveProperty("proxy-authorization");
});

test("a proxy that wants credentials, or other ones, says so without showing them", async () => {
  const server = await plainServer();
  const proxy = await connectProxy({ credentials: "ops:hunter22" });
  const bare = await failureOf(fetching({ proxy: proxy.url }), server.url);
  expect(bare.message).toContain(`no way through the proxy 127.0.0.1:${proxy.port}: it asks for credentials (407)`);
  const wrong = proxy.urlWithCredentials.replace("22", "23");
  const refused = await failureOf(fetching({ proxy: wrong }), server.url);
  expect(refused.message).toContain("refuses the user and password");
  expect(refused.message).not.toContain("hunter");
});

test("a proxy that cannot be reached is named, not the server", async () => {
  const server = await plainServer();
  const failure = await failureOf(fetching({ proxy: "http://127.0.0.1:1" }), server.url);
  expect(failure.message).toContain("no way through the proxy 127.0.0.1:1: connect ECONNREFUSED");
});

test("a proxy that never answers is given up after connectTimeout", async () => {
  const server = await plainServer();
  const proxy = await connectProxy({ silent: true });
  const failure = await failureOf(fetching({ proxy: proxy.url, connectTimeout: 20 }), server.url);
  expect(failure.message).toContain("no answer within 20 ms");
});

test("the server's certificate is checked through a proxy, for its own host", async () => {
  const proxy = await connectProxy();
  const unknown = await tlsServer(selfSigned);
  const plain = fetching({ ca, proxy: proxy.url });
  expect(await failureOf(plain, unknown.url)).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
  const elsewhere = await tlsServer(issue({ name: "elsewhere", hosts: ["appliance.test"], issuer: authority }));
  expect(await failureOf(plain, elsewhere.url)).toMatchObject({ code: "ERR_TLS_CERT_ALTNAME_INVALID" });
  const named = fetching({ ca, proxy: proxy.url, servername: "appliance.test" });
  expect(await textOf(named, elsewhere.url)).toBe("hello ");
});

test("a fingerprint is checked through a proxy", async () => {
  const proxy = await connectProxy();
  const server = await tlsServer(selfSigned);
  const right = fetching({ fingerprint256: selfSigned.fingerprint, proxy: proxy.url });
  expect(await textOf(right, server.url)).toBe("hello ");
  const wrong = fetching({ fingerprint256: signed.fingerprint, proxy: proxy.url });
  expect(await failureOf(wrong, server.url)).toMatchObject({ code: "ERR_TLS_FINGERPRINT_MISMATCH" });
  expect(server.log).toHaveLength(1);
});

test("an HTTPS proxy is spoken to with TLS, and trusted by ca", async () => {
  const server = await tlsServer(signed);
  const proxy = await connectProxy({ certificate: signed });
  expect(await textOf(fetching({ ca, proxy: proxy.url }), server.url)).toBe("hello ");
  expect(proxy.log).toEqual([`CONNECT 127.0.0.1:${server.port}`]);
});

test("a proxy that speaks no TLS, though its URL says so, is told as such in one line", async () => {
  const server = await tlsServer(signed);
  const proxy = await connectProxy();
  const failure = await failureOf(fetching({ ca, proxy: proxy.url.replace("http:", "https:") }), server.url);
  expect(failure.message).toMatch(/^no way through the proxy .*\(The server does not speak TLS there.*\)$/);
});

test("an HTTPS proxy is checked even where the server is not", async () => {
  const server = await tlsServer(selfSigned);
  const plain = await plainServer();
  const proxy = await connectProxy({ certificate: issue({ name: "proxy", hosts: ["proxy.test"], issuer: authority }) });
  const quiet = { logger: {} };
  const insecure = await failureOf(fetching({ insecure: true, proxy: proxy.url, ...quiet }), server.url);
  expect(insecure.message).toMatch(/no way through the proxy .*authority is not known here/s);
  const pinned = fetching({ fingerprint256: selfSigned.fingerprint, proxy: proxy.url });
  expect((await failureOf(pinned, server.url)).message).toContain("no way through the proxy");
  const misnamed = await failureOf(fetching({ ca, proxy: proxy.url }), plain.url);
  expect(misnamed.message).toMatch(/no way through the proxy .*it is for another host/s);
  expect(misnamed).toMatchObject({ code: "ERR_PROXY_TUNNEL" });
  expect(proxy.log).toEqual([]);
});

test("an HTTPS proxy shows a certificate for its own name, not for the server's", async () => {
  const server = await plainServer();
  const proxy = await connectProxy({ certificate: signed });
  const fetch = fetching({ ca, proxy: proxy.url });
  expect(await textOf(fetch, server.url.replace("127.0.0.1", "localhost"))).toBe("hello ");
});

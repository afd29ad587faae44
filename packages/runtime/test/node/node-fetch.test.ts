/// <reference types="node" />
import { execFile } from "node:child_process";
import { inspect, promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { ConfigurationError } from "../../src/errors/configuration-error.ts";
import { ConnectionError } from "../../src/errors/connection-error.ts";
import { get, makeCore } from "../support/sample.ts";
import { issue } from "@vendor-sdks/certificates";
import { allClosed, failureOf, fetching, textOf } from "./support/fetching.ts";
import { connectProxy, muteServer, plainServer, tlsServer } from "./support/servers.ts";

const selfSigned = issue({ name: "appliance", hosts: ["127.0.0.1"] });

function warningsOfProcess(): Error[] {
  const heard: Error[] = [];
  const listener = (warning: Error): unknown => heard.push(warning);
  process.on("warning", listener);
  onTestFinished(() => void process.off("warning", listener));
  return heard;
}

test("insecure accepts any certificate, and warns once", async () => {
  const { url } = await tlsServer(issue({ name: "x", until: new Date(Date.now() - 3_600_000) }));
  const said: string[] = [];
  const fetch = fetching({ insecure: true, logger: { warn: (message) => said.push(message) } });
  for (let round = 0; round < 3; round++) expect(await textOf(fetch, url)).toBe("hello ");
  expect(said).toEqual([expect.stringContaining("insecure is set")]);
});

test("insecure warns through the process where there is no logger", async () => {
  const heard = warningsOfProcess();
  fetching({ insecure: true });
  await new Promise((resolve) => setImmediate(resolve));
  expect(heard).toMatchObject([{ code: "INSECURE_TLS" }]);
});

test("neither other ones nor the global fetch are affected by one's settings", async () => {
  const { url } = await tlsServer(selfSigned);
  const strict = fetching();
  const trusting = fetching({ ca: selfSigned.cert });
  const careless = fetching({ insecure: true, logger: {} });
  const pinning = fetching({ fingerprint256: "0".repeat(64) });
  for (let round = 0; round < 2; round++) {
    expect(await textOf(careless, url)).toBe("hello ");
    expect(await textOf(trusting, url)).toBe("hello ");
    expect(await failureOf(strict, url)).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
    expect(await failureOf(pinning, url)).toMatchObject({ code: "ERR_TLS_FINGERPRINT_MISMATCH" });
    await expect(fetch(url)).rejects.toMatchObject({ cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } });
  }
});

test("the global fetch keeps Node's own dispatcher, and an environment variable does not switch checks off", async () => {
  const { url } = await tlsServer(selfSigned);
  const script = new URL("support/alone.ts", import.meta.url).pathname;
  const env = { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: "0" };
  const { stdout } = await promisify(execFile)(process.execPath, [script, url], { env });
  expect(JSON.parse(stdout)).toEqual({ foreignDispatcher: false, code: "DEPTH_ZERO_SELF_SIGNED_CERT" });
});

test("bodies, headers and status travel both ways", async () => {
  const server = await plainServer();
  const fetch = fetching();
  const init = { method: "POST", body: "world", headers: new Headers({ "x-own": "1" }) };
  expect(await textOf(fetch, server.url, init)).toBe("hello world");
  expect(server.requests[0]?.headers).toMatchObject({ "x-own": "1" });
});

test("a form is sent as a form", async () => {
  const server = await plainServer();
  const body = new FormData();
  body.append("name", "value");
  body.append("file", new File(["content"], "a.txt"));
  const text = await textOf(fetching(), server.url, { method: "POST", body });
  expect(server.requests[0]?.headers["content-type"]).toContain("multipart/form-data; boundary=");
  expect(text).toMatch(/name="name"\r\n\r\nvalue[\s\S]*filename="a.txt"[\s\S]*content/);
});

test("an abort ends the request with its reason", async () => {
  const { url } = await plainServer();
  const abort = new AbortController();
  const response = await fetching()(`${url}/silent`, { signal: abort.signal });
  abort.abort(new Error("enough"));
  await expect(response.text()).rejects.toThrow("enough");
});

test("a connection is kept for the next call, unless keepAlive is 0", async () => {
  const kept = await plainServer();
  const fresh = await plainServer();
  const keeping = fetching({ keepAlive: 60_000 });
  const renewing = fetching({ keepAlive: 0 });
  for (let round = 0; round < 6; round++) {
    await textOf(keeping, kept.url);
    await textOf(renewing, fresh.url);
  }
  // Not always one: undici opens another where a call follows before the first connection is free again.
  expect(kept.connections()).toBeLessThan(6);
  expect(fresh.connections()).toBe(6);
});

test("a client that is given one calls through it", async () => {
  const { url } = await tlsServer(selfSigned);
  const core = (fetch: ReturnType<typeof fetching>): ReturnType<typeof makeCore> =>
    makeCore({ baseUrl: url, fetch, retry: { limit: 0 } });
  const response = await get(core(fetching({ ca: selfSigned.cert }))).asResponse();
  expect(await response.text()).toBe("hello ");
  const failure = await get(core(fetching())).then(String, (error: unknown) => error);
  expect(failure).toBeInstanceOf(ConnectionError);
  expect(String(failure)).toContain("self-signed");
});

test("close ends idle connections, running ones, and those in the making", async () => {
  const server = await tlsServer(selfSigned);
  const mute = await muteServer();
  const proxy = await connectProxy({ silent: true });
  const fetch = fetching({ insecure: true, logger: {}, keepAlive: 60_000 });
  const tunnelled = fetching({ proxy: proxy.url });
  await textOf(fetch, server.url);
  const running = await fetch(`${server.url}/silent`, {});
  const calls = [running.text(), fetch(mute.url, {}), tunnelled(server.url, {})];
  const settled = Promise.allSettled(calls);
  while (mute.open.size === 0 || proxy.log.length === 0) await new Promise((resolve) => setImmediate(resolve));

  await Promise.all([fetch.close(), tunnelled.close()]);

  expect((await settled).map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  await Promise.all([server, mute, proxy].map(allClosed));
});

test("calls after close are refused, and closing again does nothing", async () => {
  const server = await plainServer();
  const fetch = fetching();
  await fetch.close();
  await fetch.close();
  await expect(fetch(server.url, {})).rejects.toThrow(ConfigurationError);
  expect(server.connections()).toBe(0);
});

test("one that is declared with await using closes itself", async () => {
  const server = await plainServer();
  {
    await using fetch = fetching({ keepAlive: 60_000 });
    await textOf(fetch, server.url);
  }
  await allClosed(server);
});

test("inspection shows neither key, passphrase nor the proxy's password", () => {
  const { cert, key } = selfSigned;
  const proxy = "http://ops:hunter22@proxy.test";
  const fetch = fetching({ certificate: { cert, key, passphrase: "open sesame" }, proxy });
  const shown = inspect(fetch, { depth: Infinity, showHidden: true }) + JSON.stringify(fetch);
  for (const secret of ["hunter22", "open sesame", "PRIVATE KEY"]) expect(shown).not.toContain(secret);
});

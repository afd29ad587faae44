import { randomBytes } from "node:crypto";
import { request, type RequestListener } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import type { Backend } from "../src/backend.ts";
import { startFront } from "../src/front.ts";
import type { Mock } from "../src/index.ts";
import { nothing, parse, send, serve } from "./helpers.ts";

/** The front before a server of the test's own, in the place of Prism. */
async function frontOf(listener: RequestListener, formerAddress?: URL): Promise<Mock> {
  const address = await serve(listener);
  const addresses = formerAddress === undefined ? [] : [formerAddress];
  const backend: Backend = {
    address: () => Promise.resolve(addresses.shift() ?? address),
    explain: (_, error) => Promise.resolve(`broken: ${error.message}`),
    close: () => Promise.resolve(),
  };
  const options = { host: "127.0.0.1", port: 0, basePath: "/v1", requestTimeout: 10_000, onReport: nothing };
  const mock = await startFront(backend, {
    ...options,
    router: () => undefined,
    ownAnswer: () => undefined,
    foreign: () => undefined,
    operations: [],
    document: {},
  });
  onTestFinished(() => mock.close());
  return mock;
}

const names = (raw: readonly string[]): string[] => raw.filter((_, i) => i % 2 === 0);
const bytes = randomBytes(300_000);

test("bodies pass byte for byte in both directions", async () => {
  const mock = await frontOf((incoming, response) => incoming.pipe(response));
  expect((await send(mock.origin, "/v1/a", { method: "PUT", body: bytes })).bytes.equals(bytes)).toBe(true);
  const chunked = await send(mock.origin, "/v1/a", {
    method: "PUT",
    body: bytes,
    headers: ["Transfer-Encoding", "chunked"],
  });
  expect(chunked.bytes.equals(bytes)).toBe(true);
});

test("an answer is streamed: its beginning arrives before its end is written", async () => {
  let finish = nothing;
  const mock = await frontOf((_, response) => {
    response.write("begin");
    finish = () => response.end("end");
  });
  const response = await fetch(`${mock.baseUrl}/a`);
  const reader = response.body?.getReader();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("begin");
  finish();
  expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe("end");
});

test("duplicate headers are kept and hop-by-hop headers are not, in both directions", async () => {
  let received: string[] = [];
  const mock = await frontOf((incoming, response) => {
    received = incoming.rawHeaders;
    const hop = ["Connection", "x-hop", "X-Hop", "1", "Trailer", "x-late", "Proxy-Authenticate", "Basic"];
    response.writeHead(200, "Fine", ["Set-Cookie", "a=1", "Set-Cookie", "b=2", ...hop]).end("ok");
  });
  const hop = ["Connection", "close, X-Mine", "X-Mine", "1", "TE", "trailers", "Keep-Alive", "timeout=1"];
  const answer = await send(mock.origin, "/v1/a", { headers: ["X-A", "1", "X-A", "2", ...hop] });
  expect(names(received).filter((name) => name === "X-A")).toHaveLength(2);
  expect(names(received)).not.toEqual(expect.arrayContaining(["X-Mine"]));
  expect(names(received).map((name) => name.toLowerCase())).not.toEqual(expect.arrayContaining(["te"]));
  expect(names(answer.rawHeaders).filter((name) => name === "Set-Cookie")).toHaveLength(2);
  expect(names(answer.rawHeaders).filter((name) => /^(x-hop|trailer|proxy-authenticate)$/i.test(name))).toEqual([]);
});

test("the base path is taken off and the rest of the target stays as it is", async () => {
  const targets: unknown[] = [];
  const mock = await frontOf((incoming, response) => {
    targets.push(incoming.url);
    response.end();
  });
  await send(mock.origin, "/v1/a%2Fb//c;d?x=1,2&y[]=%5b");
  await send(mock.origin, "/v1/a,b");
  expect(targets).toEqual(["/a%2Fb//c;d?x=1,2&y[]=%5b", "/a%2Cb"]);
});

test("answers without a body pass", async () => {
  const mock = await frontOf((incoming, response) => {
    if (incoming.method === "HEAD") response.writeHead(200, { "content-length": 5 }).end();
    else response.writeHead(204).end();
  });
  const head = await send(mock.origin, "/v1/a", { method: "HEAD" });
  expect([head.status, head.headers.get("content-length"), head.text]).toEqual([200, "5", ""]);
  expect((await send(mock.origin, "/v1/a")).status).toBe(204);
});

test("a client that goes away aborts the request behind the front", async () => {
  let arrived = nothing;
  let aborted = nothing;
  const arrival = new Promise<void>((resolve) => (arrived = resolve));
  const abortion = new Promise<void>((resolve) => (aborted = resolve));
  const mock = await frontOf((_, response) => {
    response.once("close", aborted);
    arrived();
  });
  const { hostname, port } = new URL(mock.origin);
  const outgoing = request({ hostname, port, path: "/v1/a", agent: false });
  outgoing.once("error", () => undefined);
  outgoing.end();
  await arrival;
  outgoing.destroy();
  await expect(abortion).resolves.toBeUndefined();
});

test("a connection that breaks before the answer gives 502 with the backend's explanation", async () => {
  const mock = await frontOf((incoming) => incoming.socket.destroy());
  const answer = await send(mock.origin, "/v1/a");
  expect(answer.status).toBe(502);
  expect(parse(answer)).toMatchObject({
    type: "urn:mock-server:prism-gone",
    detail: "GET /a (not in the document): broken: socket hang up",
  });
});

test("a request that finds Prism gone already is sent to its successor", async () => {
  const mock = await frontOf((incoming, response) => incoming.pipe(response), new URL("http://127.0.0.1:1"));
  expect((await send(mock.origin, "/v1/a", { method: "POST", body: "once" })).text).toBe("once");
});

test("an answer that breaks off does not look whole to the client", async () => {
  const mock = await frontOf((incoming, response) => {
    response.writeHead(200, { "content-length": 10 });
    response.write("half");
    setImmediate(() => incoming.socket.destroy());
  });
  await expect(fetch(`${mock.baseUrl}/a`).then((response) => response.text())).rejects.toThrow();
});

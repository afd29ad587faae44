import { describe, expect, it, test } from "vitest";
import { foreignPages } from "../src/foreign-pages.ts";
import { startProxy, type Mock } from "../src/index.ts";
import { document, json, parse, send, serve, use } from "./helpers.ts";

const operation = { responses: { 200: json({ id: 1 }) } };
const spec = document({ "/users": { get: operation, post: operation, options: operation } });

/** A proxy, and the methods that the server behind it has seen. */
async function proxied(): Promise<{ proxy: Mock; seen: unknown[] }> {
  const seen: unknown[] = [];
  const upstream = await serve((request, response) => {
    seen.push(request.method);
    request.resume();
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":7}');
  });
  return { proxy: await use(startProxy(spec, upstream)), seen };
}

describe("a proxy keeps from the server behind it", () => {
  it.each<[string, string, readonly string[]]>([
    ["a page of another site", "GET", ["Origin", "https://page.test"]],
    ["a page that another port of this machine serves", "POST", ["Origin", "http://127.0.0.1:1"]],
    ["a page of the same name with TLS", "GET", ["Origin", "https://localhost", "Host", "localhost"]],
    ["a page in a sandbox, or a file", "POST", ["Origin", "null"]],
    ["a preflight", "OPTIONS", ["Origin", "https://page.test", "Access-Control-Request-Method", "DELETE"]],
    ["an image of a page", "GET", ["Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors"]],
    ["a link on another port's page", "GET", ["Sec-Fetch-Site", "same-site", "Sec-Fetch-Mode", "navigate"]],
    ["a page whose name was made to lead here", "GET", ["Host", "page.test:4010"]],
    ["a page that calls itself by such a name", "POST", ["Host", "page.test", "Origin", "http://page.test"]],
    ["a name that is none", "GET", ["Host", "a b"]],
  ])("%s", async (_, method, headers) => {
    const { proxy, seen } = await proxied();
    proxy.fail("GET /users", { status: 503 });
    const answer = await send(proxy.origin, "/users", { method, headers });
    expect(answer.status).toBe(403);
    expect(parse(answer)).toMatchObject({ type: "urn:mock-server:foreign-page" });
    expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect(seen).toEqual([]);
    expect(proxy.requests).toEqual([]);
  });
});

test("a proxy answers programs, what a person types into a browser, and pages that it serves itself", async () => {
  const { proxy, seen } = await proxied();
  const { host, port } = new URL(proxy.origin);
  const senders = [
    [],
    ["Sec-Fetch-Mode", "cors"],
    ["Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate"],
    ["Sec-Fetch-Site", "same-origin"],
    ["Origin", `http://${host}`],
    ["Host", `localhost:${port}`, "Origin", `http://localhost:${port}`],
    ["Host", `[::1]:${port}`],
    ["Host", "192.0.2.1"],
  ];
  for (const headers of senders) {
    const answer = await send(proxy.origin, "/users", { method: "POST", headers });
    expect([answer.status, answer.text], headers.join(" ")).toEqual([200, '{"id":7}']);
  }
  expect(seen).toHaveLength(senders.length);
});

test("a proxy is asked for by the name that it listens on, and who asks otherwise is told so", () => {
  const foreign = foreignPages("Proxy.test");
  expect(foreign({ host: "proxy.test:4010" })).toBeUndefined();
  expect(foreign({})).toBeUndefined();
  expect(foreign({ host: "page.test:4010" })?.detail).toBe(
    "A proxy to a real server is asked for by the name page.test:4010, which a web page may have given to this machine. Ask for it by its address, or start it with that name as its host",
  );
});

test("a page that is refused is told why, and what to do", () => {
  const found = foreignPages("127.0.0.1")({ host: "127.0.0.1:4010", origin: "https://page.test" });
  expect(found?.detail).toBe(
    "The request comes from a web page of https://page.test, and this is a proxy to a real server, which no page of another origin may use. Have the page ask a mock, or send it from a program",
  );
});

import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, json, send, use } from "./helpers.ts";

const operation = { responses: { 200: json("ok") } };
const spec = document({ "/users/{id}": { get: operation, post: operation } }, { servers: [{ url: "/v1" }] });
const named = document({ "/users/{id}": { get: operation, post: { ...operation, operationId: "changeUser" } } });

test("the URL is recorded exactly as it was sent", async () => {
  const mock = await use(startMock(spec));
  const target = "/v1/users/a%2fb,c;d%20?f[x]=1&f[x]=%5b&empty=&q=a+b%20c#";
  await send(mock.origin, target);
  expect(mock.requests).toMatchObject([{ method: "GET", url: target, path: "/users/a%2fb,c;d%20" }]);
});

test("headers and body are recorded as they came", async () => {
  const mock = await use(startMock(spec));
  const headers = ["X-A", "1", "x-a", "2", "Cookie", "a=1", "Cookie", "b=2", "Content-Type", "text/plain"];
  await send(mock.origin, "/v1/users/1", { method: "POST", headers, body: "grüße 円" });
  expect(mock.requests[0]?.headers).toMatchObject({ "x-a": "1, 2", cookie: "a=1; b=2", "content-type": "text/plain" });
  expect(mock.requests[0]?.body).toBe("grüße 円");
});

test("requests are kept in the order of arrival until they are cleared", async () => {
  const mock = await use(startMock(spec));
  const { requests } = mock;
  await send(mock.origin, "/v1/users/1");
  await send(mock.origin, "/v1/users/2");
  expect(requests.map(({ path }) => path)).toEqual(["/users/1", "/users/2"]);
  mock.clear();
  expect(requests).toEqual([]);
  await send(mock.origin, "/v1/users/3");
  expect(requests).toHaveLength(1);
});

test("a request outside the base path is not recorded", async () => {
  const mock = await use(startMock(spec));
  await send(mock.origin, "/users/1");
  expect(mock.requests).toEqual([]);
});

test("a request names its operation, and its body is parsed by its media type", async () => {
  const mock = await use(startMock(named));
  const post = async (type: string, body: string): Promise<unknown> => {
    await send(mock.origin, "/users/1", { method: "POST", headers: ["Content-Type", type], body });
    return mock.requests.at(-1)?.parsed;
  };
  expect(await post("application/json; charset=utf-8", '{"a":[null]}')).toEqual({ a: [null] });
  expect(await post("application/problem+json", "{broken")).toBeUndefined();
  expect(await post("application/x-www-form-urlencoded", "a=1+2&b=%41&b=2")).toEqual({ a: "1 2", b: ["A", "2"] });
  expect(await post("application/x-ndjson", '1\n{"a":2}\n')).toEqual([1, { a: 2 }]);
  expect(await post("text/plain", "hello")).toBe("hello");
  expect(await post("application/octet-stream", "hello")).toBeUndefined();
  await send(mock.origin, "/users/1");
  await send(mock.origin, "/elsewhere");
  const labels = mock.requests.map(({ operation }) => operation);
  expect(new Set(labels)).toEqual(new Set(["changeUser", "GET /users/{id}", undefined]));
});

test("the requests of an operation are asked for by its operationId, or by method and path", async () => {
  const mock = await use(startMock(named));
  await send(mock.origin, "/users/1");
  await send(mock.origin, "/users/2", { method: "POST" });
  expect(mock.requests.of("changeUser")).toMatchObject([{ path: "/users/2" }]);
  expect(mock.requests.of("POST /users/{id}")).toHaveLength(1);
  expect(mock.requests.of("GET /users/{id}")).toMatchObject([{ path: "/users/1" }]);
  expect(() => mock.requests.of("changeUsers")).toThrow('did you mean "changeUser"?');
  mock.requests.clear();
  expect(mock.requests).toEqual([]);
  expect(mock.requests.of("changeUser")).toEqual([]);
});

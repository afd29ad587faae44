import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, json, send, use } from "./helpers.ts";

const operation = { responses: { 200: json("ok") } };
const spec = document({ "/users/{id}": { get: operation, post: operation } }, { servers: [{ url: "/v1" }] });

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

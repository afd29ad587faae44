import { expect, test } from "vitest";
import { startMock, startMockProcess, startProxy } from "../src/index.ts";
import { document, json, parse, send, serve, use } from "./helpers.ts";

const failing = { 200: json("ok"), 503: json({ why: "busy" }), 404: { description: "None" } };
const spec = document({
  "/users": { get: { operationId: "getUsers", responses: failing }, post: { responses: failing } },
  "/groups": { get: { operationId: "getGroups", responses: { 200: json("groups"), default: json({ code: 1 }) } } },
});

test("an operation fails as often as it is told to, with the answer that the document declares for the status", async () => {
  const mock = await use(startMock(spec));
  mock.fail("getUsers", { status: 503, times: 2 });
  const first = await send(mock.origin, "/users");
  expect([first.status, parse(first)]).toEqual([503, { why: "busy" }]);
  expect((await send(mock.origin, "/groups")).status).toBe(200);
  expect((await send(mock.origin, "/users")).status).toBe(503);
  expect((await send(mock.origin, "/users")).text).toBe('"ok"');
});

test("a failure without an end lasts until it is restored", async () => {
  const mock = await use(startMock(spec));
  mock.fail("getUsers", { status: 404 });
  mock.fail("get /groups", { status: 500 });
  expect((await send(mock.origin, "/users")).text).toBe("");
  expect((await send(mock.origin, "/users")).status).toBe(404);
  expect(parse(await send(mock.origin, "/groups"))).toEqual({ code: 1 });
  mock.restore("getUsers");
  expect((await send(mock.origin, "/users")).status).toBe(200);
  expect((await send(mock.origin, "/groups")).status).toBe(500);
  mock.restore();
  expect((await send(mock.origin, "/groups")).status).toBe(200);
});

test("failures of an operation come one after the other, and one without an end gives way to the next", async () => {
  const mock = await use(startMock(spec));
  mock.fail("getUsers", { status: 500, times: 1 });
  mock.fail("getUsers", { status: 501 });
  mock.fail("getUsers", { status: 502, times: 1 });
  const statuses = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await send(mock.origin, "/users")).status);
  expect(statuses).toEqual([500, 502, 200]);
});

test("body and headers of a failure are sent as they are given", async () => {
  const mock = await use(startMock(spec));
  mock.fail("POST /users", { status: 429, headers: { "Retry-After": "1" }, body: { slow: true }, times: 1 });
  mock.fail("POST /users", { headers: { "content-type": "text/html" }, body: "<h1>", times: 1 });
  mock.fail("POST /users", { body: new Uint8Array([0, 255]), times: 1 });
  const [first, second, third] = [
    await send(mock.origin, "/users", { method: "POST" }),
    await send(mock.origin, "/users", { method: "POST" }),
    await send(mock.origin, "/users", { method: "POST" }),
  ];
  expect([first.status, first.headers.get("retry-after"), parse(first)]).toEqual([429, "1", { slow: true }]);
  expect([second.status, second.headers.get("content-type"), second.text]).toEqual([500, "text/html", "<h1>"]);
  expect([...third.bytes]).toEqual([0, 255]);
});

test("a connection is reset, and the request recorded all the same", async () => {
  const mock = await use(startMock(spec));
  mock.fail("POST /users", { reset: true, times: 1 });
  await expect(send(mock.origin, "/users", { method: "POST", body: "x" })).rejects.toThrow("ECONNRESET");
  expect(mock.requests).toMatchObject([{ operation: "POST /users", body: "x" }]);
  expect((await send(mock.origin, "/users")).status).toBe(200);
});

test("a delay lets the usual answer come later, and does not count against the mock's own timeout", async () => {
  const mock = await use(startMock(spec, { requestTimeout: 300 }));
  mock.fail("getUsers", { delay: 400, times: 1 });
  const order: string[] = [];
  const late = send(mock.origin, "/users").then((answer) => order.push(answer.text));
  await Promise.all([late, send(mock.origin, "/groups").then((answer) => order.push(answer.text))]);
  expect(order).toEqual(['"groups"', '"ok"']);
});

test("a client that gives up during a delay harms nothing", async () => {
  const mock = await use(startMock(spec));
  mock.fail("getUsers", { delay: 60_000, times: 1 });
  await expect(fetch(`${mock.baseUrl}/users`, { signal: AbortSignal.timeout(50) })).rejects.toThrow("timeout");
  expect((await send(mock.origin, "/users")).status).toBe(200);
});

test("an operation that the document does not have is an error that names the nearest", async () => {
  const mock = await use(startMock(spec));
  expect(() => mock.fail("getUser", { status: 500 })).toThrow('no operation "getUser": did you mean "getUsers"?');
  expect(() => mock.fail("PUT /users", { status: 500 })).toThrow('did you mean "GET /users"?');
  expect(() => mock.restore("nothingLikeIt")).toThrow("take an operationId, or method and path");
});

test.each([
  [{ status: 700 }, "from 200 to 599"],
  [{ status: 500, times: 0 }, "from 1 on"],
  [{ delay: -1 }, "milliseconds"],
  [{ reset: true, status: 500 }, "has no status"],
  [{ times: 1 }, "needs a status"],
] as const)("the failure %o is refused", async (failure, message) => {
  const mock = await use(startMock(spec));
  expect(() => mock.fail("getUsers", failure)).toThrow(message);
});

test("a failure that was mistyped is refused", async () => {
  const mock = await use(startMock(spec));
  const mistyped = { status: 500, time: 1 };
  expect(() => mock.fail("getUsers", mistyped)).toThrow('has no "time"');
});

test("operations fail in front of Prism's own process and of a real server too", async () => {
  const upstream = await serve((_, response) => response.setHeader("content-type", "application/json").end('"real"'));
  for (const mock of [await use(startMockProcess(spec)), await use(startProxy(spec, upstream))]) {
    mock.fail("getUsers", { status: 429, body: "later", times: 1 });
    expect((await send(mock.origin, "/users")).text).toBe("later");
    expect((await send(mock.origin, "/users")).status).toBe(200);
  }
});

test("a page may read a failure", async () => {
  const mock = await use(startMock(spec));
  mock.fail("getUsers", { status: 500, body: {} });
  const answer = await send(mock.origin, "/users", { headers: ["Origin", "http://page.test"] });
  expect(answer.headers.get("access-control-allow-origin")).toBe("http://page.test");
});

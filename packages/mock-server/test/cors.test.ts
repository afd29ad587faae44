import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, json, send, use } from "./helpers.ts";

const headers = { "x-total": { schema: { type: "string" }, example: "3" } };
const spec = document(
  {
    "/items": {
      get: { responses: { 200: { ...json([]), headers } } },
      options: { responses: { 200: json("options") } },
    },
  },
  { servers: [{ url: "/v1" }] },
);
const origin = ["Origin", "http://page.test"];

test("a preflight is answered by the front and allows what it asks for", async () => {
  const mock = await use(startMock(spec));
  const ask = ["Access-Control-Request-Method", "PATCH", "Access-Control-Request-Headers", "authorization, x-a"];
  const answer = await send(mock.origin, "/v1/items", { method: "OPTIONS", headers: [...origin, ...ask] });
  expect(answer.status).toBe(204);
  expect(answer.headers.get("access-control-allow-origin")).toBe("http://page.test");
  expect(answer.headers.get("access-control-allow-credentials")).toBe("true");
  expect(answer.headers.get("access-control-allow-methods")).toBe("PATCH");
  expect(answer.headers.get("access-control-allow-headers")).toBe("authorization, x-a");
  expect(mock.requests).toEqual([]);
});

test("an OPTIONS request that is no preflight reaches Prism", async () => {
  const mock = await use(startMock(spec));
  expect((await send(mock.origin, "/v1/items", { method: "OPTIONS" })).text).toBe('"options"');
});

test("an answer to a page exposes all its headers", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/v1/items", { headers: origin });
  expect(answer.headers.get("access-control-allow-origin")).toBe("http://page.test");
  expect(answer.headers.get("access-control-expose-headers")?.split(", ")).toEqual(
    expect.arrayContaining(["x-total", "content-type"]),
  );
});

test("a page can read the front's own answers", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/elsewhere", { headers: origin });
  expect(answer.status).toBe(404);
  expect(answer.headers.get("access-control-allow-origin")).toBe("http://page.test");
});

test("an answer to a client that is no page has no CORS headers", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/v1/items");
  expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
});

import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { basePathOf, belowBasePath } from "../src/base-path.ts";
import { document, json, parse, send, use } from "./helpers.ts";

const paths = {
  "/": { get: { responses: { 200: json("root") } } },
  "/users": { get: { responses: { 200: json("users") } } },
};
const servers = [
  {
    url: "https://{host}:{port}/api/{version}/",
    variables: { host: { default: "h" }, port: { default: "443" }, version: { default: "v2" } },
  },
  { url: "/other" },
];

test("the base path is the path of the first server with its variables replaced by their defaults", async () => {
  const mock = await use(startMock(document(paths, { servers })));
  expect(mock.basePath).toBe("/api/v2");
  expect(mock.baseUrl).toBe(`${mock.origin}/api/v2`);
  expect((await send(mock.origin, "/api/v2/users")).text).toBe('"users"');
});

test("the base path itself stands for the root of the API", async () => {
  const mock = await use(startMock(document(paths, { servers })));
  expect((await send(mock.origin, "/api/v2")).text).toBe('"root"');
  expect((await send(mock.origin, "/api/v2?a=1")).text).toBe('"root"');
});

test.each(["/users", "/api/v22/users", "/api"])(
  "%s is outside and answered 404 with the right base path",
  async (target) => {
    const mock = await use(startMock(document(paths, { servers })));
    const answer = await send(mock.origin, target);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(parse(answer)).toMatchObject({ type: "urn:mock-server:outside-base-path", basePath: "/api/v2" });
    expect(parse(answer)["detail"]).toContain(mock.baseUrl);
  },
);

test("the option replaces the document's base path", async () => {
  const mock = await use(startMock(document(paths, { servers }), { basePath: "mine/" }));
  expect(mock.basePath).toBe("/mine");
  expect((await send(mock.origin, "/mine/users")).status).toBe(200);
});

test.each([
  ["no servers", {}, ""],
  ["a server at the root", { servers: [{ url: "https://h.test" }] }, ""],
  ["a relative server", { servers: [{ url: "v1" }] }, "/v1"],
  [
    "a variable in place of the whole URL",
    { servers: [{ url: "{x}", variables: { x: { default: "https://h.test/v3" } } }] },
    "/v3",
  ],
  ["a variable without a definition", { servers: [{ url: "/{tenant}/v1" }] }, "/tenant/v1"],
])("%s gives a base path", (_, root, basePath) => {
  expect(basePathOf(root)).toBe(basePath);
});

test("a target that holds the whole URL is read like a path", () => {
  expect(belowBasePath("http://h.test:1/v1/a?b=http://x", "/v1")).toEqual({ path: "/a", query: "?b=http://x" });
});

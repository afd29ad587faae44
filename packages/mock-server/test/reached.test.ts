import { expect, test } from "vitest";
import { reasonsAgainstPrism, startMock, startProxy } from "../src/index.ts";
import { document, json, send, serve, use } from "./helpers.ts";

const cookie = [{ name: "team", in: "cookie", schema: { type: "string" } }];
const spec = document({
  "/users": { get: { operationId: "list", responses: { 200: json([]) } } },
  "/teams": { get: { parameters: cookie, responses: { 200: json([]) } } },
});
const marked = { headers: ["mock-server-exchange", "17"] };

test("an answer of Prism carries the request's mark, and of an unmarked request none", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/users", marked);
  expect(answer.headers.get("mock-server-prism")).toBe("17");
  expect(answer.headers.get("mock-server-answered")).toBeNull();
  expect((await send(mock.origin, "/users")).headers.get("mock-server-prism")).toBeNull();
});

test("an answer of the mock's own does not carry it, nor does a failure", async () => {
  const mock = await use(startMock(spec));
  const own = await send(mock.origin, "/teams", marked);
  expect(own.headers.get("mock-server-prism")).toBeNull();
  expect(own.headers.get("mock-server-answered")).toContain("it does not read cookies");
  mock.fail("list", { status: 503 });
  expect((await send(mock.origin, "/users", marked)).headers.get("mock-server-prism")).toBeNull();
});

test("an answer that came through a proxy carries it as well", async () => {
  const upstream = await serve((_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end("[]"),
  );
  const proxy = await use(startProxy(spec, upstream));
  expect((await send(proxy.origin, "/users", marked)).headers.get("mock-server-prism")).toBe("17");
});

test("the operations that Prism misjudges are told with the reason", () => {
  expect([...reasonsAgainstPrism(spec)]).toEqual([["GET /teams", "it does not read cookies: team"]]);
});

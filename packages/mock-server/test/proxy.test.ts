import { expect, test } from "vitest";
import { startProxy } from "../src/index.ts";
import { document, json, parse, send, serve, use } from "./helpers.ts";

const user = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
const parameters = [{ name: "limit", in: "query", schema: { type: "integer" } }];
const spec = document(
  { "/users": { get: { parameters, responses: { 200: json({ id: 1 }, user) } } } },
  { servers: [{ url: "/v1" }] },
);

test("the proxy hands the upstream's answer on and finds nothing against it", async () => {
  const seen: unknown[] = [];
  const text = '{\n  "id":  7\n}\n'; // Prism writes it anew: the announced length is no longer right
  const upstream = await serve((request, response) => {
    seen.push(request.url);
    response
      .writeHead(200, { "content-type": "application/json", "content-length": text.length, "x-more": "1" })
      .end(text);
  });
  const mock = await use(startProxy(spec, `${upstream.origin}/base`));
  const answer = await send(mock.origin, "/v1/users?limit=3");
  expect(parse(answer)).toEqual({ id: 7 });
  expect(answer.headers.get("x-more")).toBe("1");
  expect(mock.violations(answer)).toEqual([]);
  expect(seen).toEqual(["/base/users?limit=3"]);
});

test("the proxy finds what is wrong in the request and in the answer", async () => {
  const upstream = await serve((_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end('{"id":"x"}'),
  );
  const mock = await use(startProxy(spec, upstream));
  const answer = await send(mock.origin, "/v1/users?limit=many");
  expect(answer.status).toBe(200);
  expect(mock.violations(answer).map(({ location, code }) => [location.join("."), code])).toEqual([
    ["request.query.limit", "type"],
    ["response.body.id", "type"],
  ]);
});

test("the proxy turns violations into errors where errors are asked for", async () => {
  const upstream = await serve((_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end("{}"),
  );
  const mock = await use(startProxy(spec, upstream, { errors: true }));
  expect((await send(mock.origin, "/v1/users?limit=many")).status).toBe(422);
  expect((await send(mock.origin, "/v1/users")).status).toBe(500);
});

test("an upstream that cannot be reached is an error answer", async () => {
  const mock = await use(startProxy(spec, "http://127.0.0.1:1"));
  const answer = await send(mock.origin, "/v1/users");
  expect(answer.status).toBe(500);
  expect(answer.text).toContain("ECONNREFUSED");
});

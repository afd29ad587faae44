import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { checkJsonBody } from "../src/json-body.ts";
import { document, json, parse, send, use } from "./helpers.ts";

const content = { "application/json": { schema: { type: "object" } }, "text/plain": { schema: { type: "string" } } };
const spec = document({
  "/items": { post: { requestBody: { content }, responses: { 201: json("made"), 422: json({}) } } },
});
const post = (type: string, body: string | Buffer, more: string[] = []): object => ({
  method: "POST",
  headers: ["Content-Type", type, ...more],
  body,
});

test.each([
  ["application/json", '{"a":'],
  ["application/json; charset=utf-8", "nope"],
  ["application/merge-patch+json", "{,}"],
  ["Application/JSON", "\ufeff{}"],
])(
  "a body of type %s that is no JSON is answered 400 with a violation, where Prism would never answer",
  async (type, body) => {
    const mock = await use(startMock(spec));
    const answer = await send(mock.origin, "/items", post(type, body));
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(parse(answer)).toMatchObject({ type: "urn:mock-server:malformed-json", status: 400 });
    const [violation, ...others] = mock.violations(answer);
    expect(others).toEqual([]);
    expect(violation).toMatchObject({ location: ["request", "body"], severity: "Error", code: "json" });
  },
);

test("a malformed body is recorded all the same", async () => {
  const mock = await use(startMock(spec));
  await send(mock.origin, "/items", post("application/json", "{é"));
  expect(mock.requests).toMatchObject([{ method: "POST", path: "/items", body: "{é" }]);
});

test("an empty body in chunks counts as no body", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/items", post("application/json", "", ["Transfer-Encoding", "chunked"]));
  expect(answer.status).toBe(201);
});

test("a valid body in chunks reaches Prism", async () => {
  const mock = await use(startMock(spec));
  const chunked = ["Transfer-Encoding", "chunked"];
  expect((await send(mock.origin, "/items", post("application/json", '{"a":1}', chunked))).status).toBe(201);
  expect((await send(mock.origin, "/items", post("application/json", "[1]", chunked))).status).toBe(422);
});

test("a body of another type is Prism's business", async () => {
  const mock = await use(startMock(spec));
  expect((await send(mock.origin, "/items", post("text/plain", "{"))).status).toBe(201);
});

test("the body is read in the charset that it names, and an unknown charset is left to Prism", () => {
  const utf16 = Buffer.from('{"a":1}', "utf16le");
  expect(checkJsonBody('application/json; charset="utf-16le"', utf16)).toBeUndefined();
  expect(checkJsonBody("application/json", utf16)).toBeDefined();
  expect(checkJsonBody("application/json; charset=unheard-of", Buffer.from("{"))).toBeUndefined();
});

import { expect, test } from "vitest";
import { startMock, type Violation } from "../../src/index.ts";
import { collectReports, document, json, send, use, type Answer } from "../helpers.ts";

const ANSWERED = "mock-server-answered";
const ok = { responses: { 200: json("ok") } };
const parameter = (name: string, place: string, more: object): object => ({ name, in: place, ...more });

/** The answer of a mock of one operation, and what it had against the request. */
async function exchange(
  paths: object,
  target: string,
  sending: Parameters<typeof send>[2] = {},
  root: object = {},
): Promise<{ readonly answer: Answer; readonly violations: readonly Violation[] }> {
  const mock = await use(startMock(document(paths, root), { onReport: () => undefined }));
  const answer = await send(mock.origin, target, sending);
  return { answer, violations: mock.violations(answer) };
}

test("what Prism answers is not marked", async () => {
  const { answer } = await exchange({ "/a": { get: ok } }, "/a");
  expect(answer.headers.get(ANSWERED)).toBeNull();
});

test.each([
  ["a cookie", parameter("n", "cookie", { schema: { type: "integer" } }), "/a", ["Cookie", "n=x"], ["cookie", "n"]],
  [
    "a JSON parameter",
    parameter("f", "query", { content: { "application/json": { schema: { type: "object", required: ["a"] } } } }),
    "/a?f=%7B%7D",
    [],
    ["query", "f"],
  ],
  [
    "a property that a deep object does not have",
    parameter("f", "query", {
      style: "deepObject",
      schema: { type: "object", properties: { a: {} }, additionalProperties: false },
    }),
    "/a?f[b]=1",
    [],
    ["query", "f"],
  ],
  [
    "an object whose schema names no type",
    parameter("f", "query", { schema: { required: ["b"], properties: { a: {}, b: {} } } }),
    "/a?a=1",
    [],
    ["query", "f"],
  ],
  [
    "a list in a header",
    parameter("x-ids", "header", { schema: { type: "array", items: { type: "integer" } } }),
    "/a",
    ["X-Ids", "1,two"],
    ["header", "x-ids", "1"],
  ],
] as const)("%s is held against its schema", async (_, described, target, headers, place) => {
  const { answer, violations } = await exchange({ "/a": { get: { ...ok, parameters: [described] } } }, target, {
    headers,
  });
  expect(answer.status).toBe(422);
  expect(answer.headers.get(ANSWERED)).toContain("it ");
  expect(violations.map(({ location }) => location)).toEqual([["request", ...place]]);
});

test("a form is read by the encoding of its fields", async () => {
  const schema = {
    type: "object",
    required: ["ids", "more"],
    properties: {
      ids: { type: "array", items: { type: "integer" } },
      more: { type: "object", properties: { a: { type: "integer" } } },
      pipes: { type: "array", items: { type: "integer" } },
    },
  };
  const encoding = { pipes: { style: "pipeDelimited", explode: false } };
  const requestBody = { content: { "application/x-www-form-urlencoded": { schema, encoding } } };
  const post = async (body: string): Promise<readonly Violation[]> => {
    const headers = ["Content-Type", "application/x-www-form-urlencoded"];
    return (await exchange({ "/a": { post: { ...ok, requestBody } } }, "/a", { method: "POST", headers, body }))
      .violations;
  };
  expect(await post("ids=1&ids=2&more=%7B%22a%22%3A1%7D&pipes=1%7C2")).toEqual([]);
  expect(await post("ids=1&ids=b")).toMatchObject([{ code: "required" }]);
  expect(await post("ids=1&ids=b&more=%7B%7D")).toMatchObject([
    { location: ["request", "body", "ids", "1"], code: "type" },
  ]);
});

test.each([
  ["of a body", (user: object) => user, { id: "1" }, ["id"]],
  ["of the items of a list", (user: object) => ({ type: "array", items: user }), [{ id: "1" }], ["0", "id"]],
  ["in a part of a schema", (user: object) => ({ allOf: [user] }), { id: "1" }, ["id"]],
  ["behind a reference", () => ({ $ref: "#/components/schemas/User" }), { id: "1" }, ["id"]],
] as const)("a readOnly property %s is refused in a request", async (_, schemaOf, sent, place) => {
  const user = { type: "object", properties: { id: { type: "string", readOnly: true }, name: { type: "string" } } };
  const requestBody = { content: { "application/json": { schema: schemaOf(user) } } };
  const { answer, violations } = await exchange(
    { "/a": { post: { ...ok, requestBody } } },
    "/a",
    { method: "POST", headers: ["Content-Type", "application/json"], body: JSON.stringify(sent) },
    { components: { schemas: { User: user } } },
  );
  expect(answer.status).toBe(422);
  expect(violations.map(({ location }) => location)).toEqual([["request", "body", ...place]]);
});

test("the parts of a multipart form are held against the schema", async () => {
  const schema = {
    type: "object",
    required: ["file"],
    properties: { file: { type: "string", format: "binary" }, size: { type: "integer" } },
  };
  const requestBody = { required: true, content: { "multipart/form-data": { schema } } };
  const mock = await use(startMock(document({ "/a": { post: { ...ok, requestBody } } })));
  const post = async (fields: Readonly<Record<string, string | Blob>>): Promise<readonly Violation[]> => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return mock.violations(await fetch(`${mock.baseUrl}/a`, { method: "POST", body }));
  };
  expect(await post({ file: new Blob(["x"]), size: "3" })).toEqual([]);
  expect(await post({ size: "3" })).toMatchObject([{ code: "required" }]);
  expect(await post({ file: new Blob(["x"]), size: "big" })).toMatchObject([{ location: ["request", "body", "size"] }]);
});

test("a body of a media type that is not declared is told", async () => {
  const requestBody = { content: { "image/*": {} } };
  const paths = { "/a": { post: { ...ok, requestBody } } };
  const image = { method: "POST", headers: ["Content-Type", "image/gif"], body: "x" };
  expect((await exchange(paths, "/a", image)).violations).toEqual([]);
  const text = { method: "POST", headers: ["Content-Type", "text/plain"], body: "x" };
  expect((await exchange(paths, "/a", text)).violations).toMatchObject([{ code: "415" }]);
});

test("events, lines and files are answered from examples, or from what the schema says", async () => {
  const item = { type: "object", required: ["a"], properties: { a: { type: "integer" } } };
  const content = {
    "text/event-stream": { itemSchema: item },
    "application/jsonl": { itemSchema: item, example: [{ a: 7 }, { a: 8 }] },
    "image/png": { schema: { type: "string", format: "binary" } },
  };
  const paths = { "/a": { get: { responses: { 200: { description: "", content } } } } };
  const read = async (accept: string): Promise<readonly [string | null, string]> => {
    const { answer } = await exchange(paths, "/a", { headers: ["Accept", accept] });
    return [answer.headers.get("content-type"), answer.text];
  };
  expect(await read("text/event-stream")).toEqual(["text/event-stream", 'data: {"a":1}\n\ndata: {"a":1}\n\n']);
  expect(await read("application/jsonl")).toEqual(["application/jsonl", '{"a":7}\n{"a":8}\n']);
  expect(await read("image/png")).toEqual(["image/png", "example"]);
  expect((await exchange(paths, "/a", { headers: ["Accept", "text/csv"] })).answer.status).toBe(406);
});

test("an operation is served at the path of its own server, by methods of OpenAPI 3.2 too", async () => {
  const paths = { "/a": { servers: [{ url: "https://b.example.com/v2" }], query: ok } };
  const root = { openapi: "3.2.0", servers: [{ url: "https://a.example.com/v1" }] };
  expect((await exchange(paths, "/v2/a", { method: "QUERY" }, root)).answer.text).toBe('"ok"');
  expect((await exchange(paths, "/v1/a", { method: "QUERY" }, root)).answer.status).toBe(404);
});

test("credentials of schemes that Prism does not know are asked for", async () => {
  const securitySchemes = { Oidc: { type: "openIdConnect", openIdConnectUrl: "https://a.example.com" } };
  const root = { components: { securitySchemes } };
  const paths = { "/a": { get: { ...ok, security: [{ Oidc: [] }] } } };
  const { answer, violations } = await exchange(paths, "/a", {}, root);
  expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
  expect(violations).toMatchObject([{ code: "401" }]);
  expect((await exchange(paths, "/a", { headers: ["Authorization", "Bearer t"] }, root)).answer.status).toBe(200);
});

test("an answer to HEAD has no body", async () => {
  const { answer } = await exchange({ "/a": { head: ok } }, "/a", { method: "HEAD" });
  expect([answer.status, answer.headers.get("content-type"), answer.text]).toEqual([200, "application/json", ""]);
});

test("a status and an example are chosen as with Prism, whatever characters the example's name has", async () => {
  const examples = { "a, b": { value: 1 }, é: { value: 2 } };
  const paths = (more: object): object => ({
    "/a": {
      get: { ...more, responses: { "4XX": { description: "", content: { "application/json": { examples } } } } },
    },
  });
  for (const more of [{}, { parameters: [parameter("c", "cookie", {})] }]) {
    const prefer = ["Prefer", `code=404, example=${encodeURIComponent("é")}`];
    const { answer } = await exchange(paths(more), "/a", { headers: prefer });
    expect([answer.status, answer.text]).toEqual([404, "2"]);
  }
});

test("answers of schemas that refer to themselves are made without breaking them", async () => {
  const Tree = {
    type: "object",
    required: ["name", "children"],
    properties: {
      name: { type: "string", minLength: 9 },
      children: { type: "array", items: { $ref: "#/components/schemas/Tree" } },
    },
  };
  const root = { components: { schemas: { Tree } } };
  const paths = {
    "/a": {
      get: {
        responses: {
          200: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } } },
        },
      },
    },
  };
  const { answer, violations } = await exchange(paths, "/a", {}, root);
  expect(JSON.parse(answer.text)).toEqual({ name: "examplexx", children: [] });
  expect(violations).toEqual([]);
});

test("an example that contradicts its schema is reported, and answered all the same", async () => {
  const reports = collectReports();
  const paths = { "/a": { get: { responses: { 200: json(1, { type: "string" }) } } } };
  const mock = await use(startMock(document(paths), { onReport: reports.onReport }));
  expect(reports.all).toMatchObject([{ kind: "example", message: expect.stringContaining("GET /a 200") as string }]);
  expect((await send(mock.origin, "/a")).text).toBe("1");
});

test("a text whose schema describes an object is no example that contradicts it", async () => {
  const content = { "text/html": { schema: { type: "object", properties: { id: { type: "integer" } } } } };
  const paths = { "/a": { get: { responses: { 200: { description: "", content } } } } };
  const { answer, violations } = await exchange(paths, "/a");
  expect([answer.text, answer.headers.get(ANSWERED)]).toEqual(["example", expect.stringContaining("text/html")]);
  expect(violations).toEqual([]);
});

test("of two parameters in a segment of a path each is held against its schema", async () => {
  const parameters = [
    parameter("id", "path", { required: true, schema: { type: "integer" } }),
    parameter("kind", "path", { required: true, schema: { enum: ["diff", "patch"] } }),
  ];
  const mock = await use(startMock(document({ "/a/{id}.{kind}": { get: { ...ok, parameters } } })));
  const places = async (target: string): Promise<readonly string[][]> =>
    mock.violations(await send(mock.origin, target)).map(({ location }) => [...location]);
  expect(await places("/a/7.diff")).toEqual([]);
  expect(await places("/a/x.diff")).toEqual([["request", "path", "id"]]);
  expect(await places("/a/7.png")).toEqual([["request", "path", "kind"]]);
});

test("a parameter that is a text or a list of numbers is read as either", async () => {
  const schema = { oneOf: [{ type: "array", items: { type: "integer" } }, { enum: ["all"] }] };
  const paths = { "/a": { get: { ...ok, parameters: [parameter("ids", "query", { schema })] } } };
  const mock = await use(startMock(document(paths)));
  const count = async (query: string): Promise<number> =>
    mock.violations(await send(mock.origin, `/a?${query}`)).length;
  expect(await Promise.all(["ids=1&ids=2", "ids=1", "ids=all"].map(count))).toEqual([0, 0, 0]);
  expect(await count("ids=none")).toBeGreaterThan(0);
});

test("a schema where nullable stands without a type is held against all the same", async () => {
  const schema = { properties: { a: { type: "integer" }, b: { allOf: [{ type: "object" }], nullable: true } } };
  const requestBody = { content: { "application/json": { schema } } };
  const body = { method: "POST", headers: ["Content-Type", "application/json"], body: '{"a":"x","b":{}}' };
  const { violations } = await exchange({ "/a": { post: { ...ok, requestBody } } }, "/a", body, { openapi: "3.0.3" });
  expect(violations).toMatchObject([{ location: ["request", "body", "a"] }]);
});

test("an answer of the status 205 has no body, whatever is declared and accepted", async () => {
  const paths = { "/a": { get: { responses: { 205: { description: "", content: { "text/html": {} } } } } } };
  const { answer } = await exchange(paths, "/a", { headers: ["Accept", "application/json"] });
  expect([answer.status, answer.headers.get("content-type"), answer.text]).toEqual([205, null, ""]);
});

import { expect, test } from "vitest";
import { startMock, type Mock } from "../../src/index.ts";
import { document, json, parse, send, use, type Answer } from "../helpers.ts";

const thing = { type: "object", properties: { id: { type: "string" }, name: {}, domain: {}, token: {} } };
const one = json({ id: "s-1", domain: "home", token: "token-1" }, thing);
const common = { name: "session", id: "id" };
const refused = { ...json({ error: "over" }), headers: { "WWW-Authenticate": { example: "Key expired" } } };
const sessions = json([{ id: "s-1", domain: "home" }], { type: "array", items: thing });

function create(more: object, responses: object = { 201: one, 409: json({ error: "taken" }) }): object {
  const resource = { ...common, role: "create", thing: "$response.body#", fields: "$request.body#", made: ["token"] };
  return {
    "x-sdk-resource": { ...resource, ...more },
    security: [],
    requestBody: { content: { "application/json": { schema: {} } } },
    responses,
  };
}

const spec = document(
  {
    "/sessions": {
      post: create({ admits: { Key: "token" } }),
      get: {
        "x-sdk-resource": {
          ...common,
          role: "list",
          items: "$response.body#",
          where: { domain: "$request.query.domain" },
        },
        parameters: [{ name: "domain", in: "query", schema: { type: "string" } }],
        security: [],
        responses: { 200: sessions },
      },
    },
    "/sessions/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      delete: {
        "x-sdk-resource": { ...common, role: "end", where: { id: "$request.path.id" } },
        security: [],
        responses: { 204: { description: "Over" } },
      },
    },
    "/unique": { post: create({ unique: ["name", "domain"], taken: 409 }) },
    "/shared": { post: create({ unique: ["name", "domain"] }) },
    "/declared": { get: { responses: { 200: json("in"), 401: refused } } },
    "/bare": { get: { responses: { 200: json("in") } } },
    "/either": { get: { security: [{ Key: [] }, { Basic: [] }], responses: { 200: json("in"), 401: refused } } },
    "/public": { get: { security: [{ Key: [] }, {}], responses: { 200: json("in") } } },
  },
  {
    security: [{ Key: [] }],
    components: {
      securitySchemes: {
        Key: { type: "apiKey", in: "header", name: "X-Key" },
        Basic: { type: "http", scheme: "basic" },
      },
    },
  },
);

const start = (): Promise<Mock> => use(startMock(spec, { stateful: true }));

async function post(mock: Mock, target: string, value: object): Promise<Answer> {
  const headers = ["Content-Type", "application/json"];
  return await send(mock.origin, target, { method: "POST", headers, body: JSON.stringify(value) });
}

async function get(mock: Mock, target: string, ...headers: string[]): Promise<unknown[]> {
  const answer = await send(mock.origin, target, { headers });
  return [answer.status, JSON.parse(answer.text) as unknown, answer.headers.get("www-authenticate")];
}

test("a session that was ended lets nobody in, and is told so as the document says", async () => {
  const mock = await start();
  const { id, token } = parse(await post(mock, "/sessions", {}));
  const key = ["X-Key", String(token)];
  expect(await get(mock, "/declared", ...key)).toEqual([200, "in", null]);
  await send(mock.origin, `/sessions/${String(id)}`, { method: "DELETE" });
  expect(await get(mock, "/declared", ...key)).toEqual([401, { error: "over" }, "Key expired"]);
  expect(await get(mock, "/bare", ...key)).toMatchObject([401, { title: "Unauthorized" }, 'ApiKey name="X-Key"']);
  expect(await get(mock, "/declared", "X-Key", "of another origin")).toEqual([200, "in", null]);
});

test("other credentials let in beside those of an ended session", async () => {
  const mock = await start();
  const { id, token } = parse(await post(mock, "/sessions", {}));
  const key = ["X-Key", String(token)];
  await send(mock.origin, `/sessions/${String(id)}`, { method: "DELETE" });
  expect((await get(mock, "/either", ...key))[0]).toBe(401);
  expect((await get(mock, "/either", ...key, "Authorization", "Basic YTpi"))[0]).toBe(200);
  expect((await get(mock, "/public", ...key))[0]).toBe(200);
  expect((await get(mock, "/declared", ...key, "Prefer", "code=200"))[0]).toBe(200);
});

test("a thing that is there already is refused, and nothing of the request is made", async () => {
  const mock = await start();
  expect((await post(mock, "/unique", { name: "a" })).status).toBe(201);
  const again = await post(mock, "/unique", { name: "a", domain: "home" });
  expect([again.status, parse(again)]).toEqual([409, { error: "taken" }]);
  expect((await post(mock, "/unique", { name: "a", domain: "away" })).status).toBe(201);
  expect((await get(mock, "/sessions"))[1]).toHaveLength(2);
});

test("a thing that is there already is answered where no status says that it is refused", async () => {
  const mock = await start();
  const first = parse(await post(mock, "/shared", { name: "a" }));
  expect(parse(await post(mock, "/shared", { name: "a" }))).toEqual(first);
  expect(parse(await post(mock, "/shared", { name: "b" }))).not.toEqual(first);
  // Of what is not told, nobody knows whether it is alike.
  await post(mock, "/shared", {});
  await post(mock, "/shared", {});
  expect((await get(mock, "/sessions"))[1]).toHaveLength(4);
});

test("a list is filtered by what it shows, told or not", async () => {
  const mock = await start();
  await post(mock, "/sessions", {});
  await post(mock, "/sessions", { domain: "away" });
  expect((await get(mock, "/sessions?domain=home"))[1]).toMatchObject([{ domain: "home" }]);
});

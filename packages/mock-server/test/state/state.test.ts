import { expect, test } from "vitest";
import { startMock, startMockProcess, startProxy, type Mock } from "../../src/index.ts";
import { document, json, parse, send, use, type Answer } from "../helpers.ts";

const user = {
  type: "object",
  required: ["id", "name"],
  properties: {
    id: { type: "string" },
    name: { type: "string", maxLength: 5 },
    group: { type: "string" },
    self: { type: "string" },
    token: { type: "string" },
    address: { type: "object", properties: { city: { type: "string" } } },
  },
};
const example = { id: "user-0042", name: "ann", self: "/users/user-0042", token: "example-token" };
const one = json({ data: example }, { type: "object", properties: { data: user } });
const many = json(
  { rows: [example, example], of: 9 },
  { properties: { rows: { type: "array", items: user }, of: {} } },
);
const query = (name: string, schema: object): object => ({ name, in: "query", schema });
const path = { name: "id", in: "path", required: true, schema: { type: "string" } };
const body = (schema: object): object => ({ required: true, content: { "application/json": { schema } } });
const by = { id: "$request.path.id" };
const common = { name: "user", id: "id" };
const missing = json({ error: "none" });

const nodes = {
  description: "Nodes",
  content: {
    "application/json": {
      schema: { type: "array", items: {} },
      examples: { none: { value: [] }, two: { value: [{ id: 1 }, { id: 2 }] } },
    },
  },
};

const spec = document({
  "/users": {
    get: {
      operationId: "list",
      "x-sdk-resource": {
        ...common,
        role: "list",
        items: "$response.body#/rows",
        total: "$response.body#/of",
        where: { group: "$request.query.groups" },
      },
      "x-sdk-pagination": { style: "offset", position: "from", size: { parameter: "limit", best: 10 }, items: "" },
      parameters: [
        { ...query("groups", { type: "array", items: { type: "string" } }), style: "form", explode: false },
        query("from", { type: "integer" }),
        query("limit", { type: "integer" }),
      ],
      responses: { 200: many },
    },
    post: {
      operationId: "create",
      "x-sdk-resource": {
        ...common,
        role: "create",
        thing: "$response.body#/data",
        fields: "$request.body#",
        made: ["token"],
        headers: { "x-token": "token" },
      },
      requestBody: body({ type: "object", properties: { name: { type: "string" } } }),
      responses: { 201: one },
    },
  },
  "/users/many": {
    post: {
      operationId: "createMany",
      "x-sdk-resource": { ...common, role: "create", items: "$response.body#/rows", fields: "$request.body#" },
      requestBody: body({ type: "array" }),
      responses: { 200: many },
    },
    delete: {
      operationId: "endMany",
      "x-sdk-resource": { ...common, role: "end", where: { id: "$request.body#/ids" } },
      requestBody: body({ type: "object" }),
      responses: { 204: { description: "Done" } },
    },
  },
  "/users/{id}": {
    parameters: [path],
    get: {
      operationId: "show",
      "x-sdk-resource": { ...common, role: "show", thing: "$response.body#/data", where: by, absent: 404 },
      responses: { 200: one, 404: missing },
    },
    patch: {
      operationId: "change",
      "x-sdk-resource": {
        ...common,
        role: "change",
        thing: "$response.body#/data",
        fields: "$request.body#",
        where: by,
        absent: 404,
      },
      requestBody: body({ type: "object" }),
      responses: { 200: one, 404: missing },
    },
    delete: {
      operationId: "end",
      "x-sdk-resource": {
        ...common,
        role: "end",
        where: by,
        own: { value: "me", where: { token: "$request.header.Authorization" } },
        absent: 404,
      },
      responses: { 204: { description: "Done" }, 404: missing },
    },
  },
  "/nodes": {
    get: {
      operationId: "nodes",
      "x-sdk-resource": { name: "node", id: "id", role: "list", items: "$response.body#" },
      responses: { 200: nodes },
    },
    delete: {
      operationId: "endNode",
      parameters: [query("id", { type: "string" })],
      "x-sdk-resource": { name: "node", id: "id", role: "end", where: { id: "$request.query.id" } },
      responses: { 204: { description: "Done" } },
    },
  },
});

async function call(mock: Mock, method: string, target: string, value?: unknown, more: string[] = []): Promise<Answer> {
  const headers = [...more, ...(value === undefined ? [] : ["Content-Type", "application/json"])];
  const answer = await send(mock.origin, target, {
    method,
    headers,
    ...(value === undefined ? {} : { body: JSON.stringify(value) }),
  });
  expect(mock.violations(answer)).toEqual([]);
  return answer;
}

const start = (): Promise<Mock> => use(startMock(spec, { stateful: true }));
const idsOf = (answer: Answer): unknown[] => (parse(answer)["rows"] as { readonly id: unknown }[]).map(({ id }) => id);

test("what is created is listed, shown, changed and ended, and is gone then", async () => {
  const mock = await start();
  expect(parse(await call(mock, "GET", "/users"))).toEqual({ rows: [], of: 0 });
  const made = await call(mock, "POST", "/users", { name: "bob", password: "secret", address: { city: "Graz" } });
  const bob = {
    id: "user-0001",
    name: "bob",
    self: "/users/user-0001",
    token: "example-token-1",
    address: { city: "Graz" },
  };
  expect([made.status, parse(made), made.headers.get("x-token")]).toEqual([201, { data: bob }, "example-token-1"]);
  await call(mock, "POST", "/users", { name: "eve" });
  expect(idsOf(await call(mock, "GET", "/users"))).toEqual(["user-0001", "user-0002"]);
  expect(parse(await call(mock, "GET", "/users/user-0001"))).toEqual({ data: bob });
  expect(parse(await call(mock, "PATCH", "/users/user-0001", { name: "rob" }))).toMatchObject({
    data: { name: "rob" },
  });
  expect(parse(await call(mock, "GET", "/users/user-0001"))).toEqual({ data: { ...bob, name: "rob" } });
  expect((await call(mock, "DELETE", "/users/user-0001")).status).toBe(204);
  for (const method of ["GET", "DELETE"]) {
    const gone = await call(mock, method, "/users/user-0001");
    expect([gone.status, parse(gone)]).toEqual([404, { error: "none" }]);
  }
  expect((await call(mock, "PATCH", "/users/user-0001", {})).status).toBe(404);
  expect(parse(await call(mock, "GET", "/users"))).toMatchObject({ rows: [{ name: "eve" }], of: 1 });
});

test("several things are made and ended at once", async () => {
  const mock = await start();
  const made = await call(mock, "POST", "/users/many", [{ name: "a" }, { name: "b" }, { name: "c" }]);
  expect(idsOf(made)).toEqual(["user-0001", "user-0002", "user-0003"]);
  await call(mock, "DELETE", "/users/many", { ids: ["user-0001", "user-0003", "user-0009"] });
  expect(idsOf(await call(mock, "GET", "/users"))).toEqual(["user-0002"]);
});

test("a list heeds its conditions and its pages, and counts all that fit", async () => {
  const mock = await start();
  for (const group of ["x", "y", "x", "z"]) await call(mock, "POST", "/users", { name: "n", group });
  expect(idsOf(await call(mock, "GET", "/users?groups=x,z"))).toEqual(["user-0001", "user-0003", "user-0004"]);
  const page = await call(mock, "GET", "/users?groups=x,z&from=1&limit=1");
  expect([idsOf(page), parse(page)["of"]]).toEqual([["user-0003"], 3]);
});

test("a field that the answer could not have is left as in the example", async () => {
  const mock = await start();
  const made = await call(mock, "POST", "/users", { name: "much too long", group: "x" });
  expect(parse(made)).toMatchObject({ data: { name: "ann", group: "x" } });
});

test("the caller's own thing is known by what the caller sends", async () => {
  const mock = await start();
  await call(mock, "POST", "/users", {});
  const own = await call(mock, "POST", "/users", {});
  const token = own.headers.get("x-token");
  expect((await call(mock, "DELETE", "/users/me")).status).toBe(404);
  await call(mock, "DELETE", "/users/me", undefined, ["Authorization", `Bearer ${token}`]);
  expect(idsOf(await call(mock, "GET", "/users"))).toEqual(["user-0001"]);
});

test("what no operation makes is there from the beginning, as in the longest example", async () => {
  const mock = await start();
  await call(mock, "DELETE", "/nodes?id=1");
  expect(JSON.parse((await call(mock, "GET", "/nodes")).text)).toEqual([{ id: 2 }]);
  await call(mock, "DELETE", "/nodes");
  expect(JSON.parse((await call(mock, "GET", "/nodes")).text)).toEqual([]);
});

test("Prefer asks for an example, and nothing is made then", async () => {
  const mock = await start();
  const answer = await call(mock, "POST", "/users", { name: "bob" }, ["Prefer", "code=201"]);
  expect(parse(answer)).toEqual({ data: example });
  expect(idsOf(await call(mock, "GET", "/users"))).toEqual([]);
});

test("ids are counted from the seed on, and each mock has things of its own", async () => {
  const mock = await use(startMockProcess(spec, { stateful: true, seed: 700 }));
  expect(parse(await call(mock, "POST", "/users", {}))).toMatchObject({ data: { id: "user-0700" } });
  expect(idsOf(await call(await start(), "GET", "/users"))).toEqual([]);
});

test("a mock that is not asked to be stateful answers its examples", async () => {
  const mock = await use(startMock(spec));
  await call(mock, "DELETE", "/users/user-0042");
  expect(parse(await call(mock, "GET", "/users/user-0042"))).toEqual({ data: example });
});

test("a proxy cannot be stateful", async () => {
  await expect(startProxy(spec, "http://127.0.0.1:1", { stateful: true })).rejects.toThrow("cannot be stateful");
});

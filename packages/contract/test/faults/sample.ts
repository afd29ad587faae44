import type { Cases, OperationCase } from "../../src/cases.ts";
import { factsOf, type Facts } from "../../src/faults/facts.ts";
import type { JsonObject } from "../../src/openapi/json.ts";
import { specOf } from "../../src/openapi/spec.ts";

const json = (schema: object = {}): object => ({ content: { "application/json": { schema } } });
const item = { type: "string" };
const security = [{ Token: [] }];

/** A service with a login, a list, an item, and a call that must not be repeated. */
const document: JsonObject = {
  servers: [{ url: "https://{host}/api", variables: { host: { default: "host" } } }],
  components: { securitySchemes: { Token: { type: "http", scheme: "bearer" } } },
  paths: {
    "/session": {
      post: { operationId: "logIn", requestBody: json(), responses: { 201: json() } },
      delete: { operationId: "logOut", security, responses: { 204: {} } },
    },
    "/items": {
      get: {
        operationId: "listItems",
        security,
        parameters: [{ name: "offset", in: "query", schema: { type: "integer" } }],
        responses: { 200: json() },
        "x-sdk-pagination": {
          style: "offset",
          position: "offset",
          size: { parameter: "limit", best: 100 },
          items: "$response.body#/items",
          total: "$response.body#/total",
        },
      },
      post: { operationId: "createItem", security, requestBody: json(), responses: { 201: json(), 401: json() } },
    },
    "/items/{id}": {
      get: {
        operationId: "getItem",
        security,
        parameters: [{ name: "id", in: "path", required: true, schema: item }],
        responses: { 200: json(), 401: json() },
      },
    },
  },
  "x-sdk-credentials": {
    token: { fields: { token: {} }, authorize: { Token: "$field.token" } },
    code: {
      fields: { user: { secret: false }, code: { once: true } },
      login: { operationId: "logIn", body: { code: "$field.code" } },
      keep: { token: "$response.body#/token" },
      authorize: { Token: "$session.token" },
      logout: { operationId: "logOut" },
    },
    password: {
      fields: { user: { secret: false }, password: {} },
      login: { operationId: "logIn", body: { user: "$field.user", password: "$field.password" } },
      keep: { token: "$response.body#/token" },
      lifetime: { until: "$response.body#/until" },
      authorize: { Token: "$session.token" },
      logout: { operationId: "logOut" },
    },
  },
};

function caseOf(operationId: string, method: string, path: string, more: Partial<OperationCase> = {}): OperationCase {
  const base = { operationId, group: "items", method, path, paged: false, secured: true, answers: [] };
  return { ...base, arguments: { required: {}, all: {} }, ...more };
}

function answer(code: number, value: unknown): OperationCase["answers"][number] {
  const examples = [{ name: "example", value }];
  return { status: String(code), code, mediaType: "application/json", examples };
}

const cases: Cases = {
  service: "sample",
  client: "SampleClient",
  operations: [
    caseOf("logIn", "POST", "/session", { answers: [answer(201, { token: "t", until: "2020-01-01T00:00:00Z" })] }),
    caseOf("logOut", "DELETE", "/session"),
    caseOf("listItems", "GET", "/items", {
      paged: true,
      answers: [answer(200, { items: [{ id: "a" }], total: 1 })],
    }),
    caseOf("createItem", "POST", "/items", { answers: [answer(201, { id: "a" }), answer(401, { message: "no" })] }),
    caseOf("getItem", "GET", "/items/{id}", { answers: [answer(200, { id: "a" }), answer(401, { message: "no" })] }),
  ],
};

export function sampleFacts(more: JsonObject = {}): Facts {
  return factsOf(specOf({ ...document, ...more }), cases);
}

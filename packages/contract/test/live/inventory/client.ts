import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  byCursor,
  byOffset,
  byPage,
  call,
  type CallOptions,
  callPaged,
  Client,
  coreFor,
  firstText,
  form,
  inHeader,
  type Kind,
  logIn,
  logOut,
  middleware,
  type Operation,
  soleJsonBody,
  type PagedOperation,
  type Service,
  signInByOneOf,
} from "@vendor-sdks/runtime";
import { parse } from "yaml";
import type { Cases, OperationCase } from "../../../src/cases.ts";
import type { LiveClientOptions } from "../../../src/live/index.ts";
import type { JsonObject } from "../../../src/openapi/json.ts";
import { specOf, type Spec } from "../../../src/openapi/spec.ts";

// The client that would be emitted from the document beside this file.

export const file: string = fileURLToPath(new URL("openapi.yaml", import.meta.url));
export const spec: Spec = specOf(parse(readFileSync(file, "utf8")) as JsonObject);

const JSON_TYPE = "application/json";
const security = [{ Token: [] }];

const openSession: Operation = {
  id: "openSession",
  method: "POST",
  path: "/sessions",
  body: soleJsonBody,
  responses: { 201: JSON_TYPE, 401: JSON_TYPE },
};
const closeSession: Operation = {
  id: "closeSession",
  method: "DELETE",
  path: "/sessions",
  security,
  responses: { 204: null, 401: JSON_TYPE },
};
const listDevices: PagedOperation = {
  id: "listDevices",
  method: "GET",
  path: "/devices",
  query: { offset: form, limit: form },
  security,
  responses: { 200: JSON_TYPE, 401: JSON_TYPE },
  pagination: { style: byOffset, position: "offset", size: ["limit", 100], items: "/items", total: "/total" },
};
const listEvents: PagedOperation = {
  id: "listEvents",
  method: "GET",
  path: "/events",
  query: { after: form, count: form },
  security,
  responses: { 200: JSON_TYPE, 400: JSON_TYPE, 401: JSON_TYPE },
  pagination: { style: byCursor, position: "after", size: ["count", 100], items: "/events", next: "/links/next" },
};
const listVolumes: PagedOperation = {
  id: "listVolumes",
  method: "GET",
  path: "/volumes",
  query: { page: form, per_page: form },
  security,
  responses: { 200: JSON_TYPE, 400: JSON_TYPE, 401: JSON_TYPE },
  pagination: { style: byPage, position: "page", first: 1, size: ["per_page", 4], items: "" },
};
const paged = [listDevices, listEvents, listVolumes];
const plain: readonly Operation[] = [
  { id: "getStatus", method: "GET", path: "/status", responses: { 200: JSON_TYPE, 503: JSON_TYPE } },
  { id: "listLabels", method: "GET", path: "/labels", security, responses: { 200: JSON_TYPE, 401: JSON_TYPE } },
  {
    id: "addDevice",
    method: "POST",
    path: "/devices",
    body: soleJsonBody,
    security,
    responses: { 201: JSON_TYPE, 401: JSON_TYPE },
  },
  {
    id: "removeDevices",
    method: "DELETE",
    path: "/devices",
    query: { ids: form },
    security,
    responses: { 204: null, 401: JSON_TYPE },
  },
  {
    id: "getDevice",
    method: "GET",
    path: "/devices/{id}",
    security,
    responses: { 200: JSON_TYPE, 401: JSON_TYPE, 404: JSON_TYPE },
  },
  {
    id: "removeDevice",
    method: "DELETE",
    path: "/devices/{id}",
    security,
    responses: { 204: null, 401: JSON_TYPE, 404: JSON_TYPE },
  },
];

const kind: Kind = {
  name: "password",
  fields: { user: { secret: false }, password: {} },
  authorize: (session) => ({ Token: inHeader("X-Token", session["token"]) }),
  begin: logIn,
  login: async ({ ask, step, keep }) => {
    const field = await ask("password", "user");
    const answer = await step("the login", openSession, { body: { user: field["user"], password: field["password"] } });
    keep({ token: firstText(answer.body?.["token"]) });
  },
  end: logOut,
  logout: () => [closeSession],
};

const service: Service = {
  name: "inventory",
  server: "https://inventory.example.com/api",
};

type Method = (args?: object, options?: CallOptions) => unknown;

class InventoryClient extends Client {
  readonly all: Readonly<Record<string, Method>> = Object.fromEntries<Method>([
    ...paged.map((operation): [string, Method] => [
      operation.id,
      (args, options) => callPaged(this.core, operation, args, options),
    ]),
    ...plain.map((operation): [string, Method] => [
      operation.id,
      (args, options) => call(this.core, operation, args, options),
    ]),
  ]);
}

export function makeClient({ credentials, ...options }: LiveClientOptions): InventoryClient {
  const signIn = credentials === undefined ? undefined : signInByOneOf([kind], credentials);
  return new InventoryClient(coreFor(service, { ...options, signIn, extras: [middleware] }));
}

const REQUIRED: Readonly<Record<string, JsonObject>> = {
  getDevice: { id: 999 },
  removeDevice: { id: 999 },
  addDevice: { body: { id: 7, kind: "disk", name: "new" } },
};

export const cases: Cases = {
  service: "inventory",
  client: "InventoryClient",
  operations: [...spec.operations.values()].map(({ id, method, path, security: asked }): OperationCase => {
    const required = REQUIRED[id] ?? {};
    const secured = asked.length > 0;
    return {
      operationId: id,
      group: "all",
      method,
      path,
      paged: paged.some((each) => each.id === id),
      secured,
      arguments: { required, all: required },
      answers: [],
    };
  }),
};

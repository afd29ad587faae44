import type { Kind } from "../../src/credentials/kind.ts";
import type { Operation, Service } from "../../src/operation.ts";
import { getItem } from "./sample.ts";

const json = "application/json";

export const login: Operation = {
  id: "login",
  method: "POST",
  path: "/session",
  body: json,
  responses: { 200: json, default: json },
};
const confirm: Operation = {
  id: "confirm",
  method: "POST",
  path: "/session/factor",
  body: json,
  responses: { 204: null, default: json },
};
export const logout: Operation = {
  id: "logout",
  method: "DELETE",
  path: "/session",
  responses: { 204: null, default: json },
};

/** An operation that takes a session or a token. */
export const guarded: Operation = {
  ...getItem,
  id: "guarded",
  security: [{ session: [] }, { bearer: [] }, { basic: [] }],
};
export const open: Operation = { ...getItem, id: "open", path: "/open/{id}" };

export const guardedService: Service = {
  name: "shop",
  server: "http://{host}",
  schemes: {
    session: { type: "apiKey", in: "header", name: "x-session" },
    bearer: { type: "bearer" },
    basic: { type: "basic" },
  },
};

export const token: Kind = { name: "token", fields: { token: {} }, authorize: { bearer: "$field.token" } };

export const basic: Kind = {
  name: "basic",
  fields: { username: { secret: false }, password: {}, via: { secret: false, const: "basic" } },
  authorize: { basic: { username: "$field.username", password: "$field.password" } },
};

export const password: Kind = {
  name: "password",
  fields: { username: { secret: false }, password: {}, domain: { secret: false, default: "LOCAL" } },
  login: {
    operation: login,
    body: { username: "$field.username", password: "$field.password", domain: "$field.domain" },
  },
  keep: { token: "$response.body#/token" },
  authorize: { session: "$session.token" },
  logout: { operation: logout },
};

/** With a second factor where the appliance asks for one. */
export const withFactor: Kind = {
  ...password,
  name: "withFactor",
  fields: { ...password.fields, code: { once: true, optional: true } },
  challenge: {
    when: { "$response.body#/factor": true },
    ask: "code",
    operation: confirm,
    body: { code: "$field.code" },
  },
};

/** With a one-time code in the login itself. */
export const withCode: Kind = {
  ...password,
  name: "withCode",
  fields: { username: { secret: false }, password: {}, code: { once: true } },
  login: { operation: login, body: { username: "$field.username", password: "$field.password", code: "$field.code" } },
};

export function lasting(lifetime: NonNullable<Kind["lifetime"]>): Kind {
  return { ...password, lifetime };
}

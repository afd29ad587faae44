import { soleJsonBody } from "../../src/bodies/sole-json-body.ts";
import { answerChallenge } from "../../src/credentials/challenge.ts";
import type { Kind, SessionKind } from "../../src/credentials/kind.ts";
import { lasting as lastingFor } from "../../src/credentials/lifetime.ts";
import { logIn } from "../../src/credentials/log-in.ts";
import { logOut } from "../../src/credentials/log-out.ts";
import { once } from "../../src/credentials/once.ts";
import { basic as basicPut, bearer, inHeader } from "../../src/credentials/put.ts";
import { takeFields } from "../../src/credentials/take-fields.ts";
import { firstText } from "../../src/credentials/values.ts";
import type { Operation } from "../../src/operation.ts";
import { at } from "../../src/pointer.ts";
import { getItem } from "./sample.ts";

const json = "application/json";

export const login: Operation = {
  id: "login",
  method: "POST",
  path: "/session",
  body: soleJsonBody,
  responses: { 200: json, default: json },
};
const confirm: Operation = {
  id: "confirm",
  method: "POST",
  path: "/session/factor",
  body: soleJsonBody,
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

export const token: Kind = {
  name: "token",
  fields: { token: {} },
  authorize: (field) => ({ bearer: bearer(field["token"]) }),
  begin: takeFields,
};

export const basic: Kind = {
  name: "basic",
  fields: { username: { secret: false }, password: {}, via: { secret: false, const: "basic" } },
  authorize: (field) => ({ basic: basicPut(field["username"], field["password"]) }),
  begin: takeFields,
};

export const password: SessionKind = {
  name: "password",
  fields: { username: { secret: false }, password: {}, domain: { secret: false, default: "LOCAL" } },
  authorize: (session) => ({ session: inHeader("x-session", session["token"]) }),
  begin: logIn,
  login: ({ username, password, domain }) => ({ operation: login, args: { body: { username, password, domain } } }),
  keep: ({ body }) => ({ token: firstText(at(body, "/token")) }),
  end: logOut,
  logout: () => ({ operation: logout }),
};

/** With a second factor where the appliance asks for one. */
export const withFactor: SessionKind = {
  ...password,
  name: "withFactor",
  fields: { ...password.fields, code: { once, optional: true } },
  challenge: {
    answer: answerChallenge,
    ask: "code",
    isAsked: ({ body }) => at(body, "/factor") === true,
    step: ({ code }) => ({ operation: confirm, args: { body: { code } } }),
  },
};

/** With a one-time code in the login itself. */
export const withCode: SessionKind = {
  ...password,
  name: "withCode",
  fields: { username: { secret: false }, password: {}, code: { once } },
  login: ({ username, password, code }) => ({ operation: login, args: { body: { username, password, code } } }),
};

export function lasting(lifetime: Parameters<typeof lastingFor>[0]): SessionKind {
  return { ...password, lifetime: (answer, now) => lastingFor(lifetime, answer, now) };
}

import { soleJsonBody } from "../../src/bodies/sole-json-body.ts";
import type { Answer, Kind, SessionKind, Step, Values } from "../../src/credentials/kind.ts";
import { lifetime, seconds, type Spans } from "../../src/credentials/lifetime.ts";
import { logIn } from "../../src/credentials/log-in.ts";
import { logOut } from "../../src/credentials/log-out.ts";
import { once } from "../../src/credentials/once.ts";
import { basic as basicPut, bearer, inHeader } from "../../src/credentials/put.ts";
import { secondFactor } from "../../src/credentials/second-factor.ts";
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

/** What differs between sessions; the rest of a kind is made of it. */
export interface Plan extends Pick<SessionKind, "name" | "fields"> {
  readonly login: (field: Values) => Step;
  readonly keep: (answer: Answer, field: Values) => Readonly<Record<string, string | undefined>>;
  readonly lifetime?: Spans;
  /** Whether the field `code` answers a second factor, where the appliance asks for one. */
  readonly factor?: true;
}

export function sessionKind({ name, fields, factor, login: first, keep: kept, lifetime: spans }: Plan): SessionKind {
  return {
    name,
    fields,
    authorize: (session) => ({ session: inHeader("x-session", session["token"]) }),
    begin: logIn,
    login: async ({ ask, step, keep, way }) => {
      const field = await ask(...Object.keys(fields).filter((each) => !factor || each !== "code"));
      const answer = await step("the login", ...first(field));
      keep(kept(answer, field), spans && lifetime(spans));
      if (factor && at(answer.body, "/factor") === true) {
        await secondFactor(way, ask, "code");
        await step("the second factor (code)", confirm, { body: { code: field["code"] } });
      }
    },
    end: logOut,
    logout: () => [logout],
  };
}

export const passwordPlan: Plan = {
  name: "password",
  fields: { username: { secret: false }, password: {}, domain: { secret: false, default: "LOCAL" } },
  login: ({ username, password, domain }) => [login, { body: { username, password, domain } }],
  keep: ({ body }) => ({ token: firstText(at(body, "/token")) }),
};
export const password: SessionKind = sessionKind(passwordPlan);

/** With a second factor where the appliance asks for one. */
export const withFactor: SessionKind = sessionKind({
  ...passwordPlan,
  name: "withFactor",
  fields: { ...password.fields, code: { once, optional: true } },
  factor: true,
});

/** With a one-time code in the login itself. */
export const withCode: SessionKind = sessionKind({
  ...passwordPlan,
  name: "withCode",
  fields: { username: { secret: false }, password: {}, code: { once } },
  login: ({ username, password, code }) => [login, { body: { username, password, code } }],
});

/** So many seconds after the login, or without use. */
export function lasting({ fixed, idle }: { readonly fixed?: unknown; readonly idle?: unknown }): SessionKind {
  return sessionKind({ ...passwordPlan, lifetime: { fixed: seconds(fixed), idle: seconds(idle) } });
}

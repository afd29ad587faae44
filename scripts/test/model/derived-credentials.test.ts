import { expect, test } from "vitest";
import { stringify } from "yaml";

import { type JsonObject, objectAt, own } from "../../generate/load/json.ts";
import { credentialPlans } from "../../generate/model/credentials/derive.ts";
import { load } from "../load/helpers.ts";

const BEARER = { type: "http", scheme: "bearer" };
const BASIC = { type: "http", scheme: "Basic" };
const KEY = { type: "apiKey", in: "header", name: "X-Key" };
const OAUTH = { type: "oauth2", flows: { implicit: { authorizationUrl: "https://a.example.com/auth", scopes: {} } } };
const TLS = { type: "mutualTLS" };

/** A document whose operations have the given lists of alternatives; an alternative is `"A + B"`, `""` for none. */
function secured(schemes: JsonObject, ...operations: readonly (readonly string[])[]): JsonObject {
  const responses = { 204: { description: "done" } };
  const paths = operations.map((alternatives, index) => {
    const security = alternatives.map((names) =>
      Object.fromEntries(names === "" ? [] : names.split(" + ").map((name) => [name, []])),
    );
    return [`/${index}`, { get: { operationId: `get${index}`, security, responses } }];
  });
  return {
    openapi: "3.1.0",
    info: { title: "Things", version: "1" },
    paths: Object.fromEntries(paths),
    components: { securitySchemes: schemes },
  };
}

/** Each kind with its fields and what it feeds. */
function kindsOf(document: JsonObject): Record<string, readonly [fields: readonly string[], authorize: unknown]> {
  const entries = Object.entries(credentialPlans(document)).map(([kind, plan]) => {
    return [kind, [Object.keys(objectAt(plan, "fields")), own(plan, "authorize")] as const] as const;
  });
  return Object.fromEntries(entries);
}

function fieldsOf(document: JsonObject): string[] {
  return Object.values(kindsOf(document)).flatMap(([fields]) => fields);
}

test.each([
  ["an API key", KEY, "apiKey", ["apiKey"], "$field.apiKey"],
  [
    "HTTP Basic",
    BASIC,
    "password",
    ["username", "password"],
    { username: "$field.username", password: "$field.password" },
  ],
  ["a bearer token", BEARER, "token", ["token"], "$field.token"],
  [
    "another scheme of HTTP",
    { type: "http", scheme: "digest" },
    "authorization",
    ["authorization"],
    "$field.authorization",
  ],
  ["OAuth 2.0", OAUTH, "accessToken", ["accessToken"], "$field.accessToken"],
  [
    "OpenID Connect",
    { type: "openIdConnect", openIdConnectUrl: "https://a.example.com" },
    "token",
    ["token"],
    "$field.token",
  ],
])("%s is a kind of its own", (_, scheme, kind, fields, value) => {
  expect(kindsOf(secured({ S: scheme }, ["S"]))).toEqual({ [kind]: [fields, { S: value }] });
});

test("alternatives are kinds, schemes that are needed at once are one", () => {
  expect(kindsOf(secured({ Key: KEY, Token: BEARER }, ["Token", "Key + Token"]))).toEqual({
    token: [["token"], { Token: "$field.token" }],
    apiKeyAndToken: [["apiKey", "token"], { Key: "$field.apiKey", Token: "$field.token" }],
  });
});

test("schemes that would have the same names are told apart by their own", () => {
  const schemes = { "admin-key": KEY, user_key: { ...KEY, in: "cookie" }, Basic: BASIC };
  expect(kindsOf(secured(schemes, ["admin-key", "user_key", "Basic"]))).toEqual({
    adminKey: [["adminKey"], { "admin-key": "$field.adminKey" }],
    userKey: [["userKey"], { user_key: "$field.userKey" }],
    password: [["username", "password"], { Basic: { username: "$field.username", password: "$field.password" } }],
  });
});

test("names of schemes that are taken, or no names, are made so", () => {
  const schemes = { session: KEY, token: KEY, "1": KEY, größe: KEY, Token: BEARER };
  const fields = fieldsOf(secured(schemes, Object.keys(schemes)));
  expect(new Set(fields)).toEqual(new Set(["gruf6udfe", "scheme1", "sessionScheme", "token", "tokenScheme"]));
});

test("two HTTP Basic schemes have fields of their own", () => {
  expect(fieldsOf(secured({ A: BASIC, B: BASIC }, ["A"]))).toEqual(["aUsername", "aPassword"]);
});

test("a scheme that no operation needs is no kind, but gives no other one its name", () => {
  const schemes = { A: KEY, B: KEY };
  expect(Object.keys(kindsOf(secured(schemes, ["A"])))).toEqual(["a"]);
  expect(Object.keys(kindsOf(secured(schemes, ["A"], ["A", "B"])))).toEqual(["a", "b"]);
});

test("where no kind is enough for every operation, one gives all", () => {
  const document = secured({ Key: KEY, Token: BEARER, Basic: BASIC }, ["Token", "Basic"], ["Key"], ["", "Basic"], []);
  const { all, ...others } = kindsOf(document);
  expect(Object.keys(others).toSorted()).toEqual(["apiKey", "password", "token"]);
  expect(all).toEqual([["apiKey", "token"], { Key: "$field.apiKey", Token: "$field.token" }]);
});

const CLIENT = {
  type: "oauth2",
  flows: { clientCredentials: { tokenUrl: "https://a.example.com/token", scopes: { read: "Read.", write: "Write." } } },
};

test("OAuth 2.0's client credentials are a second kind, which fetches its tokens", () => {
  const { client } = credentialPlans(secured({ OAuth: CLIENT }, ["OAuth"]));
  expect(client).toMatchObject({
    login: {
      tokenUrl: "https://a.example.com/token",
      body: {
        grant_type: "client_credentials",
        client_id: "$field.clientId",
        client_secret: "$field.clientSecret",
        scope: "$field.scope",
      },
    },
    keep: { token: "$response.body#/access_token" },
    lifetime: { fixed: "$response.body#/expires_in" },
    authorize: { OAuth: "$session.token" },
  });
  expect(kindsOf(secured({ OAuth: CLIENT }, ["OAuth"]))["accessToken"]).toEqual([
    ["accessToken"],
    { OAuth: "$field.accessToken" },
  ]);
  expect(objectAt(client, "fields")["scope"]).toMatchObject({
    optional: true,
    description: "The scopes to ask for, with spaces between them: `read`, `write`.",
  });
});

test("two schemes with client credentials have kinds and fields of their own", () => {
  const kinds = kindsOf(secured({ A: CLIENT, B: CLIENT }, ["A", "B"]));
  expect(Object.keys(kinds)).toEqual(["a", "aClient", "b", "bClient"]);
  expect(kinds["bClient"]?.[0]).toEqual(["bClientId", "bClientSecret", "bScope"]);
});

test.each([
  ["/token", [{ url: "https://b.example.org/v1" }], "https://b.example.org/token"],
  ["token", [{ url: "https://b.example.org/v1" }], "https://b.example.org/v1/token"],
  ["/token", [{ url: "https://{host}" }], undefined],
  ["/token", [], undefined],
  ["ftp://a.example.com", [], undefined],
])("the token endpoint %s of servers %j is %s", (tokenUrl, servers, expected) => {
  const scheme = { type: "oauth2", flows: { clientCredentials: { tokenUrl, scopes: {} } } };
  const plans = credentialPlans({ ...secured({ OAuth: scheme }, ["OAuth"]), servers });
  expect(objectAt(plans["client"], "login")["tokenUrl"]).toBe(expected);
});

test("no kind takes the place of another", () => {
  const schemes = { all: KEY, A: BASIC, B: BASIC, AAndB: KEY };
  const names = Object.keys(kindsOf(secured(schemes, ["all"], ["AAndB"], ["A + B"])));
  expect(names).toHaveLength(4);
  expect(names).toEqual(expect.arrayContaining(["all", "aAndB"]));
});

test("client certificates are no field, and are told of", () => {
  expect(kindsOf(secured({ Tls: TLS }, ["Tls"]))).toEqual({});
  const plans = credentialPlans(secured({ Tls: TLS, Token: BEARER }, ["Tls + Token"]));
  expect(plans).toMatchObject({
    token: { description: "A client certificate goes with it, which is a matter of TLS." },
  });
});

test("what the document says for all comes first, if an operation goes by it", () => {
  const document = secured({ A: KEY, B: KEY }, ["A"]);
  const root = { ...document, security: [{ B: [] }] };
  expect(Object.keys(kindsOf(root))).toEqual(["a"]);
  const inherits = { ...root, paths: { ...objectAt(document, "paths"), "/x": { get: { operationId: "x" } } } };
  expect(Object.keys(kindsOf(inherits))).toEqual(["b", "a", "all"]);
});

test("a document's own credentials are kept", () => {
  const own = { mine: { fields: { key: {} }, authorize: { A: "$field.key" } } };
  expect(credentialPlans({ ...secured({ A: KEY }, ["A"]), "x-sdk-credentials": own })).toEqual(own);
});

test("derived plans are such as a spec may write", () => {
  const schemes = {
    Key: KEY,
    Other: { ...KEY, in: "query" },
    Token: BEARER,
    Basic: BASIC,
    OAuth: { ...CLIENT, flows: { ...CLIENT.flows, ...OAUTH.flows } },
    Tls: TLS,
  };
  const document = secured(schemes, ["Key + Tls", "Token"], ["Basic + Other", ""], ["OAuth", "Key + OAuth"], ["Basic"]);
  const { diagnostics } = load(stringify({ ...document, "x-sdk-credentials": credentialPlans(document) }));
  expect(diagnostics).toEqual([]);
});

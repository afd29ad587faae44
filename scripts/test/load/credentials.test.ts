import { expect, test } from "vitest";

import { HEAD, load, onlyProblem, problems } from "./helpers.ts";

/** Line 4 is the first of the credentials. */
const spec = (credentials: string): string => `${HEAD}x-sdk-credentials:
${credentials}
paths:
  /sessions:
    post:
      operationId: createSession
      parameters:
        - { name: method, in: query, required: true, schema: { type: string } }
        - { name: realm, in: query, schema: { type: string } }
      responses: { 200: { description: made } }
  /sessions/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    delete: { operationId: deleteSession, responses: { 204: { description: done } } }
components:
  securitySchemes:
    Token: { type: http, scheme: bearer }
    Basic: { type: http, scheme: Basic }
    Key: { type: apiKey, in: header, name: X-Key }
`;

const PASSWORD = `  password:
    fields: { username: { secret: false }, password: {}, realm: { optional: true }, code: { once: true, optional: true } }
    login:
      operationId: createSession
      parameters: { method: password, realm: $field.realm }
      body: { user: { name: $field.username } }
      authorize: { Basic: { username: $field.username, password: $field.password } }
    challenge:
      when: { $response.body#/needsCode: true }
      ask: code
      operationId: createSession
      parameters: { method: code }
      body: { code: $field.code, mark: $response.body#/mark, token: "{$session.token}" }
    keep: { token: [$response.body#/token, $response.header.x-token], user: $field.username }
    lifetime: { idle: $response.body#/seconds, fixed: 100 }
    authorize: { Token: $session.token }
    logout: { operationId: deleteSession, parameters: { id: "{$session.user}:{$session.token}" } }`;

const TOKEN = "  token: { fields: { token: {} }, authorize: { Token: $field.token, Key: 'Key {$field.token}' } }";

test("kinds that hang together are no problem", () => {
  expect(problems(spec(`${PASSWORD}\n${TOKEN}`))).toEqual([]);
});

test("a step calls an operation that exists", () => {
  const text = spec(PASSWORD.replace("operationId: createSession", "operationId: createSesion"));
  expect(onlyProblem(text)).toMatchObject({
    code: "unknown-operation",
    pointer: "/x-sdk-credentials/password/login/operationId",
    fix: 'write "createSession"',
  });
});

test("a step gives parameters that the operation has, and all that it requires", () => {
  const text = spec(
    PASSWORD.replace("{ method: password, realm:", "{ methd: password, realm:")
      .replace("parameters: { method: code }", "parameters: { realm: code }")
      .replace('parameters: { id: "', 'parameters: { ID: "'),
  );
  expect(problems(text)).toEqual([
    "6:5 missing-parameter",
    "8:21 unknown-parameter",
    "11:5 missing-parameter",
    "20:5 missing-parameter",
    "20:57 unknown-parameter",
  ]);
});

test("a kind and its steps feed schemes that exist", () => {
  const text = spec(
    PASSWORD.replace("authorize: { Basic:", "authorize: { Basc:").replace("{ Token: $session", "{ token: $session"),
  );
  expect(problems(text)).toEqual(["10:20 unknown-security-scheme", "19:18 unknown-security-scheme"]);
});

test("HTTP Basic is fed a username and a password, every other scheme a text", () => {
  const text = spec(`  a: { fields: { a: {} }, authorize: { Basic: $field.a } }
  b: { fields: { b: {} }, authorize: { Token: { token: $field.b } } }
  c: { fields: { c: {} }, authorize: { Basic: { username: $field.c } } }`);
  expect(problems(text)).toEqual(["4:40 invalid-value", "5:40 invalid-value", "6:40 invalid-value"]);
});

test("fields and kept values exist", () => {
  const text = spec(
    PASSWORD.replace("$field.realm", "$field.real")
      .replace("password: $field.password", "password: $field.secret")
      .replace("ask: code", "ask: otp")
      .replace('"{$session.token}"', '"x {$session.mark}"')
      .replace("user: $field.username }", "user: $field.name }")
      .replace("Token: $session.token", "Token: $session.tokn"),
  );
  expect(problems(text)).toEqual([
    "8:39 unknown-credential-field",
    "10:56 unknown-credential-field",
    "13:7 unknown-credential-field",
    "16:62 unknown-session-value",
    "17:71 unknown-credential-field",
    "19:18 unknown-session-value",
  ]);
  const fixes = load(text).diagnostics.map(({ fix }) => fix);
  expect(fixes).toContain('write "token"');
  expect(fixes).toContain('write "realm"');
});

test("expressions stand where their values are known", () => {
  const text = spec(
    PASSWORD.replace("method: password", 'method: "{$response.body#/x}"')
      .replace("name: $field.username", "name: $session.token")
      .replace("user: $field.username }", "user: $session.token }")
      .replace("Token: $session.token", "Token: $field.password")
      .replace('id: "{$session.user}', 'id: "{$field.username}{$response.body#/id}'),
  );
  expect(problems(text)).toEqual([
    "8:21 misplaced-expression",
    "9:23 misplaced-expression",
    "17:71 misplaced-expression",
    "19:18 misplaced-expression",
    "20:57 misplaced-expression",
    "20:57 misplaced-expression",
  ]);
});

test("a kind without a login authorizes by its fields", () => {
  const text = spec(`  a: { fields: { a: {} }, authorize: { Token: $session.a } }
  b: { fields: { b: {} }, authorize: { Token: $response.header.b } }
  c: { fields: { c: {} }, authorize: { Token: $field.d } }`);
  expect(problems(text)).toEqual([
    "4:40 unknown-session-value",
    "5:40 misplaced-expression",
    "6:40 unknown-credential-field",
  ]);
});

test("text that only looks like an expression is text", () => {
  const text = spec(`  a: { fields: { a: { description: "{$field.nothing}" } }, authorize: { Token: $field.a } }`);
  expect(problems(text)).toEqual([]);
});

const kind = (name: string, fields: string): string => `  ${name}: { fields: ${fields}, authorize: { Token: x } }`;

test.each([
  ["the same fields", "{ a: {}, b: {} }", "{ b: {}, a: {} }"],
  ["one with an optional field more", "{ a: {} }", "{ a: {}, b: { optional: true } }"],
  ["one with a defaulted field more", "{ a: {} }", "{ a: {}, b: { default: x } }"],
  ["fields that are optional for each other", "{ a: {}, b: { optional: true } }", "{ b: {}, a: { optional: true } }"],
  ["optional fields only", "{ a: { optional: true } }", "{ b: { optional: true } }"],
])("two kinds with %s clash", (_, a, b) => {
  const text = spec(`${kind("one", a)}\n${kind("two", b)}`);
  expect(onlyProblem(text)).toMatchObject({ code: "clashing-credentials", pointer: "/x-sdk-credentials/two" });
});

test.each([
  ["a required field more", "{ a: {} }", "{ a: {}, b: {} }"],
  ["a const more", "{ a: {} }", "{ a: {}, via: { const: session } }"],
  ["different required fields", "{ a: {}, c: { optional: true } }", "{ b: {}, c: { optional: true } }"],
])("two kinds of which one has %s do not clash", (_, a, b) => {
  expect(problems(spec(`${kind("one", a)}\n${kind("two", b)}`))).toEqual([]);
});

test("each pair that clashes is told, by the fields that fit both", () => {
  const text = spec([kind("one", "{ a: {} }"), kind("two", "{ a: {} }"), kind("three", "{ a: {} }")].join("\n"));
  expect(load(text).diagnostics.map(({ message }) => message)).toEqual([
    'Given a, both "one" and "two" fit',
    'Given a, both "one" and "three" fit',
    'Given a, both "two" and "three" fit',
  ]);
});

test("credentials that miss their schema are told so, and not looked into further", () => {
  expect(problems(spec("  a: { fields: { session: {} }, authorize: { Nothing: $field.b } }"))).toEqual([
    "4:18 invalid-extension",
  ]);
  expect(problems(spec("  a: { fields: { a: {} }, authorize: { Token: $fields.a } }"))).toEqual([
    "4:40 invalid-extension",
  ]);
  expect(onlyProblem(spec(PASSWORD.replace(/\n    logout.*/, "")))).toMatchObject({
    message: '"login" needs "logout" beside it',
    fix: "add logout:",
  });
});

const ROBOT = `  robot:
    fields: { clientId: { secret: false }, clientSecret: {} }
    login:
      tokenUrl: https://login.example.com/token
      body: { grant_type: client_credentials, client_id: $field.clientId, client_secret: $field.clientSecret }
    keep: { token: $response.body#/access_token }
    lifetime: { fixed: $response.body#/expires_in }
    authorize: { Token: $session.token }
    logout: { none: a token ends by itself }`;

test("a login may be a form to a token endpoint, which is no operation", () => {
  expect(problems(spec(ROBOT))).toEqual([]);
});

test("the fields of such a form exist", () => {
  expect(onlyProblem(spec(ROBOT.replace("$field.clientSecret", "$field.secret")))).toMatchObject({
    code: "unknown-credential-field",
    pointer: "/x-sdk-credentials/robot/login/body/client_secret",
  });
});

test("a token endpoint is a whole URL", () => {
  expect(problems(spec(ROBOT.replace("https://login.example.com/token", "/token")))).not.toEqual([]);
});

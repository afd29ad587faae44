import { expect, test } from "vitest";

import { HEAD, load, problems } from "./helpers.ts";

const responses = "responses: { 204: { description: done } }";

test("what operations are named instead is told at their place, and is no error", () => {
  const text = `${HEAD}paths:
  /things/{id}:
    parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
    get: { ${responses} }
    put: { operationId: same, ${responses} }
    delete: { operationId: delete, ${responses} }
  /b:
    get: { operationId: same, ${responses} }
`;
  expect(problems(text)).toEqual([
    "6:5 derived-operation-name",
    "7:12 renamed-operation",
    "8:15 renamed-operation",
    "10:12 renamed-operation",
  ]);
  const { diagnostics } = load(text);
  expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set(["warning"]));
  expect(diagnostics.map(({ message }) => message)).toEqual([
    "GET /things/{id} is named getThingsById here, since there is no operationId",
    'The operation "same" is named putThingsById here, since GET /b has the same',
    'The operation "delete" is named deleteThingsById here, since "delete" is a word of the language',
    'The operation "same" is named getB here, since PUT /things/{id} has the same',
  ]);
});

test("what groups are named instead is told once for each tag", () => {
  const text = `${HEAD}paths:
  /a:
    get: { operationId: a, tags: [Core], ${responses} }
    put: { operationId: b, tags: [Core], ${responses} }
    post: { operationId: c, tags: [🎉, Other], ${responses} }
    patch: { operationId: d, ${responses} }
`;
  expect(problems(text)).toEqual(["5:35 renamed-group", "7:36 renamed-group"]);
  expect(load(text).diagnostics[0]?.message).toBe(
    'The group of the tag "Core" is named coreOperations here, since every client has a "core" of its own',
  );
});

test("a sign-in step must name one operation", () => {
  const text = `${HEAD}x-sdk-credentials:
  password:
    fields: { password: {} }
    login: { operationId: login, body: { password: $field.password } }
    keep: { token: $response.body#/token }
    authorize: { Token: $session.token }
    logout: { none: there is no call }
paths:
  /a: { post: { operationId: login, ${responses} } }
  /b: { post: { operationId: login, ${responses} } }
components: { securitySchemes: { Token: { type: http, scheme: bearer } } }
`;
  expect(problems(text)).toContain("6:14 ambiguous-operation");
});

import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../generate/generate.ts";
import { repository } from "./repository.ts";
import { SPEC } from "./spec.ts";

/** What is emitted for kinds beside that of the sample. */
function credentials(kinds: string): string {
  const spec = SPEC.replace("\npaths:\n", `\n${kinds}\npaths:\n`)
    .replace(
      "securitySchemes: {",
      "securitySchemes: { Basic: { type: http, scheme: basic }, Key: { type: apiKey, in: query, name: key },",
    )
    .replace(
      "components:\n",
      `  /sessions:
    post:
      operationId: openSession
      tags: [Things]
      summary: Open a session
      security: []
      parameters: [{ name: realm, in: query, description: Where., schema: { type: string }, example: here }]
      responses: { "200": { description: Open. } }
components:\n`,
    );
  const { root } = repository({ shop: spec });
  const generated = generate("shop", join(root, "specs/shop/openapi.yaml"), "specs/shop/openapi.yaml");
  expect(generated.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return generated.files.get("src/generated/credentials.ts") ?? "";
}

test("a token is put on requests as its scheme says", () => {
  const text = credentials(
    "  key: { description: A key., fields: { apiKey: {} }, authorize: { Key: 'K {$field.apiKey}' } }",
  );
  expect(text).toContain(`const keyKind: Kind = {
  name: "key",
  fields: { apiKey: {} },
  authorize: (field) => ({ Key: inQuery("key", "K " + String(field["apiKey"])) }),
  begin: takeFields,
};
`);
});

test("a sign-in is emitted as functions of what they need, and imports what it takes alone", () => {
  const text = credentials(`  password:
    description: A password.
    fields: { user: { secret: false }, secret: {}, code: { once: true, optional: true } }
    login: { operationId: openSession, parameters: { realm: "r-{$field.user}" }, authorize: { Basic: { username: $field.user, password: $field.secret } } }
    challenge: { when: { $response.body#/ask: true, $response.body#/done: null }, ask: code, operationId: openSession, parameters: { realm: $response.body#/where } }
    keep: { token: [$response.body#/a~1b, $response.header.x-token, none], user: $field.user }
    lifetime: { until: $response.body#/end, fixed: 100 }
    authorize: { Token: $session.token }
    logout: { none: there is no call for it }`);
  expect(text).toContain(`  authorize: (session) => ({ Token: bearer(session["token"]) }),
  begin: logIn,
  login: (field) => ({
    operation: openSessionOperation,
    args: { realm: joined("r-", field["user"]) },
    authorize: { Basic: basic(field["user"], field["secret"]) },
  }),
  keep: (answer, field) => ({
    token: firstText(answer.body?.["a/b"], answer.headers.get("x-token"), "none"),
    user: firstText(field["user"]),
  }),
  lifetime: (answer, now) => lasting({ fixed: 100, until: answer.body?.["end"] }, answer, now),
  challenge: {
    answer: answerChallenge,
    ask: "code",
    isAsked: (answer) => (answer.body?.["ask"] as unknown) === true && (answer.body?.["done"] ?? null) === null,
    step: (_, _1, answer) => ({ operation: openSessionOperation, args: { realm: answer.body?.["where"] ?? undefined } }),
  },
};
`);
  expect(text).not.toContain("logOut");
});

test("a token endpoint is a form to its URL", () => {
  const text = credentials(`  robot:
    description: A robot.
    fields: { clientId: { secret: false }, clientSecret: {} }
    login:
      tokenUrl: https://login.example.com/token
      body: { grant_type: client_credentials }
      basic: { username: $field.clientId, password: $field.clientSecret }
    keep: { token: $response.body#/access_token }
    lifetime: { fixed: $response.body#/expires_in }
    authorize: { Token: $session.token }
    logout: { none: a token ends by itself }`);
  expect(text).toContain(`  login: (field) => ({
    operation: tokenRequest("https://login.example.com/token"),
    args: { body: { grant_type: "client_credentials" } },
    authorize: { basic: basic(field["clientId"], field["clientSecret"]) },
  }),
`);
  expect(text).toContain('lasting({ fixed: answer.body?.["expires_in"] }, answer, now)');
});

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
  login: async ({ ask, step, keep, way }) => {
    const field = await ask("secret", "user");
    const answer = await step(
      "the login",
      openSessionOperation,
      { realm: joined("r-", field["user"]) },
      { Basic: basic(field["user"], field["secret"]) },
    );
    keep(
      { token: firstText(answer.body?.["a/b"], answer.headers.get("x-token"), "none"), user: firstText(field["user"]) },
      lifetime({ fixed: until(answer.body?.["end"], answer) ?? 100_000 }),
    );
    if ((answer.body?.["ask"] as unknown) === true && (answer.body?.["done"] ?? null) === null) {
      await secondFactor(way, ask, "code");
      await step("the second factor (code)", openSessionOperation, { realm: answer.body?.["where"] ?? undefined });
    }
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
  expect(text).toContain(`    const answer = await step(
      "the login",
      tokenRequest("https://login.example.com/token"),
      { body: { grant_type: "client_credentials" } },
      { basic: basic(field["clientId"], field["clientSecret"]) },
    );
    keep(
      { token: firstText(answer.body?.["access_token"]) },
      lifetime({ fixed: seconds(answer.body?.["expires_in"]) }),
    );
`);
});

test("what a session has so far goes into its second step by name", () => {
  const text = credentials(`  badge:
    description: A badge.
    fields: { badge: { secret: false, const: true } }
    login: { operationId: openSession }
    challenge: { when: { $response.header.x-more: "yes" }, ask: badge, operationId: openSession, parameters: { realm: $session.token } }
    keep: { token: $response.header.x-token }
    authorize: { Token: $session.token }
    logout: { operationId: openSession, parameters: { realm: $session.token } }`);
  expect(text).toContain(`  login: async ({ ask, step, keep, way }) => {
    const answer = await step("the login", openSessionOperation);
    const session = { token: firstText(answer.headers.get("x-token")) };
    keep(session);
    if ((answer.headers.get("x-more") as unknown) === "yes") {
      await secondFactor(way, ask, "badge");
      await step("the second factor (badge)", openSessionOperation, { realm: session["token"] });
    }
  },
  end: logOut,
  logout: (session) => [openSessionOperation, { realm: session["token"] }],
};
`);
});

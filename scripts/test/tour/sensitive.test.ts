import { expect, test } from "vitest";
import { sensitiveNames } from "../../tour/sensitive.ts";

test("what a schema calls sensitive is, wherever it stands and behind references too", () => {
  const document = {
    components: {
      schemas: {
        Password: { type: "string", format: "password" },
        User: {
          properties: {
            name: { type: "string" },
            pin: { type: "string", "x-sdk-sensitive": true },
            password: { $ref: "#/components/schemas/Password" },
            keys: { type: "array", items: { properties: { secret: { type: "string", writeOnly: true } } } },
          },
        },
      },
    },
  };
  expect([...sensitiveNames(document, [])].toSorted()).toEqual(["password", "pin", "secret"]);
});

test("what a session is made of is sensitive", () => {
  const keep = {
    token: ["{$response.body#/type} {$response.body#/data/token}", "$response.header.x-session"],
    id: "$response.body#/sessionId",
  };
  const kind = { name: "password", fields: {}, authorize: {}, keep };
  expect([...sensitiveNames({}, [kind])].toSorted()).toEqual(["sessionId", "token", "type"]);
});

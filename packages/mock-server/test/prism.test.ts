import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, json, send, use } from "./helpers.ts";

const examples = { one: { value: { name: "one" } }, two: { value: { name: "two" } } };
const item = {
  description: "An item",
  content: { "application/json": { schema: { type: "object", properties: { name: { type: "string" } } }, examples } },
};
const spec = document(
  {
    "/item": { get: { responses: { 200: item, 404: { ...item, description: "None" } } } },
    "/secret": {
      post: {
        security: [{ key: [] }],
        requestBody: { required: true, content: { "application/json": { schema: { type: "object" } } } },
        responses: { 200: json("ok") },
      },
    },
    "/wrong": {
      get: { responses: { 200: json({ name: 1 }, { type: "object", properties: { name: { type: "string" } } }) } },
    },
  },
  { components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-key" } } } },
);

test("the Prefer header chooses status and example", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/item", { headers: ["Prefer", "code=404, example=two"] });
  expect([answer.status, answer.text]).toEqual([404, '{"name":"two"}']);
  expect((await send(mock.origin, "/item", { headers: ["Prefer", "dynamic=true"] })).status).toBe(200);
  expect((await send(mock.origin, "/item", { headers: ["Prefer", "code=418"] })).status).toBe(404);
});

test("security is checked ahead of the body", async () => {
  const mock = await use(startMock(spec));
  expect((await send(mock.origin, "/secret", { method: "POST" })).status).toBe(401);
  expect((await send(mock.origin, "/secret", { method: "POST", headers: ["X-Key", "k"] })).status).toBe(422);
});

test("an answer against the spec is a violation, and an error where errors are asked for", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/wrong");
  expect(answer.status).toBe(200);
  expect(mock.violations(answer)).toMatchObject([{ location: ["response", "body", "name"], code: "type" }]);
  const strict = await use(startMock(spec, { errors: true }));
  expect((await send(strict.origin, "/wrong")).status).toBe(500);
});

test("what only looks like a reference in extensions and examples is left alone, where Prism would not start", async () => {
  const example = { $ref: "./elsewhere.json" };
  const mock = await use(
    startMock(document({ "/a": { get: { responses: { 200: json(example) } } } }, { "x-docs": { $ref: "./docs.md" } })),
  );
  expect(JSON.parse((await send(mock.origin, "/a")).text)).toEqual(example);
});

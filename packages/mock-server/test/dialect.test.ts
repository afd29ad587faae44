import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, json, send, use } from "./helpers.ts";

const body = (schema: object): object => ({ required: true, content: { "application/json": { schema } } });
const pair = { type: "array", prefixItems: [{ type: "integer" }, { type: "string" }] };
const spec = (): Record<string, unknown> =>
  document({ "/pairs": { post: { requestBody: body(pair), responses: { 201: json({}), 422: json({}) } } } });
const post = (text: string): object => ({ method: "POST", headers: ["Content-Type", "application/json"], body: text });

test("schemas are read as JSON Schema 2020-12", async () => {
  const mock = await use(startMock(spec()));
  expect((await send(mock.origin, "/pairs", post('[1,"a"]'))).status).toBe(201);
  const refused = await send(mock.origin, "/pairs", post('["a",1]'));
  expect(refused.status).toBe(422);
  expect(mock.violations(refused).map(({ location }) => location)).toEqual([
    ["request", "body", "0"],
    ["request", "body", "1"],
  ]);
});

test("the dialect of OpenAPI itself, with which Prism would validate no body, is replaced", async () => {
  const dialect = { jsonSchemaDialect: "https://spec.openapis.org/oas/3.1/dialect/base" };
  const mock = await use(startMock({ ...spec(), ...dialect }));
  expect((await send(mock.origin, "/pairs", post('["a"]'))).status).toBe(422);
});

test("the caller's document is left as it was", async () => {
  const listHeader = { name: "x-list", in: "header", schema: { type: "array" } };
  const mine = document({ "/a,b": { get: { parameters: [listHeader], responses: { 200: json({}) } } } });
  const before = structuredClone(mine);
  await use(startMock(mine, { onReport: () => undefined }));
  expect(mine).toEqual(before);
});

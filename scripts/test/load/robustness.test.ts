import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { formatDiagnostics } from "../../generate/diagnostics/diagnostic.ts";
import { checkSpec } from "../../generate/load/check/all.ts";
import { loadSpec } from "../../generate/load/load.ts";
import { load } from "./helpers.ts";

const WHOLE = `openapi: 3.1.0
info: { title: Things, version: "1", license: { name: none } }
servers: [{ url: "https://{host}/v1", variables: { host: { default: api.example.com, enum: [api.example.com] } } }]
security: [{ Token: [] }]
tags: [{ name: Things }]
x-sdk-retry: { statuses: [556] }
x-sdk-rate-limit: { reset: { header: X-Reset, is: delay, unit: seconds } }
x-sdk-credentials:
  password:
    fields: { name: { secret: false }, password: {}, code: { once: true, optional: true } }
    login: { operationId: login, parameters: { q: x }, body: { name: $field.name }, authorize: { Basic: { username: $field.name, password: $field.password } } }
    challenge: { when: { $response.body#/more: true }, ask: code, operationId: login, body: { code: $field.code } }
    keep: { token: [$response.body#/token, $response.header.x] }
    lifetime: { idle: 5 }
    authorize: { Token: $session.token }
    logout: { none: there is no such call }
  token: { fields: { token: {} }, authorize: { Token: $field.token } }
paths:
  /things/{id}:
    parameters: [{ $ref: "#/components/parameters/Id" }]
    get:
      operationId: list
      tags: [Things]
      parameters:
        - { name: page, in: query, schema: { type: integer } }
        - { name: size, in: query, schema: { type: integer, maximum: 10 } }
      x-sdk-pagination: { style: page, position: page, size: { parameter: size, best: 10 }, items: $response.body#/items, total: $response.body#/total }
      x-sdk-caution: { parameter: page, absent: everything at once, choice: all }
      x-sdk-source: { from: The guide, confidence: documented }
      responses: { 200: { $ref: "#/components/responses/List" } }
      callbacks: { done: { "{$request.body#/url}": { post: { operationId: done, responses: { 204: { description: ok } } } } } }
  /login:
    post:
      operationId: login
      parameters: [{ name: q, in: query, schema: { type: string } }]
      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } }
      responses: { 200: { description: ok, headers: { X: { schema: { type: string } } } } }
components:
  securitySchemes: { Token: { type: http, scheme: bearer }, Basic: { type: http, scheme: basic }, Key: { type: apiKey, in: header, name: X } }
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
  responses:
    List:
      description: ok
      content:
        application/json:
          schema:
            allOf:
              - { properties: { items: { type: array, items: { $ref: "#/components/schemas/Thing" } }, total: { type: integer } } }
  schemas:
    Thing:
      properties: { id: { type: integer, format: int64, x-sdk-bigint: true }, next: { $ref: "#/components/schemas/Thing" } }
      discriminator: { propertyName: id, mapping: { a: "#/components/schemas/Thing" } }
`;

/** Ways to every value of a document. */
function ways(value: unknown, way: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [[...way]];
  return [[...way], ...Object.entries(value).flatMap(([key, entry]) => ways(entry, [...way, key]))];
}

function replaced(value: unknown, way: readonly string[], by: unknown): unknown {
  const [key, ...rest] = way;
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((item: unknown, index) => (String(index) === key ? replaced(item, rest, by) : item));
  const object = value as Record<string, unknown>;
  return { ...object, [key]: replaced(object[key], rest, by) };
}

test("the document that the next test breaks is whole", () => {
  expect(load(WHOLE, "whole.yaml").diagnostics).toEqual([]);
});

const VALUES: readonly unknown[] = [5, "x", true, [], {}, [[null]], { x: null }, { $ref: 7 }, { $ref: "#/components" }];

test.each(VALUES)("with %j in whatever place, nothing is thrown", (by) => {
  const { document } = load(WHOLE, "whole.yaml");
  for (const way of ways(document).slice(1)) {
    expect(() => checkSpec("broken.json", replaced(document, way, by) as typeof document)).not.toThrow();
  }
});

test("with null in whatever place, problems are told", () => {
  const { document } = load(WHOLE, "whole.yaml");
  const folder = mkdtempSync(join(tmpdir(), "load-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "broken.json");
  const quiet: string[] = [];
  for (const way of ways(document).slice(1)) {
    const wrong = replaced(document, way, null);
    writeFileSync(file, JSON.stringify(wrong));
    const spec = loadSpec(file);
    if (spec.diagnostics.length === 0) quiet.push(way.join("."));
    expect(formatDiagnostics(spec.diagnostics, spec.locate)).not.toMatch(/undefined|NaN|\[object/);
  }
  // Where null is no problem: plain values that the loader does not build on.
  expect(quiet).toEqual([
    "info.license.name",
    "servers.0.variables.host.enum",
    "tags.0.name",
    "x-sdk-credentials.password.challenge.when.$response.body#/more",
    "paths./things/{id}.get.parameters.1.schema.maximum",
    "paths./things/{id}.get.callbacks.done.{$request.body#/url}.post.responses.204.description",
    "paths./login.post.responses.200.description",
    "components.responses.List.description",
    "components.schemas.Thing.discriminator.propertyName",
    "components.schemas.Thing.discriminator.mapping",
    "components.schemas.Thing.discriminator.mapping.a",
  ]);
});

import { expect, test } from "vitest";

import { resolvePointer } from "../../generate/load/pointer.ts";
import { load, loadFiles, placedProblems, problems } from "./helpers.ts";

const HEAD = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\n';

const at = (text: string, pointer: string): unknown => {
  const { document, diagnostics } = load(HEAD + text);
  expect(diagnostics.filter(({ code }) => !/^(?:unsupported|ignored)-/.test(code))).toEqual([]);
  return resolvePointer(document, pointer);
};

test("host, base path and schemes become servers, the safe one first", () => {
  const servers = (text: string): unknown => at(`${text}\npaths: {}\n`, "/servers");
  expect(servers("host: a.example.com\nbasePath: /v1\nschemes: [http, ws, https]")).toEqual([
    { url: "https://a.example.com/v1" },
    { url: "http://a.example.com/v1" },
  ]);
  expect(servers("host: a.example.com")).toEqual([{ url: "https://a.example.com" }]);
  expect(servers("basePath: /v1\nschemes: [http]")).toEqual([{ url: "/v1" }]);
});

test("an operation with a scheme of its own has a server of its own", () => {
  const text = `host: a.example.com
basePath: /v1
schemes: [https]
paths: { /a: { get: { operationId: a, schemes: [http], responses: { 204: { description: ok } } } } }
`;
  expect(at(text, "/paths/~1a/get/servers")).toEqual([{ url: "http://a.example.com/v1" }]);
});

test("bodies become request bodies: written in place, referred to, and of a whole path", () => {
  const text = `consumes: [application/json]
parameters: { Body: { in: body, name: b, required: true, schema: { $ref: "#/definitions/A" } } }
definitions: { A: { type: object } }
paths:
  /a:
    post:
      operationId: a
      parameters: [{ in: body, name: b, schema: { type: string } }, { in: query, name: q, type: string }]
      responses: { 204: { description: ok } }
    put:
      operationId: b
      responses: { 204: { description: ok } }
    x-note:
    parameters: [{ $ref: "#/parameters/Body" }]
`;
  const body = (schema: object): object => ({ content: { "application/json": { schema } } });
  expect(at(text, "/paths/~1a/post/requestBody")).toEqual(body({ type: "string" }));
  expect(at(text, "/paths/~1a/post/parameters")).toMatchObject([
    { in: "query", name: "q", schema: { type: "string" } },
  ]);
  expect(at(text, "/paths/~1a/put/requestBody")).toEqual({
    required: true,
    ...body({ $ref: "#/components/schemas/A" }),
  });
  expect(at(text, "/paths/~1a/x-note")).toBe(null);
});

test("forms become bodies: of the media type that they need, with files, and with lists as they are joined", () => {
  const form = (
    more: string,
  ): string => `parameters: { Note: { in: formData, name: note, type: string, required: true } }
paths:
  /a:
    post:
      operationId: a
      parameters: [{ $ref: "#/parameters/Note" }, { in: formData, name: ids, type: array, items: { type: string } }${more}]
      responses: { 204: { description: ok } }
`;
  const content = "/paths/~1a/post/requestBody/content";
  expect(at(form(""), content)).toEqual({
    "application/x-www-form-urlencoded": {
      schema: {
        type: "object",
        required: ["note"],
        properties: { note: { type: "string" }, ids: { type: "array", items: { type: "string" } } },
      },
      encoding: { ids: { style: "form", explode: false } },
    },
  });
  expect(at(form(", { in: formData, name: f, type: file }"), content)).toMatchObject({
    "multipart/form-data": { schema: { properties: { f: { type: "string", format: "binary" } } } },
  });
});

test("lists in parameters are joined as their collectionFormat says", () => {
  const parameters = ["csv", "ssv", "pipes", "multi"].map((format) => {
    return `{ in: query, name: ${format}, type: array, items: { type: string }, collectionFormat: ${format} }`;
  });
  const text = `paths: { /a: { get: { operationId: a, parameters: [${parameters.join()}], responses: { 204: { description: ok } } } } }\n`;
  expect(at(text, "/paths/~1a/get/parameters")).toMatchObject([
    { name: "csv", style: "form", explode: false },
    { name: "ssv", style: "spaceDelimited", explode: false },
    { name: "pipes", style: "pipeDelimited", explode: false },
    { name: "multi", style: "form", explode: true },
  ]);
});

const list = "name: q, type: array, items: { type: string }, collectionFormat";
const lists = "name: q, type: array, collectionFormat: csv, items: { type: array";

test.each([
  [`{ in: query, ${list}: tsv }`, "6:86 unsupported-parameter"],
  [`{ in: formData, ${list}: tsv }`, "6:89 unsupported-parameter"],
  [`{ in: header, ${list}: pipes }`, "6:87 unsupported-parameter"],
  [`{ in: header, ${list}: multi }`, "6:87 invalid-value"],
  [`{ in: query, ${lists}, collectionFormat: pipes } }`, "6:106 unsupported-parameter"],
  [
    `{ in: formData, ${lists}, items: { type: array, items: {}, collectionFormat: tsv } } }`,
    "6:142 unsupported-parameter",
  ],
  [`{ in: query, ${lists}, collectionFormat: multi } }`, "6:106 invalid-value"],
  ["{ in: body, name: b, schema: {} }, { $ref: '#/parameters/B' }", "6:61 duplicate-parameter"],
  ["{ in: body, name: b, schema: {} }, { in: formData, name: f, type: string }", "6:61 duplicate-parameter"],
])("what OpenAPI 3 cannot say of %s is told where it stands", (parameters, problem) => {
  const text = `${HEAD}parameters: { B: { in: body, name: c, schema: {} } }
paths:
  /a:
    post: { parameters: [${parameters}], operationId: a, responses: { 204: { description: ok } } }
`;
  expect(problems(text)).toEqual([problem]);
});

test.each(["type: array, collectionFormat: csv", "type: array", "type: string, collectionFormat: pipes"])(
  "nothing is told of items that are kept: %s",
  (items) => {
    const parameter = `{ in: query, name: q, type: array, items: { ${items}, items: { type: string } } }`;
    const text = `${HEAD}paths: { /a: { get: { operationId: a, parameters: [${parameter}], responses: { 204: { description: ok } } } } }\n`;
    expect(problems(text)).toEqual([]);
  },
);

test("schemes that no client speaks are told", () => {
  const text = `${HEAD}host: a.example.com\nschemes: [wss]\npaths: {}\n`;
  expect(problems(text)).toEqual(["4:1 invalid-server"]);
});

test("an empty list of media types says nothing, and the body stays", () => {
  const operation =
    "post: { operationId: a, consumes: [], produces: [], parameters: [{ in: body, name: b, schema: { type: string } }], responses: { 200: { description: ok, schema: { type: string } } } }";
  const content = { "application/json": { schema: { type: "string" } } };
  const text = `consumes: [text/csv]\nproduces: []\npaths: { /a: { ${operation} } }\n`;
  expect(at(text, "/paths/~1a/post/requestBody/content")).toEqual(content);
  expect(at(text, "/paths/~1a/post/responses/200/content")).toEqual(content);
});

test("answers are of the media types that are produced, files are bytes, and examples stand where they belong", () => {
  const text = `produces: [application/json]
responses: { Gone: { description: gone, schema: { type: string } } }
paths:
  /a:
    get:
      operationId: a
      produces: [application/xml, application/json]
      responses:
        200: { description: ok, schema: { type: string }, examples: { application/json: { type: file } } }
        404: { $ref: "#/responses/Gone" }
  /b: { get: { operationId: b, responses: { 200: { description: ok, schema: { type: file } } } } }
`;
  expect(at(text, "/paths/~1a/get/responses/200/content")).toEqual({
    "application/xml": { schema: { type: "string" } },
    "application/json": { schema: { type: "string" }, example: { type: "file" } },
  });
  expect(at(text, "/paths/~1a/get/responses/404")).toEqual({ $ref: "#/components/responses/Gone" });
  expect(at(text, "/components/responses/Gone/content")).toEqual({
    "application/json": { schema: { type: "string" } },
  });
  expect(Object.keys(at(text, "/paths/~1b/get/responses/200/content") as object)).toEqual(["application/octet-stream"]);
});

test("security definitions, discriminators, x-nullable and extensions are kept", () => {
  const text = `securityDefinitions:
  Basic: { type: basic }
  Key: { type: apiKey, in: header, name: X }
  App: { type: oauth2, flow: application, tokenUrl: "https://a.example.com/t", scopes: { read: reads }, x-note: 1 }
security: [{ Basic: [] }, { App: [read] }]
x-sdk-retry: { statuses: [556] }
definitions:
  A: { type: object, discriminator: kind, properties: { kind: { type: string, x-nullable: true, x-sdk-sensitive: true } } }
paths: {}
`;
  expect(at(text, "/components/securitySchemes")).toEqual({
    Basic: { type: "http", scheme: "basic" },
    Key: { type: "apiKey", in: "header", name: "X" },
    App: {
      type: "oauth2",
      "x-note": 1,
      flows: { clientCredentials: { tokenUrl: "https://a.example.com/t", scopes: { read: "reads" } } },
    },
  });
  expect(at(text, "/security")).toEqual([{ Basic: [] }, { App: ["read"] }]);
  expect(at(text, "/x-sdk-retry")).toEqual({ statuses: [556] });
  expect(at(text, "/components/schemas/A")).toMatchObject({
    discriminator: { propertyName: "kind" },
    properties: { kind: { type: "string", nullable: true, "x-sdk-sensitive": true } },
  });
});

test("what looks like a schema in data stays as it is", () => {
  const data = { $ref: "#/definitions/A", type: "file", nested: [{ type: "file", none: null }] };
  const text = `definitions: { A: { type: object, example: ${JSON.stringify(data)}, x-data: ${JSON.stringify(data)}, enum: [${JSON.stringify(data)}] } }\npaths: {}\n`;
  expect(at(text, "/components/schemas/A")).toEqual({ type: "object", example: data, "x-data": data, enum: [data] });
});

test("problems are placed where they stand in the Swagger document", () => {
  const text = `${HEAD}paths:
  /a:
    post:
      operationId: a
      parameters:
        - { in: body, name: b, schema: { type: strin } }
        - { $ref: "#/parameters/Gone" }
        - { in: header, name: f, type: fil }
        - { in: nowhere, name: q, type: string }
      responses:
        200: { description: ok, schema: { type: nothing } }
  /b: { parameters: [{ $ref: "#/parameters/Q" }], get: { responses: { 200: { $ref: "#/responses/None" } } } }
definitions:
  A: { properties: { b: { $ref: "#/definitions/C" } } }
parameters:
  Q: { in: query, name: q, type: integr }
securityDefinitions: { Odd: { type: odd } }
`;
  expect(problems(text).filter((problem) => !problem.endsWith("derived-operation-name"))).toEqual([
    "8:42 invalid-value",
    "9:13 unknown-reference",
    "10:34 invalid-value",
    "11:13 invalid-value",
    "13:43 invalid-value",
    "14:78 unknown-reference",
    "16:27 unknown-reference",
    "18:28 invalid-value",
    "19:31 invalid-value",
  ]);
});

test("Swagger in several files is put together first, and problems are placed in their files", () => {
  const spec = loadFiles({
    "swagger.yaml": `${HEAD}paths: { /a: { $ref: a.yaml } }
definitions: { A: { $ref: schemas.json#/A } }
`,
    "a.yaml": `get:
  operationId: a
  parameters: [{ $ref: "parameters.yaml#/Q" }]
  responses: { 200: { description: ok, schema: { $ref: "schemas.json#/A" } } }
`,
    "parameters.yaml": "Q: { in: query, name: q, type: strin }\n",
    "schemas.json": '{ "A": { "type": "object", "properties": { "b": { "type": "none" } } } }',
  });
  expect(placedProblems(spec)).toEqual(["schemas.json:1:51 invalid-value", "parameters.yaml:1:26 invalid-value"]);
  expect(resolvePointer(spec.document, "/paths/~1a/get/responses/200/content/application~1json/schema")).toEqual({
    $ref: "#/components/schemas/A",
  });
});

test("a Swagger document that is misshapen is refused with places, whatever is wrong with it", () => {
  const whole = `${HEAD}host: h
basePath: /b
schemes: [https]
consumes: [application/json]
produces: [application/json]
parameters: { P: { in: query, name: q, type: array, items: { type: string } }, B: { in: body, name: b, schema: {} } }
responses: { R: { description: r, schema: { type: string }, headers: { X: { type: string } }, examples: { a: 1 } } }
definitions: { A: { allOf: [{ properties: { a: { type: string } } }], discriminator: a, required: [a] } }
securityDefinitions: { S: { type: oauth2, flow: implicit, authorizationUrl: "https://a.example.com", scopes: { a: b } } }
paths:
  /a:
    parameters: [{ $ref: "#/parameters/B" }]
    post:
      consumes: [multipart/form-data]
      parameters: [{ $ref: "#/parameters/P" }, { in: formData, name: f, type: file }]
      responses: { 200: { $ref: "#/responses/R" }, 404: { description: no, schema: { type: file } } }
`;
  const { document } = load(whole);
  expect(document["openapi"]).toBe("3.0.4");
  const lines = whole.split("\n");
  for (const by of ["null", "5", "[]", "{}", "[null]", "{ x: null }", "{ $ref: 7 }", "text"]) {
    for (const [index, line] of lines.entries()) {
      for (const match of line.matchAll(/\{ \$ref: "[^"]*" \}|\{ [^{}[\]]* \}|\[[^[\]]*\]/g)) {
        const broken = line.slice(0, match.index) + by + line.slice(match.index + match[0].length);
        expect(() => problems(lines.with(index, broken).join("\n"))).not.toThrow();
      }
    }
  }
});

import { expect, test } from "vitest";

import { HEAD, load, onlyProblem, problems } from "./helpers.ts";

test.each(["3.0.0", "3.0.4", "3.1.0", "3.1.2", "3.2.0"])("OpenAPI %s is read", (version) => {
  expect(problems(`openapi: ${version}\ninfo: { title: T, version: "1" }\npaths: {}\n`)).toEqual([]);
});

test.each([
  ["openapi: 3.1\n", "3.1.0"],
  ["openapi: 3.0\n", "3.0.0"],
  ['openapi: "3.2"\n', "3.2.0"],
])("the version in %j is completed, with a warning", (text, version) => {
  const { document, diagnostics } = load(`${text}info: { title: T, version: "1" }\npaths: {}\n`);
  expect(document["openapi"]).toBe(version);
  expect(diagnostics).toMatchObject([{ severity: "warning", code: "incomplete-version" }]);
});

test.each([
  ["openapi: 4.0.0\n", "1:1 unsupported-version"],
  ['openapi: "3"\ninfo: {}\n', "1:1 unsupported-version"],
  ['swagger: "1.2"\npaths: { bad: 1 }\n', "1:1 unsupported-version"],
  ["# nothing\ninfo: {}\n", "2:1 unsupported-version"],
])("the version in %j is refused, and nothing else is checked", (text, expected) => {
  expect(problems(text)).toEqual([expected]);
});

test("what is only shown may be missing or no text, with a warning", () => {
  const text = (info: string): string => `openapi: 3.1.0\n${info}paths: {}\n`;
  expect(problems(text(""))).toEqual(["1:1 missing-field"]);
  expect(problems(text("info: {}\n"))).toEqual(["2:1 missing-field", "2:1 missing-field"]);
  expect(problems(text('info:\n  title: ""\n  version: 1.0\n'))).toEqual(["3:3 wrong-type", "4:3 wrong-type"]);
  expect(load(text("info: { version: 5 }\n")).diagnostics.every(({ severity }) => severity === "warning")).toBe(true);
  expect(onlyProblem(text("info: { title: T, version: [] }\n")).severity).toBe("error");
});

test.each(["paths: {}", "components: { schemas: { A: {} } }", "webhooks: { w: {} }"])(
  "a document may hold nothing but %s",
  (text) => {
    expect(problems(HEAD + text)).toEqual([]);
  },
);

test("a document without anything to describe is refused", () => {
  expect(onlyProblem(HEAD)).toMatchObject({ code: "missing-field", severity: "error" });
});

test("what must be an object or a list and is not is a problem wherever it stands", () => {
  const text = `${HEAD}servers: {}
tags: [x]
paths:
  /a:
  /b:
    get: []
    put:
      operationId: b
      parameters: {}
      responses:
        200:
        404: { description: no, content: [] }
components:
  schemas: { A: { properties: [], items: [{}], allOf: {} }, B: true, C: { not: false } }
`;
  expect(problems(text)).toEqual([
    "3:1 wrong-type",
    "4:8 wrong-type",
    "6:3 wrong-type",
    "8:5 wrong-type",
    "11:7 wrong-type",
    "13:9 wrong-type",
    "14:33 wrong-type",
    "16:19 wrong-type",
    "16:35 wrong-type",
    "16:48 wrong-type",
  ]);
});

test("a message says what was expected and what is there", () => {
  expect(onlyProblem(`${HEAD}paths:\n  /a:\n`)).toMatchObject({
    pointer: "/paths/~1a",
    message: "This must be an object, and is null",
    fix: "write an object, or leave the field out",
  });
});

test("an operation needs responses, at least one, and each with a status", () => {
  const text = `${HEAD}paths:
  /a:
    get: { operationId: a }
    put: { operationId: b, responses: {} }
    post: { operationId: c, responses: { x-only: 1 } }
    patch:
      operationId: d
      responses:
        20: { description: a }
        2xx: { description: a }
        600: { description: a }
        2XX: { description: a }
        556: { description: a }
        default: { description: a }
        x-note: { any: thing }
`;
  expect(problems(text)).toEqual([
    "5:5 missing-field",
    "6:28 missing-field",
    "7:29 missing-field",
    "11:9 invalid-value",
    "12:9 invalid-value",
    "13:9 invalid-value",
  ]);
});

test("a misspelled method is a problem that names the right one", () => {
  const text = `${HEAD}paths:\n  /a:\n    gett: { operationId: a, responses: { 200: { description: a } } }\n    x-note: 1\n`;
  expect(onlyProblem(text)).toMatchObject({ code: "unknown-method", fix: 'write "get"', pointer: "/paths/~1a/gett" });
});

test("a request body without content is a problem", () => {
  const text = `${HEAD}paths:\n  /a:\n    put:\n      operationId: a\n      requestBody: {}\n      responses: { 204: { description: a } }\n`;
  expect(problems(text)).toEqual(["7:7 missing-field"]);
});

test("an operationId is a text", () => {
  const text = `${HEAD}paths:
  /a:
    post: { operationId: 5, responses: { 204: { description: done } } }
`;
  expect(problems(text)).toEqual(["5:13 wrong-type"]);
});

test("the tags of an operation are names", () => {
  const text = `${HEAD}paths:
  /a:
    get: { operationId: a, tags: Things, responses: { 204: { description: done } } }
    put: { operationId: b, tags: [Things, 5], responses: { 204: { description: done } } }
`;
  expect(problems(text)).toEqual(["5:28 wrong-type", "6:28 wrong-type"]);
});

test("types, enums and lists of required properties are what they can be", () => {
  const text = `${HEAD}paths: {}
components:
  schemas:
    A: { type: strng }
    B: { type: null }
    C: { type: [string, "null", nothing] }
    D: { properties: { a: { type: string, required: true } }, required: [a] }
    E: { enum: [] }
    F: { enum: a }
    G: { $ref: "#/components/schemas/A", type: 5 }
`;
  expect(problems(text)).toEqual([
    "6:10 invalid-value",
    "7:10 invalid-value",
    "8:10 invalid-value",
    "9:43 wrong-type",
    "10:10 wrong-type",
    "11:10 wrong-type",
    "12:42 invalid-value",
  ]);
  expect(load(text).diagnostics.map(({ fix }) => fix)).toEqual(
    expect.arrayContaining(['write "string"', 'write "null" in quotes']),
  );
});

import { expect, test } from "vitest";

import { HEAD, load, onlyProblem, problems } from "./helpers.ts";

const PAGED = (extension: string, schema = '{ $ref: "#/components/schemas/List" }'): string => `${HEAD}paths:
  /things:
    parameters:
      - { name: offset, in: query, schema: { type: integer } }
      - { name: id, in: header, schema: { type: string } }
    get:
      operationId: list
      parameters:
        - { name: limit, in: query, schema: { $ref: "#/components/schemas/Limit" } }
      x-sdk-pagination: ${extension}
      responses:
        404: { description: none, content: { application/json: { schema: { properties: { rows: {} } } } } }
        200: { $ref: "#/components/responses/List" }
components:
  responses:
    List:
      description: rows
      content:
        text/csv: { schema: { type: string } }
        application/vnd.things+json; charset=utf-8: { schema: ${schema} }
  schemas:
    Limit: { type: integer, maximum: 500 }
    List: { allOf: [{ $ref: "#/components/schemas/Meta" }, { properties: { data: { $ref: "#/components/schemas/Data" } } }] }
    Meta:
      properties:
        page: { anyOf: [{ properties: { total: { type: [integer, "null"] } } }, { type: "null" }] }
        next: { type: string }
        self: { $ref: "#/components/schemas/Meta" }
    Data: { anyOf: [{ type: "null" }, { type: array, items: { properties: { tags: { type: [array, "null"] } } } }] }
`;

const body = (path: string): string => `"$response.body#${path}"`;

test("a walk whose parameters and pointers are described is no problem", () => {
  const walk = `{ style: offset, position: offset, size: { parameter: limit, best: 500 }, items: ${body("/data")}, total: ${body("/page/total")} }`;
  expect(problems(PAGED(walk))).toEqual([]);
  expect(
    problems(PAGED(`{ style: cursor, position: offset, items: ${body("/data/0/tags")}, next: ${body("/next")} }`)),
  ).toEqual([]);
});

test("the body itself may be the list", () => {
  const walk = `{ style: page, position: offset, items: ${body("")} }`;
  expect(problems(PAGED(walk, '{ $ref: "#/components/schemas/Data" }'))).toEqual([]);
  expect(onlyProblem(PAGED(walk))).toMatchObject({
    code: "wrong-type",
    pointer: "/paths/~1things/get/x-sdk-pagination/items",
  });
});

test("the parameters of a walk are query parameters of the operation", () => {
  const walk = `{ style: offset, position: id, size: { parameter: limt, best: 10 }, items: ${body("/data")} }`;
  expect(problems(PAGED(walk))).toEqual(["12:42 unknown-parameter", "12:64 unknown-parameter"]);
  expect(load(PAGED(walk)).diagnostics[1]?.fix).toBe('write "limit"');
});

test("the best page size is one that the parameter allows", () => {
  const walk = `{ style: offset, position: offset, size: { parameter: limit, best: 501 }, items: ${body("/data")} }`;
  expect(onlyProblem(PAGED(walk))).toMatchObject({ code: "invalid-value", fix: "write best: 500 or less" });
});

test("where an answer begins is a number of the answer", () => {
  const walk = (begins: string): string =>
    PAGED(`{ style: offset, position: offset, items: ${body("/data")}, begins: ${body(begins)} }`);
  expect(problems(walk("/page/total"))).toEqual([]);
  expect(onlyProblem(walk("/next")).code).toBe("wrong-type");
  expect(onlyProblem(walk("/nothing")).code).toBe("unknown-answer-field");
});

test("rows, total and mark are in the answer, the rows as a list and the total as a number", () => {
  const walk = (items: string, total: string, next: string): string =>
    PAGED(`{ style: cursor, position: offset, items: ${body(items)}, total: ${body(total)}, next: ${body(next)} }`);
  expect(problems(walk("/rows", "/total", "/self/self/nothing"))).toEqual([
    "12:60 unknown-answer-field",
    "12:91 unknown-answer-field",
    "12:123 unknown-answer-field",
  ]);
  const wrong = load(walk("/page", "/next", "/self/self/next")).diagnostics;
  expect(wrong.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    "wrong-type: What stands at $response.body#/page is of no stated type, not array",
    "wrong-type: What stands at $response.body#/next is of type string, not integer or number",
  ]);
});

test("an operation without a JSON answer cannot be walked", () => {
  const text = `${HEAD}paths:
  /a:
    get:
      operationId: a
      parameters: [{ name: page, in: query, schema: {} }]
      x-sdk-pagination: { style: page, position: page, items: ${body("")} }
      responses: { 200: { description: text, content: { text/plain: { schema: { type: string } } } } }
`;
  expect(problems(text)).toEqual(["8:56 unknown-answer-field"]);
});

const CAUTION = (extension: string): string => `${HEAD}paths:
  /things:
    delete:
      operationId: removeThings
      parameters:
        - { name: ids, in: query, schema: { type: string } }
        - { name: zone, in: query, required: true, schema: { type: string } }
      requestBody: { content: { application/json: {} } }
      x-sdk-caution: ${extension}
      responses: { 204: { description: done } }
`;

test("a caution about a parameter that is there is no problem, with or without a choice", () => {
  expect(problems(CAUTION("{ parameter: ids, absent: removes every thing, choice: removeAll }"))).toEqual([]);
  expect(problems(CAUTION("{ parameter: zone, absent: removes every thing }"))).toEqual([]);
});

test.each([
  ["{ parameter: id, absent: removes every thing }", "unknown-parameter", "parameter", 'write "ids"'],
  [
    "{ parameter: zone, absent: removes every thing, choice: all }",
    "invalid-value",
    "choice",
    "remove the choice, or the parameter's required: true",
  ],
  [
    "{ parameter: ids, absent: removes every thing, choice: zone }",
    "invalid-value",
    "choice",
    "give the choice a name of its own",
  ],
  [
    "{ parameter: ids, absent: removes every thing, choice: body }",
    "invalid-value",
    "choice",
    "give the choice a name of its own",
  ],
])("the caution %s is refused", (extension, code, field, fix) => {
  expect(onlyProblem(CAUTION(extension))).toMatchObject({
    code,
    pointer: `/paths/~1things/delete/x-sdk-caution/${field}`,
    fix,
  });
});

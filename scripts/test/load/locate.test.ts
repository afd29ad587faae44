import { expect, test } from "vitest";

import { load } from "./helpers.ts";

const YAML = `# A comment first
openapi: 3.1.0
info: { title: Things, version: "1" }
paths:
  /things/{id}:
    get:
      parameters:
        - name: id
          in: path
        - { name: q, in: query }
      responses:
        200: { description: fine }
x-base: &base
  a: 1
x-merged:
  <<: *base
  b: 2
x-alias: *base
`;

test.each([
  ["", 2, 1],
  ["/openapi", 2, 1],
  ["/info/version", 3, 24],
  ["/paths/~1things~1{id}", 5, 3],
  ["/paths/~1things~1{id}/get/parameters", 7, 7],
  ["/paths/~1things~1{id}/get/parameters/0", 8, 11],
  ["/paths/~1things~1{id}/get/parameters/0/in", 9, 11],
  ["/paths/~1things~1{id}/get/parameters/1", 10, 11],
  ["/paths/~1things~1{id}/get/parameters/1/in", 10, 22],
  ["/paths/~1things~1{id}/get/responses/200/description", 12, 16],
  ["/x-merged/b", 17, 3],
  ["/x-merged/a", 14, 3],
  ["/x-alias/a", 14, 3],
])("in YAML, %s is at %i:%i", (pointer, line, column) => {
  expect(load(YAML).locate(pointer)).toEqual({ line, column });
});

const JSON_TEXT = `{
  "openapi": "3.1.0", "info": { "title": "Things \\"}{[", "version": "1" },
  "paths": {
    "/things/{id}": {
      "get": {
        "parameters": [
          { "name": "id", "in": "path" },
          { "name": "q",
            "in": "query" }
        ],
        "responses": { "200": { "description": "fine" } }
      }
    }
  },
  "x-list": [[1, 2], [3, { "a~b": -1.5e3, "\\u0063": null }]]
}`;

test.each([
  ["", 1, 1],
  ["/openapi", 2, 3],
  ["/info/version", 2, 58],
  ["/paths/~1things~1{id}", 4, 5],
  ["/paths/~1things~1{id}/get", 5, 7],
  ["/paths/~1things~1{id}/get/parameters", 6, 9],
  ["/paths/~1things~1{id}/get/parameters/0", 7, 11],
  ["/paths/~1things~1{id}/get/parameters/1", 8, 11],
  ["/paths/~1things~1{id}/get/parameters/1/in", 9, 13],
  ["/paths/~1things~1{id}/get/responses/200/description", 11, 33],
  ["/x-list/1/0", 15, 23],
  ["/x-list/1/1/a~0b", 15, 28],
  ["/x-list/1/1/c", 15, 43],
])("in JSON, %s is at %i:%i", (pointer, line, column) => {
  expect(load(JSON_TEXT, "openapi.json").locate(pointer)).toEqual({ line, column });
});

test.each([
  ["/nothing", { line: 2, column: 1 }, { line: 1, column: 1 }],
  ["/info/nothing/at/all", { line: 3, column: 1 }, { line: 2, column: 23 }],
  ["/paths/~1things~1{id}/get/nothing", { line: 6, column: 5 }, { line: 5, column: 7 }],
  ["/paths/~1things~1{id}/get/parameters/7/name", { line: 7, column: 7 }, { line: 6, column: 9 }],
  ["/paths/~1things~1{id}/get/parameters/0/name/x", { line: 8, column: 11 }, { line: 7, column: 13 }],
  ["/paths/~1things~1{id}/get/parameters/0/nothing/x", { line: 8, column: 11 }, { line: 7, column: 11 }],
])("what does not exist, %s, is placed at its nearest ancestor", (pointer, yaml, json) => {
  expect(load(YAML).locate(pointer)).toEqual(yaml);
  expect(load(JSON_TEXT, "openapi.json").locate(pointer)).toEqual(json);
});

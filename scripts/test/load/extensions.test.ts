import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020, type AnySchema } from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { EXTENSION_PLACES } from "../../generate/load/check/extensions.ts";
import { HEAD, load, onlyProblem, problems } from "./helpers.ts";

const SOURCE = "{ from: The guide, confidence: documented }";

const SCHEMAS = new URL("../../../specs/extensions/", import.meta.url);

test("the extensions that are known are those that have a schema", () => {
  expect(
    readdirSync(SCHEMAS)
      .map((name) => name.replace(".schema.json", ""))
      .sort(),
  ).toEqual([...EXTENSION_PLACES.keys()].sort());
});

test.for(readdirSync(SCHEMAS))("%s is a schema", (name) => {
  const ajv = new Ajv2020();
  const schema = JSON.parse(readFileSync(new URL(name, SCHEMAS), "utf8")) as AnySchema;
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
});

test("extensions in their places are no problem", () => {
  const text = `${HEAD}x-sdk-rate-limit: { reset: { header: X-Reset, is: timestamp, unit: seconds } }
x-sdk-retry: { statuses: [556], expired: { header: X-Why, contains: [over] } }
x-other: { x-sdk-unknown: 1 }
paths:
  /a:
    get:
      operationId: a
      x-sdk-source: ${SOURCE}
      x-sdk-retry: { idempotent: true }
      responses:
        200:
          description: fine
          x-sdk-source: ${SOURCE}
          content:
            application/json:
              example: { x-sdk-unknown: 1 }
              schema:
                x-sdk-source: ${SOURCE}
                properties:
                  x-sdk-property: { type: string, x-sdk-sensitive: true }
                  id: { type: [integer, "null"], format: int64, x-sdk-bigint: true }
        404: { $ref: "#/components/responses/NotFound", x-sdk-source: ${SOURCE} }
components: { responses: { NotFound: { description: no } } }
`;
  expect(problems(text)).toEqual([]);
});

test("an extension where it says nothing is a problem that names its places", () => {
  const text = `${HEAD}x-sdk-pagination: {}
x-sdk-retry: { idempotent: true }
tags: [{ name: A, x-sdk-source: ${SOURCE} }]
paths:
  x-sdk-retry: { statuses: [556] }
  /a:
    x-sdk-caution: {}
    get:
      operationId: a
      x-sdk-credentials: {}
      x-sdk-retry: { expired: { header: X, contains: [y] } }
      parameters: [{ name: q, in: query, x-sdk-sensitive: true, schema: { x-sdk-rate-limit: {} } }]
      responses: { x-sdk-source: ${SOURCE}, 204: { description: done, x-sdk-bigint: true } }
`;
  expect(problems(text)).toEqual([
    "3:1 misplaced-extension",
    "4:16 misplaced-extension",
    "5:19 misplaced-extension",
    "7:3 misplaced-extension",
    "9:5 misplaced-extension",
    "12:7 misplaced-extension",
    "13:22 misplaced-extension",
    "14:42 misplaced-extension",
    "14:75 misplaced-extension",
    "15:20 misplaced-extension",
    "15:105 misplaced-extension",
  ]);
  expect(load(text).diagnostics[0]).toMatchObject({
    message: "x-sdk-pagination says nothing on the root of the document",
    fix: "put it on an operation",
  });
});

test("an extension that does not exist is a problem that names the nearest one", () => {
  expect(onlyProblem(`${HEAD}paths: {}\nx-sdk-ratelimit: {}\n`)).toMatchObject({
    code: "unknown-extension",
    pointer: "/x-sdk-ratelimit",
    fix: "write x-sdk-rate-limit, or begin names of your own with another prefix",
  });
});

const operation = (extensions: string): string =>
  `${HEAD}paths:\n  /a:\n    get:\n      operationId: a\n      responses: { 204: { description: done } }\n${extensions}`;

test("each place where an extension misses its schema is one problem, at that place", () => {
  const text = operation(`      x-sdk-source:
        form: The guide
        confidence: sure
        note: ""
      x-sdk-retry: { statuses: [200, x] }
`);
  expect(problems(text)).toEqual([
    "8:7 invalid-extension",
    "9:9 invalid-extension",
    "10:9 invalid-extension",
    "11:9 invalid-extension",
    "12:33 invalid-extension",
    "12:38 invalid-extension",
  ]);
  const said = load(text).diagnostics.map(({ message, fix }) => `${message} / ${fix}`);
  expect(said).toContain('"form" is not known here / write "from"');
  expect(said).toContain('"from" is missing / add from:');
  expect(said).toContain('"sure" is not what belongs here / write one of "documented", "observed", "inferred"');
  expect(said).toContain("This must be integer / write integer");
});

test("a pagination without a next mark, and one with a mark that is not walked by, miss the schema", () => {
  const cursor = '{ style: cursor, position: mark, items: "$response.body#/items" }';
  expect(onlyProblem(operation(`      x-sdk-pagination: ${cursor}\n`))).toMatchObject({
    code: "invalid-extension",
    message: '"next" is missing',
  });
  const page = '{ style: page, position: page, items: "$response.body#/items", next: "$response.body#/next" }';
  expect(onlyProblem(operation(`      x-sdk-pagination: ${page}\n`))).toMatchObject({
    code: "invalid-extension",
    pointer: "/paths/~1a/get/x-sdk-pagination/next",
    fix: "remove it",
  });
});

test("x-sdk-bigint stands on an int64 only, and is true", () => {
  const text = `${HEAD}paths: {}
components:
  schemas:
    A: { type: integer, format: int64, x-sdk-bigint: true }
    B: { type: integer, format: int32, x-sdk-bigint: true }
    C: { type: string, format: int64, x-sdk-bigint: true }
    D: { type: integer, format: int64, x-sdk-bigint: false }
`;
  expect(problems(text)).toEqual(["7:40 misplaced-extension", "8:39 misplaced-extension", "9:40 invalid-extension"]);
});

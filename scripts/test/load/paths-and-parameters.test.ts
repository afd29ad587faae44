import { expect, test } from "vitest";

import { HEAD, load, onlyProblem, problems } from "./helpers.ts";

const RESPONSES = "responses: { 204: { description: done } }";
const STRING = "schema: { type: string }";

test.each([
  ["things", "does not begin with a slash"],
  ["/things?x=1", "holds a query or a fragment"],
  ["/things/{id", "has braces that do not hold a name"],
  ["/things/{}", "has braces that do not hold a name"],
])("the path %s is malformed", (path, flaw) => {
  expect(onlyProblem(`${HEAD}paths:\n  "${path}": {}\n`)).toMatchObject({
    code: "invalid-path",
    message: `"${path}" ${flaw}`,
  });
});

test("a parameter that stands twice in a path is a problem", () => {
  const item = `get: { operationId: a, parameters: [{ name: x, in: path, required: true, ${STRING} }], ${RESPONSES} }`;
  expect(problems(`${HEAD}paths:\n  /a/{x}/b/{x}: { ${item} }\n`)).toEqual(["4:3 invalid-path"]);
});

test("paths that differ in the names of parameters only collide", () => {
  const text = `${HEAD}paths:\n  /a/{x}: {}\n  /a/mine: {}\n  /a/{y}: {}\n  /b/{x}.{y}: {}\n  /b/{x}: {}\n`;
  expect(problems(text)).toEqual(["6:3 path-collision"]);
});

test("the parameters of a path are declared, and those declared are in the path", () => {
  const text = `${HEAD}paths:
  /a/{x}/{y}:
    parameters:
      - { name: x, in: path, required: true, ${STRING} }
      - { name: z, in: path, required: true, ${STRING} }
    get: { operationId: a, ${RESPONSES} }
    put:
      operationId: b
      parameters:
        - { name: y, in: path, required: true, ${STRING} }
        - { name: Y, in: path, required: true, ${STRING} }
      ${RESPONSES}
`;
  expect(problems(text)).toEqual([
    "7:9 unused-path-parameter",
    "8:5 undeclared-path-parameter",
    "13:11 unused-path-parameter",
  ]);
  expect(load(text).diagnostics.map(({ fix }) => fix)).toContain('write "y", or remove the parameter');
});

test("a path parameter may be declared by reference", () => {
  const text = `${HEAD}paths:
  /a/{x}:
    get: { operationId: a, parameters: [{ $ref: "#/components/parameters/X" }], ${RESPONSES} }
components:
  parameters: { X: { name: x, in: path, required: true, ${STRING} } }
`;
  expect(problems(text)).toEqual([]);
});

test("a parameter that cannot be found is not said to be missing from the path too", () => {
  const text = `${HEAD}paths:
  /a/{x}:
    get: { operationId: a, parameters: [{ $ref: "#/components/parameters/X" }], ${RESPONSES} }
`;
  expect(problems(text)).toEqual(["5:43 unknown-reference"]);
});

test("a parameter has a name, a place and a schema", () => {
  const text = `${HEAD}paths: {}
components:
  parameters:
    A: { in: query, ${STRING} }
    B: { name: b, ${STRING} }
    C: { name: c, in: qery, ${STRING} }
    D: { name: "", in: query, ${STRING} }
    E: { name: e, in: query }
    F: { name: f, in: path, ${STRING} }
    G: { name: g, in: query, content: { application/json: {} } }
    H: { name: h, in: querystring, content: { application/json: {} } }
`;
  expect(problems(text)).toEqual([
    "6:5 missing-field",
    "7:5 missing-field",
    "8:19 invalid-value",
    "9:10 wrong-type",
    "10:5 missing-field",
    "11:5 optional-path-parameter",
    "13:19 invalid-value",
  ]);
  expect(load(text).diagnostics.map(({ fix }) => fix)).toContain('write "query"');
  expect(problems(text.replace("openapi: 3.1.0", "openapi: 3.2.0"))).not.toContain("13:19 invalid-value");
});

test("a list holds no parameter twice; the same name in another place is another parameter", () => {
  const text = `${HEAD}paths:
  /a:
    parameters: [{ name: a, in: query, ${STRING} }]
    get:
      operationId: a
      parameters:
        - { name: a, in: query, ${STRING} }
        - { name: a, in: header, ${STRING} }
        - { $ref: "#/components/parameters/A" }
        - { name: A, in: header, ${STRING} }
        - { name: A, in: query, ${STRING} }
      ${RESPONSES}
components:
  parameters: { A: { name: a, in: query, ${STRING} } }
`;
  expect(problems(text)).toEqual(["11:11 duplicate-parameter", "12:11 duplicate-parameter"]);
});

import { expect, test } from "vitest";

import { HEAD, onlyProblem, problems } from "./helpers.ts";

const RESOURCE = (extension: string): string => `${HEAD}paths:
  /things/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    put:
      operationId: change
      x-sdk-resource: ${extension}
      security: [{ key: [] }]
      requestBody: { content: { application/json: { schema: { properties: { thing: { type: object } } } } } }
      responses:
        200: { description: fine, content: { application/json: { schema: { $ref: "#/components/schemas/Answer" } } } }
        404: { description: none }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    bearer: { type: http, scheme: bearer }
  schemas:
    Answer: { properties: { data: { $ref: "#/components/schemas/Thing" }, list: { type: array, items: { $ref: "#/components/schemas/Thing" } } } }
    Thing: { type: object, properties: { id: { type: string }, token: { type: string } } }
`;

const change = (more: string): string => RESOURCE(`{ name: thing, role: change, ${more} }`);
const SOUND = "thing: $response.body#/data, where: { id: $request.path.id }";
const OWN = "own: { value: me, where: { token: $request.header.x-key, id: $request.header.Authorization } }";

test("a resource whose pointers, parameters and statuses are described is no problem", () => {
  expect(problems(change(`id: id, ${SOUND}, fields: "$request.body#/thing", absent: 404, ${OWN}`))).toEqual([]);
  expect(problems(RESOURCE("{ name: thing, role: list, id: id, items: $response.body#/list }"))).toEqual([]);
});

test("the thing is an object of the answer, and a list of things a list", () => {
  const thing = (pointer: string): string =>
    change(`thing: $response.body#/${pointer}, where: { id: $request.path.id }, absent: 404`);
  expect(onlyProblem(thing("date")).code).toBe("unknown-answer-field");
  expect(onlyProblem(thing("list")).code).toBe("wrong-type");
  const list = "{ name: thing, role: list, id: id, items: $response.body#/data }";
  expect(onlyProblem(RESOURCE(list)).code).toBe("wrong-type");
});

test("the id and whatever is made are properties of the thing", () => {
  expect(onlyProblem(change(`id: idd, ${SOUND}, absent: 404`))).toMatchObject({
    code: "unknown-answer-field",
    fix: 'write "id"',
    pointer: "/paths/~1things~1{id}/put/x-sdk-resource/id",
  });
  const made = "id: id, thing: $response.body#/data, made: [tokens], headers: { x-token: toke }";
  expect(problems(RESOURCE(`{ name: thing, role: create, ${made} }`))).toHaveLength(2);
});

test("conditions name parameters, headers of credentials or parts of the body", () => {
  const where = (expression: string): string =>
    change(`thing: $response.body#/data, where: { id: "${expression}" }, absent: 404`);
  expect(onlyProblem(where("$request.path.sid"))).toMatchObject({ code: "unknown-parameter" });
  expect(onlyProblem(where("$request.query.id"))).toMatchObject({ code: "unknown-parameter" });
  expect(onlyProblem(where("$request.header.X-Keys"))).toMatchObject({ fix: 'write "X-Key"' });
  expect(onlyProblem(where("$request.body#/nothing")).code).toBe("unknown-body-field");
  expect(onlyProblem(where("$response.body#/data")).code).toBe("invalid-extension");
});

test("the status for what is absent is one that the operation declares", () => {
  expect(onlyProblem(change(`${SOUND}, absent: 410`))).toMatchObject({ code: "invalid-value" });
});

test("what is taken is told by a declared status, and what admits is a property for a security scheme", () => {
  const create = (more: string): string =>
    RESOURCE(`{ name: thing, role: create, id: id, thing: $response.body#/data, ${more} }`);
  expect(problems(create("unique: [title], taken: 404, admits: { key: token }"))).toEqual([]);
  expect(onlyProblem(create("unique: [title], taken: 409"))).toMatchObject({ code: "invalid-value" });
  expect(onlyProblem(create("admits: { keys: token }"))).toMatchObject({
    code: "unknown-security-scheme",
    fix: 'write "key"',
    pointer: "/paths/~1things~1{id}/put/x-sdk-resource/admits/keys",
  });
  expect(onlyProblem(create("admits: { key: tokens }"))).toMatchObject({ fix: 'write "token"' });
  expect(problems(create("taken: 404"))).toHaveLength(1);
  expect(problems(change(`${SOUND}, absent: 404, unique: [id]`))).toHaveLength(1);
});

test("each role has what it needs and nothing that it could not use", () => {
  expect(onlyProblem(change("thing: $response.body#/data, absent: 404")).message).toBe('"where" is missing');
  expect(problems(change(`${SOUND}, absent: 404, total: $response.body#/data`))).toHaveLength(1);
  expect(problems(RESOURCE("{ name: thing, role: create, id: id, absent: 404 }"))).toHaveLength(1);
  expect(problems(RESOURCE("{ name: thing, role: make }"))).not.toEqual([]);
});

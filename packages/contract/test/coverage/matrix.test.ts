import { expect, test } from "vitest";
import { textOf } from "../../src/coverage/cell.ts";
import { matrixOf } from "../../src/coverage/matrix.ts";
import { specOf } from "../../src/openapi/spec.ts";
import { cellsOf, sample } from "./sample.ts";

const json = { content: { "application/json": { example: [] } } };

test("a cell is an answer under each kind of credentials that lets in, by the mock and through the proxy", () => {
  const document = sample({ 200: { content: { ...json.content, "text/csv": { example: "1" } } }, 404: {} });
  expect(cellsOf(document).map(textOf)).toEqual([
    "list 200 application/json key mock",
    "list 200 application/json key proxy",
    "list 200 text/csv key mock",
    "list 200 text/csv key proxy",
    "list 404 none key mock",
    "list 404 none key proxy",
  ]);
});

test.each([
  ["alternatives", [{ Key: [] }, { Token: [] }], ["key", "token"]],
  ["what is needed together, which no kind feeds", [{ Key: [], Token: [] }], ["by-hand"]],
  ["a scheme that no kind feeds", [{ Login: [] }], ["by-hand"]],
  ["what may be left out", [{ Key: [] }, {}], ["key", "none"]],
  ["nothing", [], ["none"]],
])("the kinds of credentials follow from the security: %s", (_, security, kinds) => {
  const cells = cellsOf(sample({ 204: {} }, { security }));
  expect([...new Set(cells.map(({ credentials }) => credentials))]).toEqual(kinds);
});

test("a kind that opens a session lets in by what it keeps of the login", () => {
  const login = { operationId: "list", body: {} };
  const credentials = {
    session: { fields: {}, login, keep: { token: "$response.body#/token" }, authorize: { Token: "$session.token" } },
  };
  const cells = cellsOf(sample({ 204: {} }, { security: [{ Token: [] }], credentials }));
  expect(cells.map(textOf)).toEqual(["list 204 none session mock", "list 204 none session proxy"]);
});

test("a cell knows its examples, and where the spec declares the answer", () => {
  const examples = { none: { value: [] }, two: { value: [1, 2] } };
  const document = sample({ 200: { content: { "application/json": { examples } } } });
  expect(cellsOf(document)[0]).toMatchObject({
    examples: ["none", "two"],
    pointer: "/paths/~1things/get/responses/200/content/application~1json",
  });
});

test("what no call can have is listed instead of counted", () => {
  const content = (schema: object): object => ({ content: { "application/json": { schema } } });
  const responses = {
    101: {},
    200: content({ $ref: "#/components/schemas/Never" }),
    201: content({ required: ["a"], properties: { a: { $ref: "#/components/schemas/Alias" } } }),
  };
  const document = {
    ...sample(responses),
    components: { schemas: { Never: false, Alias: { $ref: "#/components/schemas/Never" } } },
  };
  expect(matrixOf(specOf(document), [])).toEqual({
    cells: [],
    beyondReach: [
      "list 101: an interim answer, which fetch keeps to itself",
      "list 200 application/json: its schema allows no value at all",
      "list 201 application/json: its schema allows no value at all",
    ],
  });
});

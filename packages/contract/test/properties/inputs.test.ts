import { createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { specOf } from "../../src/openapi/spec.ts";
import { createInputs } from "../../src/properties/inputs.ts";

const text = { type: "string" };

function inputsOf(operation: object): { readonly sample: () => unknown; readonly unbroken: () => readonly string[] } {
  const document = { openapi: "3.1.0", paths: { "/things": { post: { responses: {}, ...operation } } } };
  const checker = createSchemaChecker(document);
  const inputs = createInputs(document, checker, createValueMaker(document, checker));
  const [described] = specOf(document).operations.values();
  if (described === undefined) throw new Error("no operation");
  const [parameter] = described.parameters;
  const [content] = described.body?.contents ?? [];
  return {
    sample: () => fc.sample(inputs.of(described, content, undefined), { seed: 1, numRuns: 20 }).map(({ args }) => args),
    unbroken: () => (parameter === undefined ? [] : inputs.breaches(parameter).unbroken),
  };
}

function query(schema: object, more: object = {}): object {
  return { parameters: [{ name: "q", in: "query", required: true, schema, ...more }] };
}

function body(schema: unknown, mediaType = "application/json"): object {
  return { requestBody: { required: true, content: { [mediaType]: { schema } } } };
}

const QUERY = 'No request can carry a value of the query parameter "q" of POST /things: ';
const BODY = (mediaType: string): string => `Of the body of the type ${mediaType} of POST /things: `;
const NONE = "No value could be made for the schema ";

describe("what no value can be found for is named, with its operation and place:", () => {
  it.each<[string, object, string]>([
    [
      "a parameter",
      query({ type: "integer", minimum: 2, maximum: 1 }),
      `Of the query parameter "q" of POST /things: ${NONE}{"type":"integer","minimum":2,"maximum":1}`,
    ],
    [
      "a parameter that has to look as if it were not there",
      query({ type: "string", maxLength: 0 }),
      `${QUERY}its schema allows a text of no characters alone`,
    ],
    [
      "a parameter whose absence is a choice",
      { ...query({ type: "string", maxLength: 0 }, { required: false }), "x-sdk-caution": { parameter: "q" } },
      `${QUERY}its schema allows a text of no characters alone`,
    ],
    ["a body that nothing is", body({ not: {} }), `${BODY("application/json")}${NONE}{"not":{}}`],
    [
      "parts that exclude each other",
      body({ type: "object", required: ["a"], properties: { a: { allOf: [text, { type: "integer" }] } } }),
      `${BODY("application/json")}${NONE}`,
    ],
    [
      "more different items than there are",
      body({ type: "array", minItems: 3, uniqueItems: true, items: { type: "boolean" } }),
      `${BODY("application/json")}${NONE}`,
    ],
    [
      "more names than there are",
      body({ type: "object", minProperties: 5, propertyNames: { pattern: "^[ab]$" } }),
      `${BODY("application/json")}${NONE}`,
    ],
    ["lines", body(false, "application/jsonl"), `${BODY("application/jsonl")}${NONE}false`],
    [
      "a text that is no body",
      body({ type: "string", maxLength: 0 }, "text/plain"),
      `${BODY("text/plain")}No request can carry it: its schema allows a text of no characters alone`,
    ],
    [
      "a form whose field leaves no trace",
      body({ type: "object", required: ["a"], properties: { a: { type: "null" }, b: text } }, "multipart/form-data"),
      `${BODY("multipart/form-data")}No request can carry it: of the fields that its schema requires, a, a form carries not all`,
    ],
  ])("%s", (_, operation, message) => {
    expect(inputsOf(operation).sample).toThrow(message);
  });
});

test("a map whose names are all known has no others", () => {
  const schema = {
    type: "object",
    properties: { a: text },
    propertyNames: { enum: ["a"] },
    additionalProperties: text,
  };
  expect(inputsOf(body(schema)).sample()).toContainEqual({ body: { a: expect.any(String) as string } });
});

test("what only null breaks is told as not broken in a parameter, where null says that it is absent", () => {
  const { unbroken } = inputsOf(query({ type: ["string", "number", "boolean", "array", "object"] }));
  expect(unbroken()).toEqual(["type at /, which only null breaks"]);
});

test("a greatest length that only repetition breaks is told as not broken", () => {
  const schema = { type: "array", uniqueItems: true, maxItems: 2, items: { type: "boolean" } };
  expect(inputsOf(query(schema)).unbroken()).toEqual(["maxItems at /"]);
});

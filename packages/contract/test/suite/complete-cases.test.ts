import { completeExamples, createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import { expect, it } from "vitest";
import type { OperationCase } from "../../src/cases.ts";
import { matrixOf } from "../../src/coverage/matrix.ts";
import { specOf } from "../../src/openapi/spec.ts";
import { completeCases, type FullCase } from "../../src/suite/complete-cases.ts";
import { createArgumentMaker } from "../../src/values/arguments.ts";

const json = (schema: unknown): object => ({ description: "", content: { "application/json": { schema } } });
const document = {
  openapi: "3.1.0",
  paths: {
    "/things": {
      post: {
        requestBody: { content: { "application/json": {}, "application/xml": {} } },
        responses: {
          "101": { description: "" },
          "2XX": json({ type: "integer" }),
          "400": json(false),
          default: json({}),
        },
      },
    },
  },
};
const operation: OperationCase = {
  operationId: "postThings",
  group: "things",
  method: "POST",
  path: "/things",
  paged: false,
  secured: false,
  arguments: { required: {}, all: {} },
  answers: [],
};

const checker = createSchemaChecker(document);
const maker = createValueMaker(document, checker);
const problems = completeExamples(document, checker, maker);
const spec = specOf(document, () => "postThings");

function complete(): FullCase | undefined {
  const cases = { service: "sample", client: "SampleClient", operations: [operation] };
  return completeCases(cases, spec, createArgumentMaker(document, checker, maker))[0];
}

it("gives every answer a status and an example that is made where the spec has none", () => {
  const made = (value: unknown): object[] => [{ name: "made", value }];
  expect(complete()?.answers).toEqual([
    { status: "101", code: 101, mediaType: null, examples: [] },
    { status: "400", code: 400, mediaType: "application/json", examples: [] },
    { status: "2XX", code: 200, mediaType: "application/json", examples: made(1) },
    { status: "default", code: 401, mediaType: "application/json", examples: made("example") },
  ]);
  expect(problems).toMatchObject([{ where: "POST /things 400 application/json" }]);
});

it("tries every other media type that a body may have", () => {
  expect(complete()?.others.map(({ mediaType }) => mediaType)).toEqual(["application/xml"]);
});

it("lists what no call can have instead of counting it", () => {
  const { cells, beyondReach } = matrixOf(spec, []);
  expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(["2XX", "default"]));
  expect(beyondReach).toEqual([
    "postThings 101: an interim answer, which fetch keeps to itself",
    "postThings 400 application/json: its schema allows no value at all",
  ]);
});

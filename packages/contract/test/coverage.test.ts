import { describe, expect, it } from "vitest";
import { createCoverage, NO_CONTENT } from "../src/coverage.ts";
import { specOf } from "../src/openapi/spec.ts";

const spec = specOf({
  paths: {
    "/things": {
      get: {
        operationId: "list",
        responses: {
          200: {
            content: {
              "application/json": { examples: { none: { value: [] }, two: { value: [1, 2] } } },
              "text/csv": { example: "1,2" },
            },
          },
          404: {},
        },
      },
    },
  },
});
const json = { operationId: "list", status: "200", mediaType: "application/json" };
const csv = { operationId: "list", status: "200", mediaType: "text/csv" };
const missing = { operationId: "list", status: "404", mediaType: NO_CONTENT };

describe("coverage", () => {
  it("is whole when every example of every cell has passed", () => {
    const coverage = createCoverage(spec);
    for (const [cell, example] of [
      [json, "none"],
      [json, "two"],
      [csv, "example"],
      [missing, NO_CONTENT],
    ] as const) {
      coverage.tried(cell, example);
      coverage.passed(cell, example);
    }
    expect(coverage.gaps()).toEqual([]);
    expect(coverage.report()).toEqual({
      operations: 1,
      cells: 3,
      covered: 3,
      skipped: 0,
      wrongExamples: [],
      beyondReach: [],
      table: { list: { 200: { "application/json": true, "text/csv": true }, 404: { none: true } } },
    });
  });

  it("tells what failed from what was never tried", () => {
    const coverage = createCoverage(spec);
    coverage.tried(json, "none");
    coverage.passed(json, "none");
    coverage.tried(json, "two");
    coverage.tried(csv, "example");
    expect(coverage.gaps()).toEqual([
      'list 200 application/json "two": the test failed',
      'list 200 text/csv "example": the test failed',
      "list 404 none: no test",
    ]);
    expect(coverage.report()).toMatchObject({ cells: 3, covered: 0, skipped: 1 });
  });

  it("misses a cell whose answer has no example to be tested with", () => {
    const bare = specOf({
      paths: { "/a": { get: { operationId: "a", responses: { 200: { content: { "a/b": {} } } } } } },
    });
    const coverage = createCoverage(bare);
    expect(coverage.gaps()).toEqual(["a 200 a/b: the spec has no example of it"]);
    expect(coverage.report()).toMatchObject({ cells: 1, covered: 0, skipped: 1 });
  });

  it("does not ask for an answer whose schema refers to one that nothing fits", () => {
    const content = (schema: object): object => ({ 200: { content: { "application/json": { schema } } } });
    const required = { required: ["a"], properties: { a: { $ref: "#/components/schemas/Alias" } } };
    const never = specOf({
      paths: {
        "/a": { get: { operationId: "a", responses: content({ $ref: "#/components/schemas/Never" }) } },
        "/b": { get: { operationId: "b", responses: content(required) } },
      },
      components: { schemas: { Never: false, Alias: { $ref: "#/components/schemas/Never" } } },
    });
    const coverage = createCoverage(never);
    expect(coverage.gaps()).toEqual([]);
    expect(coverage.report().beyondReach).toHaveLength(2);
  });

  it("knows no cell that the spec does not declare", () => {
    const coverage = createCoverage(spec);
    expect(() => coverage.tried({ ...json, status: "500" }, "none")).toThrow("does not declare list 500");
  });
});

import { describe, expect, it } from "vitest";
import { canonicalUrl } from "../../src/openapi/escape.ts";
import { operationAt, specOf } from "../../src/openapi/spec.ts";

const spec = specOf({
  servers: [
    { url: "https://{host}:{port}/api", variables: { host: { default: "a.example" }, port: { default: "1280" } } },
  ],
  security: [{ Key: [] }],
  paths: {
    "/things/{id}": {
      parameters: [{ $ref: "#/components/parameters/id" }, { name: "shared", in: "query" }],
      get: { operationId: "getThing", parameters: [{ name: "shared", in: "query", required: true }] },
      delete: { operationId: "deleteThing", security: [{}, { Key: [] }] },
    },
    "/things/mine": {
      get: {
        operationId: "getMine",
        security: [],
        responses: {
          default: { $ref: "#/components/responses/Failed" },
          204: {},
        },
      },
    },
  },
  components: {
    parameters: { id: { name: "id", in: "path", required: true, schema: { type: "string" } } },
    responses: { Failed: { content: { "text/plain": { examples: { why: { value: "because" } } } } } },
  },
});

describe("the suite's own reading of a spec", () => {
  it("fills the server's variables with their defaults", () => {
    expect(spec.server.href).toBe("https://a.example:1280/api");
  });

  it("lets an operation's parameter take the place of the path's", () => {
    const parameters = spec.operations.get("getThing")?.parameters.map(({ name, required }) => [name, required]);
    expect(parameters).toEqual([
      ["id", true],
      ["shared", true],
    ]);
  });

  it("knows which operations need credentials, can use them, or have no use for them", () => {
    const security = [...spec.operations.values()].map(({ id, security: needed, open }) => [id, needed, open]);
    expect(security).toEqual([
      ["getThing", [["Key"]], false],
      ["deleteThing", [["Key"]], true],
      ["getMine", [], true],
    ]);
  });

  it("follows references to answers and keeps those without content", () => {
    const answers = spec.operations
      .get("getMine")
      ?.answers.map(({ status, contents }) => [
        status,
        contents.map(({ mediaType, examples }) => [mediaType, [...examples]]),
      ]);
    expect(answers).toEqual([
      ["204", []],
      ["default", [["text/plain", [["why", "because"]]]]],
    ]);
  });

  it("finds the operation of a request, literal paths first", () => {
    expect(operationAt(spec, "GET", "/things/mine")?.id).toBe("getMine");
    expect(operationAt(spec, "GET", "/things/a%2Fb")?.id).toBe("getThing");
    expect(operationAt(spec, "GET", "/things/a/b")).toBeUndefined();
    expect(operationAt(spec, "POST", "/things/mine")).toBeUndefined();
  });
});

it("compares URLs whatever a tool escapes beyond need, but not what separates", () => {
  expect(canonicalUrl("/a?f[x]=(1)'|'%c3%a9")).toBe(canonicalUrl("/a?f%5Bx%5D=%281%29%27%7C%27%C3%A9"));
  expect(canonicalUrl("/a?ids=1,2")).not.toBe(canonicalUrl("/a?ids=1%2C2"));
  expect(canonicalUrl("/a%2Fb")).not.toBe(canonicalUrl("/a/b"));
});

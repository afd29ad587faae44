import { createSchemaChecker, createValueMaker } from "@vendor-sdks/mock-server";
import { expect, it } from "vitest";
import type { Arguments } from "../../src/openapi/encode.ts";
import type { JsonObject } from "../../src/openapi/json.ts";
import { specOf } from "../../src/openapi/spec.ts";
import { createArgumentMaker, type Extent } from "../../src/values/arguments.ts";

interface Made {
  readonly args: Arguments;
  readonly wrong: readonly string[];
}

function make(operation: JsonObject, extent: Extent = "all", given: Arguments = {}, mediaType?: string): Made {
  const document = { openapi: "3.1.0", paths: { "/things/{id}": { post: { operationId: "make", ...operation } } } };
  const described = specOf(document).operations.get("make");
  if (described === undefined) throw new Error("no operation");
  const checker = createSchemaChecker(document);
  const maker = createArgumentMaker(document, checker, createValueMaker(document, checker));
  const contents = described.body?.contents ?? [];
  const content = contents.find((each) => each.mediaType === mediaType) ?? contents[0];
  return { args: maker.arguments(described, extent, content, given), wrong: [...maker.wrong] };
}

const id = { name: "id", in: "path", required: true, schema: { type: "integer" } };
const tags = { name: "tags", in: "query", schema: { type: "array", items: { type: "string" } }, example: ["a"] };

it("takes the spec's examples, and makes from the schemas what has none", () => {
  expect(make({ parameters: [id, tags] }).args).toEqual({ id: 1, tags: ["a"] });
  expect(make({ parameters: [id, tags] }, "required").args).toEqual({ id: 1 });
  expect(make({ parameters: [id, tags] }, "all", { id: 7 }).args).toEqual({ id: 7, tags: ["a"] });
});

it("does not take an example that contradicts its schema, and tells of it", () => {
  const { args, wrong } = make({ parameters: [{ ...id, example: "one" }] });
  expect(args).toEqual({ id: 1 });
  expect(wrong).toEqual([expect.stringContaining('POST /things/{id}: the example of the path parameter "id"')]);
});

it("says which parameter or body needs an example where no value can be made", () => {
  const schema = { type: "string", pattern: "^(?<a>[0-9]{9})\\k<a>$" };
  expect(() => make({ parameters: [{ ...id, schema }] })).toThrow(
    'the path parameter "id" of POST /things/{id} needs an example in the spec',
  );
  expect(make({ parameters: [{ ...id, schema, example: "123456789123456789" }] }).args).toEqual({
    id: "123456789123456789",
  });
  const requestBody = { required: true, content: { "application/json": { schema } } };
  expect(() => make({ requestBody })).toThrow("the body application/json of POST /things/{id} needs an example");
});

it("gives a parameter what can travel in its place", () => {
  const filter = (schema: object): JsonObject => ({ name: "filter", in: "query", schema });
  const nested = {
    type: "object",
    properties: { a: { type: "integer" }, b: { type: "object", properties: { c: {} } } },
  };
  expect(make({ parameters: [filter(nested)] }).args).toEqual({ filter: { a: 1 } });
  expect(make({ parameters: [{ ...filter(nested), style: "deepObject" }] }).args).toEqual({
    filter: { a: 1, b: { c: "example" } },
  });
  expect(make({ parameters: [filter({ type: "object" })] }).args).toEqual({ filter: { example: "example" } });
});

it("names the media type of a body only where it does not go without saying", () => {
  const content = { "text/plain": {}, "application/json": { schema: { type: "integer" } }, "image/*": {} };
  const requestBody = { content };
  expect(make({ requestBody }, "all", {}, "application/json").args).toEqual({ body: 1 });
  expect(make({ requestBody }, "all", {}, "text/plain").args).toEqual({ body: "example", contentType: "text/plain" });
  expect(make({ requestBody }, "all", {}, "image/*").args).toEqual({
    body: expect.any(Uint8Array) as Uint8Array,
    contentType: "image/png",
  });
  expect(make({ requestBody }, "required").args).toEqual({});
});

it("gives a multipart form files as bytes", () => {
  const file = { type: "string", format: "binary" };
  const properties = { name: { type: "string" }, file, more: { type: "array", items: file } };
  const requestBody = { content: { "multipart/form-data": { schema: { type: "object", properties } } } };
  const bytes = expect.any(Uint8Array) as Uint8Array;
  expect(make({ requestBody }).args).toEqual({ body: { name: "example", file: bytes, more: [bytes] } });
});

it.each([
  { schema: { type: "array", items: { type: "string", format: "binary" } } },
  { itemSchema: { type: "string", format: "binary" } },
])("gives parts that are a list files as bytes: %j", (described) => {
  const requestBody = { content: { "multipart/mixed": described } };
  expect(make({ requestBody }).args).toEqual({ body: [expect.any(Uint8Array) as Uint8Array] });
});

it("gives lines of JSON a list of items", () => {
  const requestBody = { content: { "application/x-ndjson": { itemSchema: { type: "boolean" } } } };
  expect(make({ requestBody }).args).toEqual({ body: [true, true] });
});

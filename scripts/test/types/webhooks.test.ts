import { describe, expect, test } from "vitest";

import type { JsonObject } from "../../generate/load/json.ts";
import { splitSchemas } from "../../generate/types/split.ts";
import { json, printerFor, ref } from "./documents.ts";

const text = { type: "string" };
const notice = { properties: { id: { type: "string", readOnly: true }, secret: { type: "string", writeOnly: true } } };
const components = { schemas: { notice } };

function print(document: JsonObject): { readonly paths: string; readonly types: string } {
  const printer = printerFor(splitSchemas({ paths: {}, components, ...document }));
  return { paths: printer.paths().replace(/^ +\w+\?: never;\n/gmu, ""), types: printer.declarations() };
}

describe("webhooks", () => {
  test("carry what the service sends, and take what users answer", () => {
    const post = { requestBody: { required: true, ...json(ref("notice")) }, responses: { 200: json(ref("notice")) } };
    const { paths, types } = print({ webhooks: { "new event": { post } } });
    expect(paths).toContain("export interface paths {}\n");
    expect(paths).toMatch(/export interface webhooks \{\n {2}"new event": \{\n[^]*requestBody: \{[^]*": Notice;/u);
    expect(paths).toMatch(/responses: \{[^]*": NoticeInput;/u);
    expect(types).toContain("export interface Notice {\n  id?: string;\n}");
    expect(types).toContain("export interface NoticeInput {\n  secret?: string | undefined;\n}");
  });

  test("are not there where the spec has none", () => {
    expect(print({}).paths).not.toContain("webhooks");
  });
});

describe("callbacks", () => {
  test("stand at their operation, by what they are called and where they go", () => {
    const back = { "{$request.body#/url}": { post: { requestBody: json(ref("notice")), responses: { 204: {} } } } };
    const operation = { responses: {}, callbacks: { onEvent: back, onMore: { $ref: "#/components/callbacks/More" } } };
    const { paths } = print({
      paths: { "/x": { post: operation } },
      components: { ...components, callbacks: { More: back } },
    });
    expect(paths).toContain('      callbacks: {\n        onEvent: {\n          "{$request.body#/url}": {\n');
    expect(paths).toContain('        onMore: {\n          "{$request.body#/url}": {\n');
    expect(paths).toContain('"application/json": Notice;');
  });

  test("may lead back to themselves", () => {
    const More: JsonObject = {
      there: { post: { responses: {}, callbacks: { again: { $ref: "#/components/callbacks/More" } } } },
    };
    const operation = { responses: {}, callbacks: { more: { $ref: "#/components/callbacks/More" } } };
    expect(print({ paths: { "/x": { post: operation } }, components: { callbacks: { More } } }).paths).toContain(
      "callbacks: unknown;",
    );
  });
});

describe("what OpenAPI 3.2 adds", () => {
  test("the method query and methods of any name", () => {
    const operation = { responses: { 200: json(text) } };
    const { paths } = print({ paths: { "/x": { query: operation, additionalOperations: { "M-SEARCH": operation } } } });
    expect(paths).toContain("    query: {\n");
    expect(paths).toContain('    "M-SEARCH": {\n');
  });

  test("items of a stream, which are a list together", () => {
    const content = { "application/jsonl": { itemSchema: ref("notice") } };
    expect(print({ paths: { "/x": { get: { responses: { 200: { content } } } } } }).paths).toContain(
      '"application/jsonl": Notice[];',
    );
  });
});

test("files are what the runtime takes in requests, and blobs in answers", () => {
  const file = { type: "string", format: "binary" };
  const schemas = { upload: { properties: { file } } };
  const body = { content: { "multipart/form-data": { schema: ref("upload") } } };
  const operation = { requestBody: body, responses: { 200: { content: { "image/png": { schema: file } } } } };
  const { paths, types } = print({ paths: { "/x": { post: operation } }, components: { schemas } });
  expect(types).toBe(
    'import type { FilePart } from "./runtime.ts";\n\nexport type { FilePart };\n\n' +
      "export interface Upload {\n  /** Format: binary. */\n  file?: FilePart | undefined;\n}\n",
  );
  expect(paths).toContain('import type { Upload } from "./types.ts";');
  expect(paths).toContain('"image/png": Blob;');
});

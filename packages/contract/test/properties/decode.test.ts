import type { RecordedRequest } from "@vendor-sdks/mock-server";
import { describe, expect, it, test } from "vitest";
import { specOf, type SpecOperation } from "../../src/openapi/spec.ts";
import { readRequest } from "../../src/properties/decode/request.ts";

// Requests by hand, most from the tables of OpenAPI's "Style Examples".

const LIST = { type: "array", items: { type: "string" } };
const RGB = { type: "object", properties: { R: { type: "integer" }, G: { type: "integer" } } };

function operationOf(path: string, more: object): SpecOperation {
  const operation = { operationId: "get", responses: {}, ...more };
  const [first] = specOf({ openapi: "3.1.0", paths: { [path]: { post: operation } } }).operations.values();
  if (first === undefined) throw new Error("no operation");
  return first;
}

function requestOf(target: string, headers: Record<string, string> = {}, body = ""): RecordedRequest {
  const path = target.replace(/\?.*/s, "");
  return {
    operation: "get",
    method: "POST",
    url: target,
    path,
    headers,
    body,
    parsed: undefined,
    bytes: Buffer.from(body),
  };
}

async function parameter(described: object, target: string, headers: Record<string, string> = {}): Promise<unknown> {
  const path = target.includes("/in/") ? "/in/{c}" : "/";
  const operation = operationOf(path, { parameters: [{ name: "c", ...described }] });
  const { parameters } = await readRequest(operation, undefined, requestOf(target, headers), []);
  return [...parameters.values()][0];
}

describe("a parameter is read from", () => {
  it.each<[string, object, string, unknown]>([
    ["form, exploded", { in: "query", schema: LIST }, "/?c=a&c=b%26c", ["a", "b&c"]],
    ["form", { in: "query", explode: false, schema: LIST }, "/?c=a,b%2Cc", ["a", "b,c"]],
    ["form, of an object", { in: "query", schema: RGB }, "/?R=1&G=2", { R: 1, G: 2 }],
    ["form, of an object, not exploded", { in: "query", explode: false, schema: RGB }, "/?c=R,1,G,2", { R: 1, G: 2 }],
    ["spaceDelimited", { in: "query", style: "spaceDelimited", explode: false, schema: LIST }, "/?c=a%20b", ["a", "b"]],
    ["pipeDelimited", { in: "query", style: "pipeDelimited", explode: false, schema: LIST }, "/?c=a|b", ["a", "b"]],
    ["deepObject", { in: "query", style: "deepObject", schema: RGB }, "/?c[R]=1&c[G]=2", { R: 1, G: 2 }],
    [
      "JSON",
      { in: "query", content: { "application/json": {} } },
      "/?c=%7B%22a%22%3A9007199254740993%7D",
      { a: 9007199254740993n },
    ],
    ["simple", { in: "path", schema: LIST }, "/in/a,b%2Fc", ["a", "b/c"]],
    ["simple, of an object", { in: "path", explode: true, schema: RGB }, "/in/R=1,G=2", { R: 1, G: 2 }],
    ["label", { in: "path", style: "label", schema: LIST }, "/in/.a,b", ["a", "b"]],
    ["label, exploded", { in: "path", style: "label", explode: true, schema: LIST }, "/in/.a.b", ["a", "b"]],
    ["matrix", { in: "path", style: "matrix", schema: LIST }, "/in/;c=a,b", ["a", "b"]],
    ["matrix, exploded", { in: "path", style: "matrix", explode: true, schema: LIST }, "/in/;c=a;c=b", ["a", "b"]],
    [
      "matrix, of an object",
      { in: "path", style: "matrix", explode: true, schema: RGB },
      "/in/;R=1;G=2",
      { R: 1, G: 2 },
    ],
    [
      "a bigint",
      { in: "query", schema: { type: "integer", "x-sdk-bigint": true } },
      "/?c=9007199254740993",
      9007199254740993n,
    ],
    ["a text that looks like a number", { in: "query", schema: { type: "string" } }, "/?c=007", "007"],
    ["a plus in a query, which is a space", { in: "query", schema: { type: "string" } }, "/?c=a+b%2B", "a b+"],
    ["a plus in a path, which is none", { in: "path", schema: { type: "string" } }, "/in/a+b", "a+b"],
  ])("%s", async (_, described, target, expected) => {
    expect(await parameter(described, target)).toEqual(expected);
  });

  it("a header, which has no escapes", async () => {
    expect(await parameter({ in: "header", schema: LIST }, "/", { c: "a,b%2C" })).toEqual(["a", "b%2C"]);
  });

  it("a cookie", async () => {
    expect(await parameter({ in: "cookie", schema: { type: "string" } }, "/", { cookie: "x=1; c=a%3Bb" })).toBe("a;b");
  });

  it("nothing, where it was not sent", async () => {
    expect(await parameter({ in: "query", schema: LIST }, "/?d=1")).toBeUndefined();
  });
});

describe("a body is read from", () => {
  const schema = {
    type: "object",
    properties: {
      a: { type: "integer" },
      more: { type: "object" },
      ids: LIST,
      file: { type: "string", format: "binary" },
    },
  };
  it.each<[string, string, string, unknown]>([
    ["JSON", "application/json", '{"a":null}', { a: null }],
    ["JSON lines", "application/jsonl", '{"a":1}\n{"a":2}\n', [{ a: 1 }, { a: 2 }]],
    [
      "a form",
      "application/x-www-form-urlencoded",
      "a=1&more=%7B%22b%22%3A+2%7D&ids=x&ids=y+z",
      { a: 1, more: { b: 2 }, ids: ["x", "y z"] },
    ],
    ["text", "text/plain", "a b", "a b"],
    ["bytes", "application/octet-stream", "\0", new Uint8Array([0])],
  ])("%s", async (_, mediaType, text, expected) => {
    const isObject = !mediaType.startsWith("text/");
    const content = { [mediaType]: { schema: isObject ? schema : { type: "string" } } };
    const operation = operationOf("/", { requestBody: { content } });
    const request = requestOf("/", { "content-type": mediaType }, text);
    expect((await readRequest(operation, operation.body?.contents[0], request, [])).body).toEqual(expected);
  });

  it("a multipart form", async () => {
    const data = new FormData();
    data.append("a", "1");
    data.append("ids", "x");
    data.append("ids", "y");
    data.append("file", new Blob(["\0é"]), "f");
    const sent = new Response(data);
    const operation = operationOf("/", { requestBody: { content: { "multipart/form-data": { schema } } } });
    const headers = { "content-type": sent.headers.get("content-type") ?? "" };
    const request = { ...requestOf("/", headers), bytes: await sent.bytes() };
    const { body } = await readRequest(operation, operation.body?.contents[0], request, []);
    expect(body).toEqual({ a: 1, ids: ["x", "y"], file: new TextEncoder().encode("\0é") });
  });

  const parts = (...heads: readonly string[]): string =>
    heads.map((head) => `--B\r\n${head}\r\n`).join("") + "--B--\r\n";

  it("parts with names that are no form", async () => {
    const text = parts('Content-Disposition: form-data; name="a"\r\n\r\n1');
    const operation = operationOf("/", { requestBody: { content: { "multipart/mixed": { schema } } } });
    const request = requestOf("/", { "content-type": "multipart/mixed; boundary=B" }, text);
    expect((await readRequest(operation, operation.body?.contents[0], request, [])).body).toEqual({ a: 1 });
  });

  it.each([
    ["schema", { schema: { type: "array", items: {} } }],
    ["itemSchema", { itemSchema: {} }],
  ])("parts that are a list, described by %s", async (_, described) => {
    const text = parts(
      'Content-Type: application/json\r\n\r\n{"a":"é"}',
      "\r\nplain\r\n\r\ntext",
      'Content-Type: image/png\r\nContent-Disposition: attachment; filename="f"\r\n\r\né',
    );
    const operation = operationOf("/", { requestBody: { content: { "multipart/mixed": described } } });
    const request = requestOf("/", { "content-type": "multipart/mixed; boundary=B" }, text);
    expect((await readRequest(operation, operation.body?.contents[0], request, [])).body).toEqual([
      { a: "é" },
      "plain\r\n\r\ntext",
      new TextEncoder().encode("é"),
    ]);
  });
});

test("a body where none was given is an error", async () => {
  await expect(readRequest(operationOf("/", {}), undefined, requestOf("/", {}, "x"), [])).rejects.toThrow(
    "where none was given",
  );
});

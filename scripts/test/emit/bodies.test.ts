import { join } from "node:path";

import { beforeAll, describe, expect, it } from "vitest";
import { generate, type Generated } from "../../generate/generate.ts";
import { complaints } from "../types/compiler.ts";
import { repository } from "./repository.ts";

// The compiler reads its libraries once for all tests.
beforeAll(() => void complaints({ "a.ts": "export {};\n" }), 60_000);

/** A spec with one operation at /things, and the components that tests refer to. */
function spec(operation: string, method = "post"): string {
  return `openapi: 3.2.0
info: { title: Things, version: "1" }
servers: [{ url: https://shop.example.com }]
tags: [{ name: Things, description: All. }]
paths:
  /things/{id}:
    ${method}:
      operationId: use
      tags: [Things]
${operation.replace(/^/gm, "      ")}
components:
  schemas:
    Thing: { type: object, required: [name], properties: { name: { type: string } } }
    Upload: { type: object, required: [file], properties: { file: { type: string, format: binary }, more: { type: array, description: More., items: { type: string, format: binary } }, thing: { $ref: "#/components/schemas/Thing" } } }
`;
}

const id = "parameters: [{ name: id, in: path, required: true, description: Id., schema: { type: string } }]\n";
const none = 'responses: { "200": { description: Done. } }';
const thing = '{ schema: { $ref: "#/components/schemas/Thing" } }';

function generated(text: string): Generated {
  const { root } = repository({ shop: text });
  return generate("shop", join(root, "specs/shop/openapi.yaml"), "specs/shop/openapi.yaml");
}

/** What the spec makes of the operation. */
function emitted(text: string): string {
  const { files, diagnostics } = generated(text);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return files.get("src/generated/operations/things.ts") ?? "";
}

/** The same, compiled together with what a user writes in an async function that is given a `core`. */
function compiled(text: string, uses: string): string {
  const { files } = generated(text);
  const flat = (name: string): string =>
    (files.get(`src/generated/${name}`) ?? "").replaceAll(/"\.\.\/(?:operations\/)?/g, '"./');
  const user = 'import type { Core } from "@vendor-sdks/runtime";\nimport { use } from "./things.ts";\n';
  const found = complaints({
    "types.ts": flat("types.ts"),
    "things.ts": flat("operations/things.ts"),
    "group.ts": flat("groups/things.ts"),
    "user.ts": `${user}export async function user(core: Core): Promise<void> {\n${uses}\n}\n`,
  });
  expect(found).toEqual([]);
  return emitted(text);
}

function body(content: string, required = true): string {
  return spec(`${id}requestBody: { required: ${required}, description: What., content: ${content} }\n${none}`);
}

function answer(content: string): string {
  return spec(`${id}responses: { "200": { description: Done., content: ${content} } }`, "get");
}

describe("a request body", () => {
  it("of JSON alone needs no more of the runtime than what writes JSON", () => {
    const text = compiled(
      body(`{ application/merge-patch+json: ${thing} }`),
      '  await use(core, { id: "a", body: { name: "b" } });',
    );
    expect(text).toContain('  body: /* @__PURE__ */ soleJsonBodyOf("application/merge-patch+json"),\n');
    expect(text).not.toContain("bodyOf");
  });

  it.each([
    ["text/plain: {}", "body: string;", "text/plain", "textBody"],
    [`application/xml: ${thing}`, "body: string;", "application/xml", "textBody"],
    ["application/pdf: {}", "body: BinaryBody;", "application/pdf", "binaryBody"],
    [
      "application/json: { schema: { type: string, format: binary } }",
      "body: BinaryBody;",
      "application/json",
      "binaryBody",
    ],
    [
      `application/x-www-form-urlencoded: ${thing}`,
      "body: Thing;",
      "application/x-www-form-urlencoded",
      "/* @__PURE__ */ urlencodedBody()",
    ],
    [`multipart/form-data: ${thing}`, "body: Thing;", "multipart/form-data", "/* @__PURE__ */ multipartBody()"],
    [
      'application/x-ndjson: { itemSchema: { $ref: "#/components/schemas/Thing" } }',
      "body: Iterable<Thing> | AsyncIterable<Thing>;",
      "application/x-ndjson",
      "jsonLinesBody",
    ],
    [
      "application/jsonl: { schema: { type: array, items: { type: integer } } }",
      "body: Iterable<number> | AsyncIterable<number>;",
      "application/jsonl",
      "jsonLinesBody",
    ],
  ])("of %s is %s", (content, member, type, writer) => {
    const text = emitted(body(`{ ${content} }`));
    expect(text).toContain(`  /** What. */\n  ${member}\n`);
    expect(text.replaceAll(/\s+/g, " ")).toContain(`"${type}": ${writer}`);
  });

  it("in parts has files for what is binary in it", () => {
    const encoding =
      'encoding: { more: { contentType: "image/png, image/gif" }, thing: { contentType: application/vnd.a+json } }';
    const text = compiled(
      body(`{ multipart/form-data: { schema: { $ref: "#/components/schemas/Upload" }, ${encoding} } }`),
      '  await use(core, { id: "a", body: { file: new Blob(["x"]), more: [new Uint8Array(1), { content: new Blob([]), filename: "f" }], thing: { name: "b" } } });',
    );
    expect(text).toContain("  body: Upload;\n");
    expect(text).toContain('multipartBody({ more: "image/png", thing: "application/vnd.a+json" })');
  });

  it("in JSON has texts for what is binary in it, and so have answers", () => {
    const content = 'content: { application/json: { schema: { $ref: "#/components/schemas/Upload" } } }';
    compiled(
      spec(`${id}requestBody: { ${content} }\nresponses: { "200": { description: Done., ${content} } }`),
      `  const { file, more } = await use(core, { id: "a", body: { file: "x", more: ["y"] } });
  const texts: string[] = [file, ...(more ?? [])];
  // @ts-expect-error a Blob would be sent as an empty object
  await use(core, { id: "a", body: { file: new Blob([]) } });
  void texts;`,
    );
  });

  it("in parts or in JSON, by one schema, has either", () => {
    const schema = '{ schema: { $ref: "#/components/schemas/Upload" } }';
    const answer = `responses: { "200": { description: Done., content: { application/json: ${schema} } } }`;
    compiled(
      spec(`${id}requestBody: { content: { application/json: ${schema}, multipart/form-data: ${schema} } }\n${answer}`),
      `  const { file } = await use(core, { id: "a", body: { file: "x" } });
  const text: string = file;
  await use(core, { id: "a", contentType: "multipart/form-data", body: { file: new Blob([text]) } });`,
    );
  });

  it("of a form writes fields in the styles of its encoding", () => {
    const properties =
      "a: { type: array, items: { type: string } }, b: { type: array, items: { type: string } }, c: { type: array, items: { type: string } }, d: { type: string }";
    const encoding =
      "a: { style: deepObject, explode: true }, b: { explode: false }, c: { contentType: application/json }, d: { allowReserved: true }";
    const content = `{ application/x-www-form-urlencoded: { schema: { type: object, properties: { ${properties} } }, encoding: { ${encoding} } } }`;
    expect(emitted(body(content))).toContain(
      "urlencodedBody({ a: deep, b: comma, c: json, d: /* @__PURE__ */ reserved(form) })",
    );
  });

  it("of several media types is told apart by contentType, JSON going without saying", () => {
    const text = compiled(
      body(
        `{ text/plain: {}, application/json: ${thing}, application/x-www-form-urlencoded: ${thing}, "image/*": {} }`,
      ),
      `  await use(core, { id: "a", body: { name: "b" } });
  await use(core, { id: "a", contentType: "application/x-www-form-urlencoded", body: { name: "b" } });
  await use(core, { id: "a", contentType: "text/plain", body: "b" });
  await use(core, { id: "a", contentType: "image/png", body: new Blob(["b"]) });
  // @ts-expect-error a text must say that it is one
  await use(core, { id: "a", body: "b" });
  // @ts-expect-error no image
  await use(core, { id: "a", contentType: "audio/mp3", body: new Blob(["b"]) });`,
    );
    expect(text).toContain(`export type UseArgs = {
  /** Id. */
  id: string;
} & (
  | {
      /** The media type of the body. */
      contentType?: "application/json" | "application/x-www-form-urlencoded" | undefined;
      /** What. */
      body: Thing;
    }
  | {
      /** The media type of the body. */
      contentType: "text/plain";
      /** What. */
      body: string;
    }
  | {
      /** The media type of the body. */
      contentType: \`image/\${string}\`;
      /** What. */
      body: BinaryBody;
    }
);
`);
  });

  it("of a wildcard must say what it is, unless it is left out", () => {
    const uses = `  await use(core, { id: "a", contentType: "application/zip", body: "b" });
  // @ts-expect-error of what type?
  await use(core, { id: "a", body: "b" });\n`;
    expect(compiled(body('{ "*/*": {} }'), uses)).toContain("contentType: `${string}/${string}`;");
    compiled(body('{ "*/*": {} }', false), `${uses}  await use(core, { id: "a" });`);
  });

  it("of a wildcard with data for its schema is JSON", () => {
    expect(emitted(body(`{ "*/*": ${thing} }`))).toContain("  body: soleJsonBody,\n");
  });

  it("of a GET is left out, with a warning", () => {
    const text = spec(`${id}requestBody: { content: { application/json: ${thing} } }\n${none}`, "get");
    expect(emitted(text)).not.toContain("body");
    expect(generated(text).diagnostics.map(({ code }) => code)).toEqual(["unsendable-body"]);
  });

  it("is an argument beside a parameter of the name contentType", () => {
    const parameters =
      "parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: contentType, in: query, schema: { type: string } }]";
    const text = spec(`${parameters}\nrequestBody: { content: { text/plain: {} } }\n${none}`);
    expect(emitted(text)).toContain('"query.contentType"?: string | undefined;');
  });
});

describe("an answer", () => {
  it.each([
    [`application/json: ${thing}`, "Thing", '"application/json"', ""],
    ["text/csv: {}", "string", '"text/csv"', "textAnswers"],
    [`application/xml: ${thing}`, "string", '["application/xml", "text/xml"]', "textAnswers"],
    ["image/png: {}", "Blob", '"image/png"', '/* @__PURE__ */ answersOf({ "image/png": blobAnswer })'],
    [
      "text/csv: { schema: { type: string, format: binary } }",
      "Blob",
      '"text/csv"',
      '/* @__PURE__ */ answersOf({ "text/csv": blobAnswer })',
    ],
    ['"image/*": {}', "Blob", '"image/*"', '/* @__PURE__ */ answersOf({ "image/*": blobAnswer })'],
    ['"*/*": {}', "unknown", '["application/json", "*/*"]', '/* @__PURE__ */ answersOf({ "*/*": anyAnswer })'],
    [`"*/*": ${thing}`, "Thing", '"application/json"', ""],
    [
      '"*/*": { schema: { type: string } }',
      "string",
      '["application/json", "*/*"]',
      '/* @__PURE__ */ answersOf({ "*/*": textAnswer })',
    ],
    [
      '"*/*": { schema: { type: string, format: binary } }',
      "Blob",
      '"*/*"',
      '/* @__PURE__ */ answersOf({ "*/*": blobAnswer })',
    ],
    [
      'application/jsonl: { itemSchema: { $ref: "#/components/schemas/Thing" } }',
      "JsonLines<Thing>",
      '"application/jsonl"',
      '/* @__PURE__ */ answersOf({ "application/jsonl": jsonLinesAnswer })',
    ],
    [
      "application/json-seq: {}",
      "JsonLines<unknown>",
      '"application/json-seq"',
      '/* @__PURE__ */ answersOf({ "application/json-seq": jsonLinesAnswer })',
    ],
    [
      "text/event-stream: {}",
      "EventStream<string>",
      '"text/event-stream"',
      '/* @__PURE__ */ answersOf({ "text/event-stream": eventsAnswer })',
    ],
    [
      `text/event-stream: ${thing}`,
      "EventStream<Thing>",
      '"text/event-stream"',
      '/* @__PURE__ */ answersOf({ "text/event-stream": jsonEventsAnswer })',
    ],
  ])("of %s is %s", (content, type, declared, reader) => {
    const text = emitted(answer(`{ ${content} }`));
    expect(text).toContain(`Call<${type}, UseResult>`);
    expect(text).toContain(`export type UseResult = Success<200, ${type}> | Undeclared;`);
    expect(text.replaceAll(/\s+/g, " ")).toContain(`responses: { 200: ${declared} }`);
    if (reader === "") expect(text).not.toContain("reader");
    else expect(text.replaceAll(/\s+/g, " ")).toContain(`reader: ${reader}`);
  });

  it.each([
    ["{ type: object, properties: { data: { type: string }, event: { type: string } } }", "string"],
    ["{ type: object, properties: { data: { type: string, contentMediaType: application/json } } }", "unknown"],
    [
      '{ type: object, properties: { data: { type: string, contentMediaType: application/json, contentSchema: { $ref: "#/components/schemas/Thing" } } } }',
      "Thing",
    ],
    [
      '{ oneOf: [{ properties: { event: { const: a }, data: { $ref: "#/components/schemas/Thing" } } }, { properties: { event: { const: b }, data: { type: integer } } }] }',
      "Thing | number",
    ],
    ['{ oneOf: [{ $ref: "#/components/schemas/Thing" }, { type: integer }] }', "Thing | number"],
    ["{ oneOf: [{ properties: { data: { type: integer } } }, { properties: { data: { type: string } } }] }", "string"],
  ])("of events as %s has data of the type %s", (schema, type) => {
    const uses = `  for await (const event of await use(core, { id: "a" })) { const data: ${type === "Thing | number" ? "object | number" : type === "Thing" ? "object" : type} = event.data; void data; break; }`;
    expect(compiled(answer(`{ text/event-stream: { itemSchema: ${schema} } }`), uses)).toContain(
      `EventStream<${type}>`,
    );
  });

  it("of several media types may be any of them; JSON is asked for first and anything last", () => {
    const text = emitted(answer(`{ "*/*": {}, text/plain: {}, application/pdf: {}, application/json: ${thing} }`));
    expect(text).toContain('accept: "application/json, application/pdf, text/plain, */*"');
    expect(text).toContain('["application/json", "application/pdf", "text/plain", "*/*"]');
  });

  it("that is walked through is asked for as JSON alone", () => {
    const walk = "x-sdk-pagination: { style: page, position: page, items: $response.body# }\n";
    const page =
      "parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: page, in: query, schema: { type: integer } }]\n";
    const content = "{ text/csv: {}, application/json: { schema: { type: array, items: { type: integer } } } }";
    const text = emitted(spec(`${page}${walk}responses: { "200": { description: All., content: ${content} } }`, "get"));
    expect(text).not.toContain("accept:");
    expect(text).toContain("PagedCall<number, number[] | string, UseResult>");
  });

  it("that HTTP gives no body has none, with a warning", () => {
    const empty = spec(`${id}responses: { "204": { description: Done., content: { application/json: ${thing} } } }`);
    expect(emitted(empty)).toContain("export type UseResult = Success<204, undefined> | Undeclared;");
    const head = spec(
      `${id}responses: { "200": { description: Done., content: { application/json: ${thing} } } }`,
      "head",
    );
    expect(emitted(head)).toContain("responses: { 200: null }");
    expect([empty, head].flatMap((each) => generated(each).diagnostics.map(({ code }) => code))).toEqual([
      "bodiless-answer",
      "bodiless-answer",
    ]);
  });
});

describe("a parameter described by content", () => {
  it.each([
    ["query", "application/json", "object", "query: { p: json }"],
    ["header", "application/json", "object", "header: { p: jsonHeader }"],
    ["cookie", "application/json", "object", "cookie: { p: json }"],
    ["query", "text/plain", "string", "query: { p: form }"],
    ["header", "application/xml", "string", "header: { p: text }"],
    ["querystring", "application/json", "object", "query: { p: jsonSegment }"],
    ["querystring", "application/x-www-form-urlencoded", "object", "query: { p: formObject }"],
  ])("in the %s as %s is given as %s", (place, mediaType, type, descriptor) => {
    const more = `{ name: p, in: ${place}, content: { ${mediaType}: ${thing} } }`;
    const text = spec(`${id.replace("] ", "]").replace("}]", `}, ${more}]`)}${none}`, "get");
    const value = type === "object" ? '{ name: "b" }' : '"b"';
    expect(compiled(text, `  await use(core, { id: "a", p: ${value} });`)).toContain(descriptor);
  });

  it("in the path is one segment", () => {
    const text = spec(
      `parameters: [{ name: id, in: path, required: true, content: { application/json: ${thing} } }]\n${none}`,
      "get",
    );
    expect(compiled(text, '  await use(core, { id: { name: "b" } });')).toContain("segments: { id: jsonSegment }");
  });

  it("as the whole query in another form is refused", () => {
    const more = "{ name: p, in: querystring, content: { text/plain: { schema: { type: string } } } }";
    const text = spec(`${id.replace("}]", `}, ${more}]`)}${none}`, "get");
    expect(generated(text).diagnostics.map(({ code }) => code)).toEqual(["unsupported-parameter"]);
  });
});

it.each(["json", "text/", "a b/c", "image/png`${x}`"])("%j is refused as a media type", (mediaType) => {
  const found = generated(body(`{ ${JSON.stringify(mediaType)}: {} }`)).diagnostics;
  expect(found.map(({ code }) => code)).toEqual(["invalid-value"]);
});

it("what an encoding says of parts and is not sent is told", () => {
  const encoding = "encoding: { file: { headers: { X-A: { schema: { type: string } } }, style: form } }";
  const text = body(`{ multipart/form-data: { schema: { $ref: "#/components/schemas/Upload" }, ${encoding} } }`);
  expect(generated(text).diagnostics.map(({ code, pointer }) => `${code} ${pointer.split("/").at(-1)}`)).toEqual([
    "ignored-encoding headers",
    "ignored-encoding style",
  ]);
});

it("a multipart body of a file alone has no field that would carry it, so it takes any fields", () => {
  const text = body(`{ multipart/form-data: { schema: { type: string, format: binary } } }`);
  expect(generated(text).diagnostics.map(({ code }) => code)).toEqual(["unnamed-parts"]);
  compiled(text, '  await use(core, { id: "a", body: { file: new Blob(["content"]), note: "any" } });');
});

it("the cases have an entry for every media type of a body, and say how answers are read", () => {
  const content = `{ application/json: ${thing.replace(" }", ", example: { name: b } }")}, "image/*": {}, text/plain: { example: t } }`;
  const { files } = generated(body(content));
  const { operations } = JSON.parse(files.get("test/generated/cases.json") ?? "") as { operations: object[] };
  expect(operations).toMatchObject([
    {
      arguments: { required: { body: { name: "b" } } },
      bodies: [
        { mediaType: "application/json", contentType: "application/json", kind: "json", body: { name: "b" } },
        { mediaType: "text/plain", contentType: "text/plain", kind: "text", body: "t" },
        { mediaType: "image/*", contentType: "image/png", kind: "binary", body: "content" },
      ],
      answers: [{ mediaType: null, kind: null }],
    },
  ]);
});

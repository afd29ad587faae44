import { beforeAll, describe, expect, it } from "vitest";
import { complaints } from "../types/compiler.ts";
import { body, compiled, emitted, generated, id, none, spec, thing } from "./thing-spec.ts";

// The compiler reads its libraries once for all tests.
beforeAll(() => void complaints({ "a.ts": "export {};\n" }), 60_000);

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

  it("in parts has files alone where answers have texts, and nothing is told", () => {
    const schema = '{ schema: { $ref: "#/components/schemas/Upload" } }';
    const answer = `responses: { "200": { description: Done., content: { application/json: ${schema} } } }`;
    const text = spec(`${id}requestBody: { content: { multipart/form-data: ${schema} } }\n${answer}`);
    expect(generated(text).diagnostics).toEqual([]);
    compiled(
      text,
      `  const { file } = await use(core, { id: "a", body: { file: new Blob([]) } });
  const text: string = file;
  void text;`,
    );
  });

  it("in parts has texts for what is binary within a part, which travels as JSON", () => {
    const file = "{ type: string, format: binary }";
    const within = `{ type: object, properties: { file: ${file}, upload: { $ref: "#/components/schemas/Upload" } } }`;
    const lists = `{ type: array, items: { type: array, items: ${file} } }`;
    const schema = `{ type: object, properties: { file: ${file}, within: ${within}, list: { type: array, items: ${within} }, lists: ${lists} } }`;
    compiled(
      body(`{ multipart/form-data: { schema: ${schema} } }`),
      `  const upload = { file: "a" };
  await use(core, { id: "a", body: { file: new Blob([]), within: { file: "a", upload }, list: [{ file: "a" }], lists: [["a"]] } });
  // @ts-expect-error a Blob would be sent as an empty object
  await use(core, { id: "a", body: { within: { file: new Blob([]) } } });
  // @ts-expect-error so would one that a referred schema describes
  await use(core, { id: "a", body: { within: { upload: { file: new Blob([]) } } } });
  // @ts-expect-error and one in an object of a list
  await use(core, { id: "a", body: { list: [{ file: new Blob([]) }] } });
  // @ts-expect-error or in a list of lists
  await use(core, { id: "a", body: { lists: [[new Blob([])]] } });`,
    );
  });

  it("in parts has files wherever its fields are described", () => {
    const file = "{ type: string, format: binary }";
    const more = `{ type: object, additionalProperties: { oneOf: [${file}, { type: array, items: ${file} }] } }`;
    compiled(
      body(`{ multipart/form-data: { schema: { allOf: [{ $ref: "#/components/schemas/Upload" }, ${more}] } } }`),
      '  await use(core, { id: "a", body: { file: new Blob([]), other: [new Blob([])], another: new Blob([]) } } as const);',
    );
  });

  it.each(["schema: { type: array, items: ITEM }", "itemSchema: ITEM"])(
    "in parts that are a list has files among them: %s",
    (list) => {
      const file = "{ type: string, format: binary }";
      const item = `{ oneOf: [${file}, { type: object, required: [inner], properties: { inner: ${file} } }] }`;
      compiled(
        body(`{ multipart/mixed: { ${list.replace("ITEM", item)} } }`),
        `  await use(core, { id: "a", body: [new Blob([]), { inner: "a" }] });
  // @ts-expect-error a Blob would be sent as an empty object
  await use(core, { id: "a", body: [{ inner: new Blob([]) }] });`,
      );
    },
  );

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
    const text = spec(
      `${id}requestBody: { content: { application/json: ${schema}, multipart/form-data: ${schema} } }\n${answer}`,
    );
    expect(generated(text).diagnostics).toMatchObject([
      { code: "file-or-text", severity: "warning", pointer: "/components/schemas/Upload" },
    ]);
    compiled(
      text,
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

describe("a parameter described by content", () => {
  it.each([
    ["query", "application/json", "object", "query: { p: json }"],
    ["header", "application/json", "object", "header: /* @__PURE__ */ headerParameters({ p: jsonHeader })"],
    ["cookie", "application/json", "object", "cookie: /* @__PURE__ */ cookieParameters({ p: json })"],
    ["query", "text/plain", "string", "query: { p: form }"],
    ["header", "application/xml", "string", "header: /* @__PURE__ */ headerParameters({ p: text })"],
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

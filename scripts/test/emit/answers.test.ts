import { beforeAll, describe, expect, it } from "vitest";
import { complaints } from "../types/compiler.ts";
import { answer, compiled, emitted, generated, id, spec, thing } from "./thing-spec.ts";

// The compiler reads its libraries once for all tests.
beforeAll(() => void complaints({ "a.ts": "export {};\n" }), 60_000);

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

it.each([
  ["a list", "{ properties: { a: { type: array, items: INT64 } } }", '["a"]'],
  ["a map", "{ properties: { a: { additionalProperties: INT64 } } }", '["a/*"], inMaps'],
  ["a map by pattern", '{ properties: { a: { patternProperties: { "^x": INT64 } } } }', '["a/*"], inMaps'],
  ["a map at the root", "{ additionalProperties: INT64 }", '["/*"], inMaps'],
  [
    "maps of lists of maps",
    "{ properties: { a: { additionalProperties: { type: array, items: { additionalProperties: INT64 } } } } }",
    '["a/*/*"], inMaps',
  ],
  ["objects in a map", "{ additionalProperties: { properties: { a: INT64 } } }", '["a"]'],
  ["nothing", "{ properties: { a: { additionalProperties: { type: integer } } } }", undefined],
])("int64 in %s is known by its name", (_, schema, names) => {
  const text = emitted(
    answer(`{ application/json: { schema: ${schema.replace("INT64", "{ type: integer, format: int64 }")} } }`),
  );
  if (names === undefined) expect(text).not.toContain("int64");
  else expect(text).toContain(`numbers: /* @__PURE__ */ int64(${names}),`);
});

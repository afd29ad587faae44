import { describe, expect, it } from "vitest";
import { createValidator } from "../../src/validation.ts";
import { problemsOf } from "./shop.ts";

const schema = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string", maxLength: 3 }, file: { type: "string", format: "binary" } },
};

describe("a body is held against its schema", () => {
  it.each(["application/x-www-form-urlencoded", "multipart/form-data", "application/merge-patch+json", "text/json"])(
    "where it is %s",
    async (bodyType) => {
      expect(await problemsOf({ body: schema, bodyType }, { body: { name: "long" } })).toEqual([
        "/body/name: at most 3 characters",
      ]);
      expect(await problemsOf({ body: schema, bodyType }, { body: {} })).toEqual([
        "/body/name: a value, as it is required",
      ]);
    },
  );

  it.each([
    new Blob(["x"]),
    new Uint8Array(1),
    new ArrayBuffer(1),
    new Blob(["x"]).stream(),
    { content: new Blob(["x"]), filename: "x" },
  ])("with files for texts", async (file) => {
    expect(await problemsOf({ body: schema, bodyType: "multipart/form-data" }, { body: { name: "a", file } })).toEqual(
      [],
    );
  });
});

describe("a file is one where it travels as a part of its own", () => {
  const file = { type: "string", format: "binary" };
  const files = { type: "array", items: file };
  const parts = {
    body: { properties: { file, files, meta: { properties: { file } }, rows: { type: "array", items: files } } },
    bodyType: "multipart/form-data",
  };
  const given = new Blob(["x"]);

  it.each([{ file: given }, { files: [given, { content: given }] }])("as a field or in a list", async (body) => {
    expect(await problemsOf(parts, { body })).toEqual([]);
  });

  it.each([
    ["/meta/file", { meta: { file: given } }],
    ["/rows/0/0", { rows: [[given]] }],
  ])("and not within a part that is JSON, which cannot hold it, as at %s", async (place, body) => {
    expect(await problemsOf(parts, { body })).toEqual([`/body${place}: string (not object)`]);
  });

  it("and not in a body of JSON", async () => {
    expect(await problemsOf({ body: parts.body }, { body: { file: given } })).toEqual([
      "/body/file: string (not object)",
    ]);
  });

  it("or as an item of a body that is a list of parts", async () => {
    expect(await problemsOf({ body: files, bodyType: "multipart/mixed" }, { body: [given] })).toEqual([]);
  });
});

it.each(["application/octet-stream", "image/png", "application/jsonl", "application/json-seq", "*/*"])(
  "a body of the type %s is not looked at, but must be there",
  async (bodyType) => {
    const parts = { body: { type: "string", maxLength: 1 }, bodyType };
    expect(await problemsOf(parts, { body: new Blob(["long"]) })).toEqual([]);
    expect(await problemsOf(parts, {})).toEqual(["/body: a value, as it is required"]);
  },
);

describe("of several media types", () => {
  const document = {
    paths: {
      "/": {
        post: {
          operationId: "use",
          parameters: [{ name: "contentType", in: "query", schema: { type: "integer" } }],
          requestBody: {
            required: true,
            content: {
              "text/plain": { schema: { type: "string" } },
              "application/json": { schema: { type: "integer" } },
              "image/*": { schema: { type: "string", maxLength: 1 } },
            },
          },
          responses: { 200: { content: { "image/png": {}, "text/event-stream": { schema: { type: "string" } } } } },
        },
      },
    },
  };
  const use = (args: object): Promise<unknown> =>
    Promise.resolve(createValidator("shop", document).request!("use", { ...args }));

  it.each([
    { body: 1 },
    { contentType: "text/plain; charset=utf-8", body: "x" },
    { contentType: "image/png", body: new Blob(["long"]) },
    { contentType: "audio/mp3", body: "x" },
    { body: 1, "query.contentType": 2 },
  ])("the one that is sent counts", async (args) => {
    await expect(use(args)).resolves.toBeUndefined();
  });

  it.each([
    { body: "x" },
    { contentType: "text/plain", body: 1 },
    { contentType: "text/plain" },
    { body: 1, "query.contentType": "x" },
  ])("what breaks its schema is refused", async (args) => {
    await expect(use(args)).rejects.toThrow("use");
  });

  it.each([new Blob(["x"]), { async *[Symbol.asyncIterator]() {}, cancel: () => Promise.resolve() }])(
    "answers that are files or streams are left alone",
    async (data) => {
      const validator = createValidator("shop", document, { responses: "error" });
      await validator.request!("use", { body: 1 });
      await validator.response!("use", 200, "text/event-stream", data, () => undefined);
    },
  );
});

import { describe, expect, it } from "vitest";
import { answersOf, anyAnswer, blobAnswer, textAnswer } from "../../src/bodies/answers.ts";
import { eventsAnswer } from "../../src/bodies/event-stream.ts";
import { jsonLinesAnswer } from "../../src/bodies/json-lines.ts";
import { textAnswers } from "../../src/bodies/text-answers.ts";
import { call } from "../../src/call.ts";
import type { ApiError } from "../../src/errors/api-error.ts";
import { ParseError } from "../../src/errors/parse-error.ts";
import type { Operation } from "../../src/operation.ts";

import type { Middleware } from "../../src/stages/middleware.ts";
import { errorOf, getItem, type Given, makeCore } from "../support/sample.ts";
import { listen } from "../support/server.ts";

type Head = Readonly<Record<string, string>>;

/** What a call gives whose server has one answer. */
async function data(
  operation: Partial<Operation>,
  answer: { readonly status?: number; readonly head?: Head; readonly body?: string | Uint8Array },
  options?: Given,
): Promise<unknown> {
  const { status = 200, head = {}, body } = answer;
  const { url } = await listen((_, response) => response.writeHead(status, head).end(body));
  const core = makeCore({ baseUrl: url, retry: { limit: 0 }, ...options });
  return call(core, { ...getItem, ...operation }, { id: "a" }, undefined);
}

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255);
const file: Partial<Operation> = {
  responses: { 200: "image/png", 404: "application/json", 500: "image/png" },
  reader: answersOf({ "image/png": blobAnswer }),
};

describe("a file", () => {
  it.each(["image/png", "application/octet-stream", ""])("called %j is a Blob", async (type) => {
    const blob = (await data(file, { head: type === "" ? {} : { "content-type": type }, body: png })) as Blob;
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([...png]);
    expect(blob.type).toBe(type);
  });

  it.each([
    ["application/json", '{"message":"no"}'],
    ["text/html", "<h1>log in</h1>"],
  ])("is not what is called %s", async (type, body) => {
    expect(await errorOf(data(file, { head: { "content-type": type }, body }))).toBeInstanceOf(ParseError);
  });

  it("leaves errors their own bodies", async () => {
    const answer = { status: 404, head: { "content-type": "application/json" }, body: '{"message":"no"}' };
    expect(await errorOf<ApiError>(data(file, answer))).toMatchObject({ status: 404, body: { message: "no" } });
  });

  it("may be the body of an error, which has its text too", async () => {
    const answer = { status: 500, head: { "content-type": "image/png" }, body: "pixels" };
    const error = await errorOf<ApiError<500, Blob>>(data(file, answer));
    expect(error).toMatchObject({ declared: true, text: "pixels" });
    expect(await error.body.text()).toBe("pixels");
  });

  it("may be empty", async () => {
    expect(await data(file, { head: { "content-type": "image/png" } })).toMatchObject({ size: 0 });
  });

  it("goes through middleware, which may read it", async () => {
    const sizes: number[] = [];
    const middleware: Middleware = async (request, next) => {
      const response = await next(request);
      sizes.push((await response.clone().blob()).size);
      return response;
    };
    const answer = { head: { "content-type": "image/png" }, body: png };
    const blob = (await data(file, answer, { middleware: [middleware] })) as Blob;
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([...png]);
    expect(sizes).toEqual([6]);
  });

  it("is logged by its kind alone", async () => {
    const logged: unknown[] = [];
    const logger = { debug: (_: string, details?: object) => logged.push(details) };
    await data(file, { head: { "content-type": "image/png" }, body: png }, { logger, logLevel: "debug" });
    expect(logged).toMatchObject([{ response: { body: "[Blob]" } }]);
  });
});

it.each(["", "text/plain"])("of JSON or a file called %j it is taken for JSON", async (type) => {
  const either = {
    responses: { 200: ["application/json", "application/zip"] },
    reader: answersOf({ "application/zip": blobAnswer }),
  };
  expect(await data(either, { head: type === "" ? {} : { "content-type": type }, body: "[1]" })).toEqual([1]);
});

describe("a text", () => {
  const text: Partial<Operation> = {
    responses: { 200: ["application/json", "text/plain"] },
    reader: answersOf({ "text/plain": textAnswer }),
  };

  it.each([
    ["text/plain; charset=iso-8859-1", Uint8Array.of(0xe4)],
    ['text/plain;charset="UTF-8"', Uint8Array.of(0xc3, 0xa4)],
    ["text/plain; charset=utf-16le", Uint8Array.of(0xe4, 0)],
    ["text/plain; charset=unheard-of", Uint8Array.of(0xc3, 0xa4)],
    ["text/plain", Uint8Array.of(0xc3, 0xa4)],
  ])("is read as %s", async (type, body) => {
    expect(await data(text, { head: { "content-type": type }, body })).toBe("ä");
    const alone = { responses: text.responses!, reader: textAnswers };
    expect(await data(alone, { head: { "content-type": type }, body })).toBe("ä");
    const middleware: Middleware = (request, next) => next(request);
    expect(await data(alone, { head: { "content-type": type }, body }, { middleware: [middleware] })).toBe("ä");
  });

  it("beside JSON leaves JSON alone", async () => {
    expect(await data(text, { head: { "content-type": "application/json" }, body: "[1]" })).toEqual([1]);
  });

  it("is no page", async () => {
    const answer = { head: { "content-type": "text/html" }, body: "<h1>log in</h1>" };
    expect(await errorOf(data(text, answer))).toBeInstanceOf(ParseError);
  });
});

describe("a wildcard", () => {
  it.each([
    ["application/json", "[1]", [1]],
    ["application/vnd.a+json", "[1]", [1]],
    ["text/csv", "a,b", "a,b"],
    ["application/atom+xml", "<a/>", "<a/>"],
  ])("without a schema takes %s for what it is", async (type, body, expected) => {
    const any = { responses: { 200: ["application/json", "*/*"] }, reader: answersOf({ "*/*": anyAnswer }) };
    expect(await data(any, { head: { "content-type": type }, body })).toEqual(expected);
  });

  it("without a schema takes anything else for a file", async () => {
    const any = { responses: { 200: "*/*" }, reader: answersOf({ "*/*": anyAnswer }) };
    expect(await data(any, { head: { "content-type": "image/png" }, body: png })).toMatchObject({ size: 6 });
  });

  it("that is a file takes JSON for one as well", async () => {
    const any = { responses: { 200: "*/*" }, reader: answersOf({ "*/*": blobAnswer }) };
    expect(await data(any, { head: { "content-type": "application/json" }, body: "[1]" })).toBeInstanceOf(Blob);
  });

  it("of texts covers each of them, and no other type", async () => {
    const texts = { responses: { 200: "text/*" }, reader: answersOf({ "text/*": textAnswer }) };
    expect(await data(texts, { head: { "content-type": "text/csv" }, body: "a" })).toBe("a");
    const answer = { head: { "content-type": "image/png" }, body: png };
    expect(await errorOf(data(texts, answer))).toBeInstanceOf(ParseError);
  });
});

it.each([
  ["text/event-stream", eventsAnswer],
  ["application/jsonl", jsonLinesAnswer],
])("an answer of %s without a body ends at once", async (type, reader) => {
  const operation = { responses: { 200: type }, reader: answersOf({ [type]: reader }) };
  const values: unknown[] = [];
  const stream = (await data(operation, { head: { "content-type": type } })) as AsyncIterable<unknown>;
  for await (const value of stream) values.push(value);
  expect(values).toEqual([]);
});

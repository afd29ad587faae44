import { describe, expect, it } from "vitest";
import { call } from "../src/call.ts";
import type { ApiError } from "../src/errors/api-error.ts";
import { ParseError } from "../src/errors/parse-error.ts";
import type { Operation } from "../src/operation.ts";
import { type Reply, replying } from "./support/replies.ts";
import { errorOf, getItem, makeCore } from "./support/sample.ts";
import { serve } from "./support/server.ts";

const json = "application/json";
const once = { retry: { limit: 0 } };

function answered(responses: Operation["responses"], reply: Reply): Promise<unknown> {
  return call(makeCore({ ...replying(reply), ...once }), { ...getItem, responses }, { id: "a" }, undefined);
}

function of(type: string | undefined, text: string, status = 200): Reply {
  return { status, text, headers: { "content-type": type ?? "" } };
}

async function result(responses: Operation["responses"], reply: Reply): Promise<unknown> {
  return call(makeCore({ ...replying(reply), ...once }), { ...getItem, responses }, { id: "a" }, undefined).result();
}

describe("a success", () => {
  it.each([
    [json, '{"id":"a"}'],
    ["application/json; charset=utf-8", '{"id":"a"}'],
    ["Application/JSON", '{"id":"a"}'],
    ["application/vnd.shop+json", '{"id":"a"}'],
    ["text/plain", '{"id":"a"}'],
    ["", '{"id":"a"}'],
  ])("declared as JSON is read where the content type is %j", async (type, text) => {
    expect(await answered({ 200: json }, of(type, text))).toEqual({ id: "a" });
  });

  it.each([
    ["an HTML page", of("text/html", "<h1>log in</h1>")],
    ["JSON called HTML", of("text/html", '{"id":"a"}')],
    ["broken JSON", of(json, '{"id":')],
    ["text that is no JSON", of("text/plain", "OK")],
    ["nothing", of(json, "")],
  ])("declared as JSON is a ParseError where it is %s", async (_, reply) => {
    const error = await errorOf<ParseError>(answered({ 200: json }, reply));
    expect(error).toBeInstanceOf(ParseError);
    expect(error).toMatchObject({ operation: "getItem", status: 200, text: reply.text });
    expect(error.response.status).toBe(200);
  });

  it("that cannot be parsed is described, not quoted", async () => {
    const error = await errorOf(answered({ 200: json }, of(json, "{secret")));
    expect(error.message).toBe(
      "getItem answered 200, but without a valid body of the type application/json (content type application/json, 7 characters)",
    );
    expect(error.cause).toBeUndefined();
  });

  it.each([null, "null", "0", "false", '""', "[]"])("may be the JSON %s", async (text) => {
    expect(await answered({ 200: json }, of(json, String(text)))).toEqual(JSON.parse(String(text)));
  });

  it.each(["text/plain", ""])("declared as text is text where the content type is %j", async (type) => {
    expect(await answered({ 200: "text/plain" }, of(type, '{"id":"a"}'))).toBe('{"id":"a"}');
  });

  it("declared as text may be empty", async () => {
    expect(await answered({ 200: "text/plain" }, of("text/plain", ""))).toBe("");
  });

  it("that is a page is refused with what the page says, and nothing else is quoted", async () => {
    const page = "<html><style>p { color: red }</style><title>Log in</title><p>Please  sign\n in</p>";
    await expect(answered({ 200: json }, of("text/html", page))).rejects.toThrow(
      /^getItem answered 200, but without a valid body of the type application\/json .*: it is a page, "Log in Please sign in"$/,
    );
    const error = await errorOf(answered({ 200: json }, of("text/html", '{"token":"mine"}')));
    expect(error.message).not.toContain("mine");
  });

  it("declared as plain text is no HTML page", async () => {
    expect(await errorOf(answered({ 200: "text/plain" }, of("text/html", "<h1>log in</h1>")))).toBeInstanceOf(
      ParseError,
    );
  });

  it("declared as JSON or text is whichever came", async () => {
    const both = { 200: [json, "text/csv"] };
    expect(await answered(both, of(json, "[1]"))).toEqual([1]);
    expect(await answered(both, of("text/csv", "1"))).toBe("1");
    expect(await answered(both, of("text/plain", "a;b"))).toBe("a;b");
  });

  it("declared without content has no data, whatever came", async () => {
    expect(await answered({ 204: null }, { status: 204 })).toBeUndefined();
    expect(await answered({ 200: null }, of("text/html", "<p>done"))).toBeUndefined();
  });

  it("with status 204 has no data over the wire", async () => {
    const { url } = await serve({ status: 204 });
    const gone = { ...getItem, responses: { 204: null } };
    expect(await call(makeCore({ baseUrl: url }), gone, { id: "a" }, undefined).result()).toMatchObject({
      ok: true,
      status: 204,
      data: undefined,
    });
  });

  it("may be declared by a range or by default alone", async () => {
    expect(await answered({ "2XX": json }, of(json, "1", 202))).toBe(1);
    expect(await answered({ default: json }, of(json, "1", 202))).toBe(1);
  });
});

describe("a success that the spec does not name", () => {
  function told(responses: Operation["responses"], reply: Reply): { answer: Promise<unknown>; warned: string[] } {
    const warned: string[] = [];
    const core = makeCore({ ...replying(reply), logger: { warn: (message) => warned.push(message) } });
    return { answer: call(core, { ...getItem, responses }, { id: "a" }, undefined).result(), warned };
  }

  it("is ok, keeps its status, is read as the nearest and logged", async () => {
    const { answer, warned } = told({ 200: json, 404: json }, of(json, "[]", 202));
    expect(await answer).toMatchObject({ ok: true, status: 202, data: [] });
    expect(warned).toEqual(["shop: getItem answered 202, which the spec does not declare"]);
  });

  it("is logged although default has the same media type", async () => {
    const { answer, warned } = told({ 200: json, default: json }, of(json, "[]", 202));
    expect(await answer).toMatchObject({ ok: true, status: 202 });
    expect(warned).toHaveLength(1);
  });

  it.each<[Operation["responses"]]>([[{ 202: json }], [{ "2XX": json }], [{ default: json }]])(
    "is not one that %j declares",
    async (responses) => {
      const { answer, warned } = told(responses, of(json, "[]", 202));
      await answer;
      expect(warned).toEqual([]);
    },
  );
});

describe("an error answer", () => {
  it.each<[string, Operation["responses"], Reply, unknown]>([
    ["its status", { 200: json, 404: json }, of(json, '{"message":"no"}', 404), { message: "no" }],
    ["its range", { 200: json, "4XX": json }, of(json, "1", 418), 1],
    ["default", { 200: json, default: json }, of(json, "1", 503), 1],
    ["another JSON type", { 404: json }, of("application/problem+json", "1", 404), 1],
    ["JSON, called plain text", { 404: json }, of("text/plain", "1", 404), 1],
    ["JSON, without a content type", { 404: json }, of("", "1", 404), 1],
    ["text", { 404: "text/plain" }, of("text/plain; charset=utf-8", "gone", 404), "gone"],
    ["HTML, where that is declared", { 404: "text/html" }, of("text/html", "<p>", 404), "<p>"],
    ["no schema, being JSON", { 404: null }, of(json, "[1]", 404), [1]],
    ["no schema, being text", { 404: null }, of("text/html", "<p>", 404), "<p>"],
    ["no schema, being empty", { 404: null }, of("", "", 404), undefined],
  ])("is declared by %s", async (_, responses, reply, error) => {
    expect(await result(responses, reply)).toMatchObject({
      ok: false,
      declared: true,
      status: reply.status,
      error,
      text: reply.text,
    });
  });

  it.each<[string, Operation["responses"], Reply]>([
    ["another status", { 200: json, 404: json }, of(json, '{"message":"no"}', 403)],
    ["a proxy's page", { 503: json }, of("text/html", "<h1>503</h1>", 503)],
    ["an empty body", { 404: json }, of(json, "", 404)],
    ["broken JSON", { 404: json }, of(json, '{"message":', 404)],
    ["text where JSON is declared", { 404: json }, of("text/plain", "not found", 404)],
    ["JSON where text is declared", { 404: "text/plain" }, of(json, "1", 404)],
    ["an empty text", { 404: "text/plain" }, of("text/plain", "", 404)],
    ["broken JSON of no schema", { 404: null }, of(json, "{", 404)],
  ])("is undeclared when it is %s", async (_, responses, reply) => {
    expect(await result(responses, reply)).toMatchObject({
      ok: false,
      declared: false,
      status: reply.status,
      error: undefined,
      text: reply.text,
    });
  });

  it("says in its message what the server says, where that stands in a usual place", async () => {
    const message = async (text: string): Promise<string> => {
      return (await errorOf<ApiError>(answered({ 404: json }, of(json, text, 404)))).message;
    };
    expect(await message('{"message":"no such item"}')).toBe("getItem answered 404: no such item");
    expect(await message('{"error":{"message":"gone"}}')).toBe("getItem answered 404: gone");
    expect(await message('{"error":"gone"}')).toBe("getItem answered 404: gone");
    expect(await message('{"error":{"code":"gone"}}')).toBe("getItem answered 404");
    expect(await message("null")).toBe("getItem answered 404");
    expect(await message(JSON.stringify({ message: "x".repeat(999) }))).toBe(
      `getItem answered 404: ${"x".repeat(300)}`,
    );
  });
});

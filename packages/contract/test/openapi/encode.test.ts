import { describe, expect, it } from "vitest";
import { encodeRequest, type Arguments, type ExpectedRequest } from "../../src/openapi/encode.ts";
import type { JsonObject } from "../../src/openapi/json.ts";
import { specOf } from "../../src/openapi/spec.ts";

function encode(path: string, operation: JsonObject, args: Arguments): ExpectedRequest {
  const method = operation["requestBody"] === undefined ? "get" : "post";
  const spec = specOf({ paths: { [path]: { [method]: { operationId: "paint", ...operation } } } });
  const described = spec.operations.get("paint");
  if (described === undefined) throw new Error("no operation");
  return encodeRequest(described, args);
}

const VALUES = { string: "blue", array: ["blue", "black"], object: { R: 100, G: 200 } } as const;

/** One row of the specification's table of style examples. */
interface Row {
  readonly style: string;
  readonly explode: boolean;
  readonly string?: string;
  readonly array?: string;
  readonly object?: string;
}

function cases(rows: readonly Row[]): (readonly [title: string, row: Row, value: unknown, text: string])[] {
  return rows.flatMap((row) =>
    (["string", "array", "object"] as const).flatMap((kind) => {
      const text = row[kind];
      const title = `${row.style}, ${row.explode ? "exploded" : "not exploded"}, of the type ${kind}: ${text}`;
      return text === undefined ? [] : [[title, row, VALUES[kind], text] as const];
    }),
  );
}

describe("a path parameter", () => {
  it.each(
    cases([
      { style: "simple", explode: false, string: "blue", array: "blue,black", object: "R,100,G,200" },
      { style: "simple", explode: true, string: "blue", array: "blue,black", object: "R=100,G=200" },
      { style: "label", explode: false, string: ".blue", array: ".blue,black", object: ".R,100,G,200" },
      { style: "label", explode: true, string: ".blue", array: ".blue.black", object: ".R=100.G=200" },
      {
        style: "matrix",
        explode: false,
        string: ";color=blue",
        array: ";color=blue,black",
        object: ";color=R,100,G,200",
      },
      {
        style: "matrix",
        explode: true,
        string: ";color=blue",
        array: ";color=blue;color=black",
        object: ";R=100;G=200",
      },
    ]),
  )("in the style %s", (_, { style, explode }, color, text) => {
    const parameters = [{ name: "color", in: "path", required: true, style, explode }];
    expect(encode("/paint/{color}/dry", { parameters }, { color }).path).toBe(`/paint/${text}/dry`);
  });

  it("is one segment, whatever it holds", () => {
    const parameters = [{ name: "id", in: "path", required: true }];
    expect(encode("/paint/{id}", { parameters }, { id: "a/b?c#d,ä" }).path).toBe("/paint/a%2Fb%3Fc%23d%2C%C3%A4");
  });
});

describe("a query parameter", () => {
  it.each(
    cases([
      { style: "form", explode: false, string: "color=blue", array: "color=blue,black", object: "color=R,100,G,200" },
      { style: "form", explode: true, string: "color=blue", array: "color=blue&color=black", object: "R=100&G=200" },
      { style: "spaceDelimited", explode: false, array: "color=blue%20black", object: "color=R%20100%20G%20200" },
      { style: "pipeDelimited", explode: false, array: "color=blue%7Cblack", object: "color=R%7C100%7CG%7C200" },
      { style: "deepObject", explode: true, object: "color%5BR%5D=100&color%5BG%5D=200" },
    ]),
  )("in the style %s", (_, { style, explode }, color, text) => {
    const parameters = [{ name: "color", in: "query", style, explode }];
    expect(encode("/paint", { parameters }, { color }).query).toBe(text);
  });

  it.each([
    ["application/x-www-form-urlencoded", "a=b%20c&d=1"],
    ["application/json", "%7B%22a%22%3A%22b%20c%22%2C%22d%22%3A1%7D"],
  ])("may be the whole query, as %s", (mediaType, text) => {
    const parameters = [
      { name: "filter", in: "querystring", content: { [mediaType]: { schema: { type: "object" } } } },
    ];
    expect(encode("/paint", { parameters }, { filter: { a: "b c", d: 1 } }).query).toBe(text);
  });

  it("explodes in the style form unless it is said otherwise, and keeps the order of the spec", () => {
    const parameters = [
      { name: "b", in: "query" },
      { name: "a", in: "query" },
    ];
    expect(encode("/paint", { parameters }, { a: true, b: [1, 2] }).query).toBe("b=1&b=2&a=true");
  });

  it("escapes all but unreserved characters, those that separate items too", () => {
    const parameters = [{ name: "a b", in: "query", explode: false }];
    expect(encode("/paint", { parameters }, { "a b": ["x,y", "(é)"] }).query).toBe("a%20b=x%2Cy,%28%C3%A9%29");
  });

  it("leaves reserved characters where the spec allows them", () => {
    const parameters = [{ name: "at", in: "query", allowReserved: true }];
    expect(encode("/paint", { parameters }, { at: "/a?b" }).query).toBe("at=/a?b");
  });

  it("is left out where it is an empty list", () => {
    const parameters = [{ name: "ids", in: "query", explode: false }];
    expect(encode("/paint", { parameters }, { ids: [] }).query).toBe("");
  });

  it("with a media type is written in it", () => {
    const parameters = [{ name: "at", in: "query", content: { "application/json": {} } }];
    expect(encode("/paint", { parameters }, { at: { x: 1 } }).query).toBe("at=%7B%22x%22%3A1%7D");
  });
});

it("writes headers in lower case and cookies as pairs", () => {
  const parameters = [
    { name: "X-Ids", in: "header" },
    { name: "tint", in: "cookie" },
  ];
  const { headers, cookie } = encode("/paint", { parameters }, { "X-Ids": ["a b", "c"], tint: "a;b" });
  expect(headers).toEqual({ "x-ids": "a b,c" });
  expect(cookie).toBe("tint=a%3Bb");
});

it("tells names apart that stand in several places", () => {
  const parameters = [
    { name: "id", in: "path", required: true },
    { name: "id", in: "query" },
    { name: "tag", in: "query" },
    { name: "tag", in: "header" },
    { name: "body", in: "query" },
  ];
  const args = { id: "1", "query.id": "2", tag: "3", "header.tag": "4", "query.body": "5" };
  const { path, query, headers } = encode("/paint/{id}", { parameters }, args);
  expect([path, query, headers]).toEqual(["/paint/1", "id=2&tag=3&body=5", { tag: "4" }]);
});

it("takes the body as it is, with the media type that the spec names", () => {
  const requestBody = { content: { "application/merge-patch+json": {} } };
  expect(encode("/paint", { requestBody }, { body: [1] })).toMatchObject({
    mediaType: "application/merge-patch+json",
    body: { form: "json", value: [1] },
  });
  expect(encode("/paint", { requestBody }, {})).toMatchObject({ mediaType: undefined, body: undefined });
});

import { describe, expect, it } from "vitest";
import { urlencodedBody } from "../../src/bodies/urlencoded.ts";
import {
  comma,
  commaObject,
  deep,
  formObject,
  json,
  type ParameterStyle,
  reserved,
  space,
  form,
} from "../../src/styles.ts";
import { sendTo, taking } from "./support.ts";

const type = "application/x-www-form-urlencoded";

async function written(body: object, styles?: Readonly<Record<string, ParameterStyle>>): Promise<string> {
  const { headers, bytes } = await sendTo(taking({ [type]: urlencodedBody(styles) }), { body });
  expect(headers["content-type"]).toBe(type);
  return String(bytes);
}

describe("a urlencoded body", () => {
  it.each([
    ["a=x+y&b=1&c=true&d=2", { a: "x y", b: 1, c: true, d: 2n }],
    ["a+b=%3D%26%2B%25&%C3%A4=%C3%B6", { "a b": "=&+%", ä: "ö" }],
    ["c=", { a: undefined, b: null, c: "", d: [] }],
    ["a=x&a=y+z", { a: ["x", "y z"] }],
    ["a=%7B%22b%22%3A1%7D&c=%7B%22d%22%3A2%7D", { a: { b: 1 }, c: [{ d: 2 }] }],
    ["constructor=x", { __proto__: null, constructor: "x" }],
  ])("is %s", async (text, body) => {
    expect(await written(body)).toBe(text);
  });

  it.each([
    ["comma", comma, ["x", "y"], "a=x,y"],
    ["space", space, ["x", "y"], "a=x+y"],
    ["deep", deep, { b: 1, c: "d e" }, "a[b]=1&a[c]=d+e"],
    ["formObject", formObject, { b: 1, c: 2 }, "b=1&c=2"],
    ["commaObject", commaObject, { b: 1 }, "a=b,1"],
    ["json", json, ["x"], "a=%5B%22x%22%5D"],
    ["reserved", reserved(form), "/x?y", "a=/x?y"],
  ])("writes a field in the style %s", async (_, style, value, text) => {
    expect(await written({ a: value }, { a: style })).toBe(text);
  });

  it("reads back as what was written", async () => {
    const fields = { name: "Ann & Bob's (50%) ~ *", note: "line\r\nbreak" };
    expect(Object.fromEntries(new URLSearchParams(await written(fields)))).toEqual(fields);
  });
});

describe("deep objects", () => {
  it("nest, with the positions of lists", async () => {
    const value = { items: [{ price: "p" }, { price: "q", n: undefined }], at: { gte: 1 } };
    expect(await written({ a: value }, { a: deep })).toBe("a[items][0][price]=p&a[items][1][price]=q&a[at][gte]=1");
  });

  it("may be lists", async () => {
    expect(await written({ expand: ["x", "y"] }, { expand: deep })).toBe("expand[0]=x&expand[1]=y");
  });
});

import { expect, it } from "vitest";
import { bytesOf, encodeBody, type WireBody } from "../../src/openapi/body.ts";
import type { JsonObject } from "../../src/openapi/json.ts";
import type { Content } from "../../src/openapi/spec.ts";

function encode(mediaType: string, value: unknown, more: Partial<Content> = {}, document: JsonObject = {}): WireBody {
  const content: Content = { mediaType, schema: {}, itemSchema: undefined, encoding: {}, examples: new Map(), ...more };
  return encodeBody(document, content, mediaType, value);
}

const FORM = "application/x-www-form-urlencoded";

it("repeats lists in a form and writes objects as JSON, unless their encoding has a style", () => {
  const value = { a: ["x y", "z"], b: { c: 1 }, d: [{ e: 1 }], f: null };
  const plain = "a=x%20y&a=z&b=%7B%22c%22%3A1%7D&d=%7B%22e%22%3A1%7D";
  expect(encode(FORM, value)).toEqual({ form: "form", text: plain });
  const encoding = {
    a: { style: "pipeDelimited" },
    b: { style: "deepObject" },
    d: { contentType: "application/json" },
  };
  expect(encode(FORM, value, { encoding })).toEqual({
    form: "form",
    text: "a=x%20y%7Cz&b%5Bc%5D=1&d=%5B%7B%22e%22%3A1%7D%5D",
  });
});

it("makes a part of every field, and of every item of a list", () => {
  const bytes = Uint8Array.of(1, 2);
  const schema = { properties: { picture: { contentMediaType: "image/png" } } };
  const value = { name: "n", tags: ["a", "b"], more: { c: 1 }, file: bytes, picture: bytes };
  const encoding = { more: { contentType: "application/vnd.example+json" } };
  const text = (name: string, content: string): object => ({ name, filename: undefined, type: undefined, content });
  expect(encode("multipart/form-data", value, { schema, encoding })).toEqual({
    form: "multipart",
    parts: [
      text("name", "n"),
      text("tags", "a"),
      text("tags", "b"),
      { ...text("more", '{"c":1}'), type: "application/vnd.example+json" },
      { name: "file", filename: "file", type: "application/octet-stream", content: bytes },
      { name: "picture", filename: "picture", type: "image/png", content: bytes },
    ],
  });
});

it("leaves texts and bytes as they are", () => {
  expect(encode("application/xml", "<a/>")).toEqual({ form: "text", text: "<a/>" });
  expect(encode("image/png", Uint8Array.of(0))).toEqual({ form: "bytes", bytes: Uint8Array.of(0) });
});

it("writes one JSON text a line, behind a record separator in a sequence", () => {
  const written = (mediaType: string): unknown => bytesOf(encode(mediaType, [{ a: 1 }, 2]), mediaType).bytes;
  expect(written("application/jsonl")).toBe('{"a":1}\n2\n');
  expect(written("application/json-seq")).toBe('\u001E{"a":1}\n\u001E2\n');
});

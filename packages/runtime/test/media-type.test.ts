import { expect, it } from "vitest";
import { isJson, isText, mediaTypeOf } from "../src/media-type.ts";

it.each([
  ["application/json", "application/json"],
  ["Application/JSON; charset=UTF-8", "application/json"],
  [" text/html ;x=1", "text/html"],
  [undefined, ""],
])("the media type of %j is %j", (type, expected) => {
  expect(mediaTypeOf(new Response(null, { headers: type === undefined ? {} : { "content-type": type } }))).toBe(
    expected,
  );
});

it.each([
  ["application/json", true, false],
  ["application/problem+json", true, false],
  ["application/jsonl", false, false],
  ["text/plain", false, true],
  ["", false, false],
])("%j is JSON: %s, is text: %s", (type, json, text) => {
  expect([isJson(type), isText(type)]).toEqual([json, text]);
});

import { expect, test } from "vitest";

import {
  dereference,
  escapeToken,
  joinPointer,
  parsePointer,
  resolvePointer,
  resolveRef,
  unescapeToken,
} from "../../generate/load/pointer.ts";

test("a token with slashes and tildes comes back as it was", () => {
  expect(escapeToken("/users/{id}~1")).toBe("~1users~1{id}~01");
  expect(unescapeToken("~1users~1{id}~01")).toBe("/users/{id}~1");
});

test("the tokens of a pointer are those it was joined of", () => {
  const pointer = joinPointer("", "paths", "/a~b", "get", "parameters", 0);
  expect(pointer).toBe("/paths/~1a~0b/get/parameters/0");
  expect(parsePointer(pointer)).toEqual(["paths", "/a~b", "get", "parameters", "0"]);
  expect(parsePointer("")).toEqual([]);
});

test("a pointer finds values in objects and lists, the empty key and null included", () => {
  const document = { list: [{ a: null }], "": { "": 1 } };
  expect(resolvePointer(document, "/list/0/a")).toBeNull();
  expect(resolvePointer(document, "//")).toBe(1);
  expect(resolvePointer(document, "")).toBe(document);
});

test("a pointer finds own fields and plain indexes only", () => {
  expect(resolvePointer({}, "/constructor")).toBeUndefined();
  expect(resolvePointer({}, "/__proto__/toString")).toBeUndefined();
  expect(resolvePointer([1], "/length")).toBeUndefined();
  expect(resolvePointer([1], "/00")).toBeUndefined();
  expect(resolvePointer([1], "/-1")).toBeUndefined();
});

test("a reference is followed through a chain, percent-encoding and escapes to where its value stands", () => {
  const document = { a: { $ref: "#/b" }, b: { $ref: "#/paths/~1x~1%7Bid%7D" }, paths: { "/x/{id}": { get: {} } } };
  expect(resolveRef(document, "#/a")).toEqual({ ok: true, value: { get: {} }, pointer: "/paths/~1x~1{id}" });
  expect(dereference(document, document.a, "/a")?.pointer).toBe("/paths/~1x~1{id}");
  expect(dereference(document, { type: "string" }, "/c")).toEqual({ value: { type: "string" }, pointer: "/c" });
});

test.each([
  ["./other.yaml#/a", "external", "./other.yaml#/a"],
  ["#anchor", "malformed", "#anchor"],
  ["#/%E0%A4%A", "malformed", "#/%E0%A4%A"],
  ["#/nothing", "missing", "#/nothing"],
  ["#/toNothing", "missing", "#/nothing"],
  ["#/x", "cycle", "#/x"],
])("the reference %s fails as %s", (ref, reason, at) => {
  const document = { toNothing: { $ref: "#/nothing" }, x: { $ref: "#/y" }, y: { $ref: "#/x" } };
  expect(resolveRef(document, ref)).toEqual({ ok: false, reason, ref: at });
});

test("a field called $ref that holds no text is no reference", () => {
  const document = { properties: { $ref: { type: "string" } } };
  expect(resolveRef(document, "#/properties")).toMatchObject({ ok: true, pointer: "/properties" });
});

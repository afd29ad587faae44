import { expect, test } from "vitest";
import { startMock, violations } from "../src/index.ts";
import { document, json, send, use } from "./helpers.ts";

const read = (value?: string): unknown =>
  violations({ headers: new Headers(value === undefined ? {} : { "sl-violations": value }) });

test("an exchange that agrees with the spec has no violations", () => {
  expect(read()).toEqual([]);
});

test("an entry is typed, its code a text, and may have no code", () => {
  const entries = [
    { location: ["request"], severity: "Error", code: 415, message: "a" },
    { location: ["response", "body"], severity: "Warning", message: "b" },
  ];
  expect(read(JSON.stringify(entries))).toEqual([
    { location: ["request"], severity: "Error", code: "415", message: "a" },
    { location: ["response", "body"], severity: "Warning", message: "b" },
  ]);
});

test("a header that is no list at all is one violation", () => {
  expect(read("oops")).toEqual([{ location: [], severity: "Error", message: "oops" }]);
});

test("of a header that Prism cut, the whole entries are read", async () => {
  const parameters = [
    { name: "short", in: "query", schema: { enum: ["},{"] } },
    { name: "long", in: "query", schema: { enum: ["x".repeat(9000)] } },
  ];
  const mock = await use(
    startMock(document({ "/a": { get: { parameters, responses: { 200: json({}), 422: json({}) } } } })),
  );
  const answer = await send(mock.origin, "/a?short=1&long=1");
  expect(answer.headers.get("sl-violations")).toMatch(/^Too many violations!/);
  expect(mock.violations(answer)).toMatchObject([{ location: ["request", "query", "short"], code: "enum" }]);
});

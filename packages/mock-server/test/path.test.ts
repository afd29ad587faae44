import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { document, json, parse, send, use } from "./helpers.ts";

const parameter = (name: string, schema: object, style = "simple"): object => ({
  name,
  in: "path",
  required: true,
  style,
  schema,
});
const get = (...parameters: object[]): object => ({
  get: { parameters, responses: { 200: json("ok"), 422: json({}) } },
});
const integers = { type: "array", items: { type: "integer" } };
const spec = document({
  "/lists/{ids}": get(parameter("ids", integers)),
  "/objects/{o}": get(parameter("o", { type: "object", required: ["a"], properties: { a: { type: "integer" } } })),
  "/labels/{l}": get(parameter("l", integers, "label")),
  "/matrices/{m}": get(parameter("m", integers, "matrix")),
  "/texts/{text}": get(parameter("text", { type: "string", maxLength: 5 })),
  "/cells({row},{column})": get(parameter("row", { type: "integer" }), parameter("column", { type: "string" })),
});

test.each(["/lists/1,2", "/lists/1", "/objects/a,1", "/labels/.1,2", "/matrices/;m=1,2"])(
  "%s is a valid path with a list, where Prism would crash",
  async (target) => {
    const mock = await use(startMock(spec));
    expect((await send(mock.origin, target)).text).toBe('"ok"');
  },
);

test("the items of a list in the path are validated", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/lists/1,two");
  expect(answer.status).toBe(422);
  expect(mock.violations(answer)).toMatchObject([{ location: ["request", "path", "ids", "1"], code: "type" }]);
});

test("an escaped comma in the path separates nothing", async () => {
  const mock = await use(startMock(spec));
  expect((await send(mock.origin, "/lists/1%2C2")).status).toBe(422);
});

test("a text in the path may hold a comma", async () => {
  const mock = await use(startMock(spec));
  expect((await send(mock.origin, "/texts/a,b")).status).toBe(200);
  expect((await send(mock.origin, "/texts/a,b,c,d")).status).toBe(422);
});

test("a path template may hold a comma", async () => {
  const mock = await use(startMock(spec));
  expect((await send(mock.origin, "/cells(1,b)")).status).toBe(200);
  expect(mock.violations(await send(mock.origin, "/cells(a,b)"))).toMatchObject([
    { location: ["request", "path", "row"] },
  ]);
});

test("a percent sign that begins no escape is answered 400, where Prism would crash", async () => {
  const mock = await use(startMock(spec));
  const answer = await send(mock.origin, "/texts/%zz");
  expect(answer.status).toBe(400);
  expect(parse(answer)).toMatchObject({ type: "urn:mock-server:malformed-path" });
  expect(mock.violations(answer)).toMatchObject([{ location: ["request", "path"] }]);
});

test("a path that begins with two slashes does not lose its first segment", async () => {
  const mock = await use(startMock(spec));
  expect((await send(mock.origin, "//lists/1")).status).toBe(404);
});

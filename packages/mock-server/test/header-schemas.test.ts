import { expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { collectReports, document, json, send, use } from "./helpers.ts";

const list = { type: "array", items: { type: "string" } };
const components = {
  schemas: { List: list },
  parameters: { Tags: { name: "x-tags", in: "header", schema: { $ref: "#/components/schemas/List" } } },
  headers: { Options: { schema: { type: "object" }, example: { a: 1 } } },
};
const headers = {
  "x-list": { schema: list, example: ["a", "b"] },
  "x-options": { $ref: "#/components/headers/Options" },
};
const spec = document(
  {
    "/in": { parameters: [{ $ref: "#/components/parameters/Tags" }], get: { responses: { 200: json("ok") } } },
    "/out": { get: { responses: { 200: { ...json("ok"), headers } } } },
  },
  { components },
);

test("a header parameter of type array may be absent, where Prism would crash", async () => {
  const mock = await use(startMock(spec, { onReport: () => undefined }));
  expect((await send(mock.origin, "/in")).text).toBe('"ok"');
  expect((await send(mock.origin, "/in", { headers: ["X-Tags", "a,b"] })).text).toBe('"ok"');
});

test("a response header of type array is mocked as text, where Prism would crash", async () => {
  const mock = await use(startMock(spec, { onReport: () => undefined }));
  const answer = await send(mock.origin, "/out");
  expect(answer.status).toBe(200);
  expect(answer.headers.get("x-list")).toBe("a,b");
  expect(answer.headers.get("x-options")).toBe("string");
});

test("what is no longer validated is reported once", async () => {
  const reports = collectReports();
  await use(startMock(spec, { onReport: reports.onReport }));
  expect(reports.all).toHaveLength(1);
  expect(reports.all[0]?.kind).toBe("simplified");
  expect(reports.all[0]?.message).toContain("x-tags, Options, x-list");
});

test("a document without such headers is not reported on", async () => {
  const reports = collectReports();
  await use(startMock(document({ "/a": { get: { responses: { 200: json("ok") } } } }), { onReport: reports.onReport }));
  expect(reports.all).toEqual([]);
});

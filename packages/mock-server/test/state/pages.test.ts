import { expect, test } from "vitest";
import { startMock, type Mock } from "../../src/index.ts";
import { document, json, send, use } from "../helpers.ts";

const query = (name: string, schema: object): object => ({ name, in: "query", schema });
const rows = [1, 2, 3, 4, 5].map((id) => ({ id }));

/** A mock of a list of five, by this pagination. */
async function start(pagination: object, next?: unknown, ofNext: object = { type: ["string", "null"] }): Promise<Mock> {
  const schema = { type: "object", properties: { rows: { type: "array", items: { type: "object" } }, next: ofNext } };
  const operation = {
    operationId: "list",
    "x-sdk-resource": { name: "row", role: "list", id: "id", items: "$response.body#/rows" },
    "x-sdk-pagination": { items: "$response.body#/rows", size: { parameter: "limit", best: 10 }, ...pagination },
    parameters: [query("at", {}), query("limit", { type: "integer", default: 2 })],
    responses: { 200: json({ rows, ...(next === undefined ? {} : { next }) }, schema) },
  };
  return use(startMock(document({ "/rows": { get: operation } }), { stateful: true }));
}

interface Page {
  readonly ids: readonly unknown[];
  readonly next: unknown;
}

async function ask(mock: Mock, target: string): Promise<Page> {
  const answer = await send(mock.origin, target);
  expect(mock.violations(answer)).toEqual([]);
  const { rows: found, next } = JSON.parse(answer.text) as { rows: readonly { id: unknown }[]; next: unknown };
  return { ids: found.map(({ id }) => id), next };
}

test("a mark leads to the next page, and none is given after the last", async () => {
  const mock = await start({ style: "cursor", position: "at", next: "$response.body#/next" }, "mark-01");
  const first = await ask(mock, "/rows");
  expect(first).toEqual({ ids: [1, 2], next: "mark-02" });
  expect(await ask(mock, "/rows?at=mark-02&limit=2")).toEqual({ ids: [3, 4], next: "mark-04" });
  expect(await ask(mock, "/rows?at=mark-04&limit=2")).toEqual({ ids: [5], next: null });
  expect(await ask(mock, "/rows?limit=9")).toEqual({ ids: [1, 2, 3, 4, 5], next: null });
  expect(await ask(mock, "/rows?at=other")).toEqual({ ids: [], next: null });
});

test("a mark that cannot be null is left out after the last page", async () => {
  const mock = await start({ style: "cursor", position: "at", next: "$response.body#/next" }, "a", { type: "string" });
  expect(await ask(mock, "/rows?limit=4")).toEqual({ ids: [1, 2, 3, 4], next: "a-4" });
  expect(await ask(mock, "/rows?at=a-4")).toEqual({ ids: [5], next: undefined });
});

test("pages are counted from the first one, and as large as the document says where no size is asked for", async () => {
  const mock = await start({ style: "page", position: "at", first: 1 });
  expect((await ask(mock, "/rows")).ids).toEqual([1, 2]);
  expect((await ask(mock, "/rows?at=3")).ids).toEqual([5]);
  expect((await ask(mock, "/rows?at=2&limit=3")).ids).toEqual([4, 5]);
});

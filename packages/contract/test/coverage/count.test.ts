import { expect, test } from "vitest";
import { count, isRed } from "../../src/coverage/count.ts";
import type { Tried } from "../../src/coverage/tried.ts";
import { allTried, cellsOf, sample } from "./sample.ts";

const responses = {
  200: { content: { "application/json": { examples: { none: { value: [] }, two: { value: [1, 2] } } } } },
};
const document = sample(responses);
const cells = cellsOf(document);
const tried = allTried(cells);

/** The tries of the first cell's first example, changed. */
function changed(change: Partial<Tried>): Tried[] {
  return tried.map((each, index) => (index === 0 ? { ...each, ...change } : each));
}

test("a cell is covered when every example of it has passed, and Prism has judged the exchange", () => {
  expect(count(cells, tried).map(({ state }) => state)).toEqual(["covered", "covered"]);
});

test("a status that is added to a spec is red until it is tested", () => {
  const more = cellsOf(sample({ ...responses, 404: {} }));
  const red = count(more, tried).filter(isRed);
  expect(red).toMatchObject([
    { status: "404", route: "mock", state: "missing", why: "no test" },
    { status: "404", route: "proxy", state: "missing", why: "no test" },
  ]);
});

test("a media type, an example, a kind of credentials that is added is red until it is tested", () => {
  const { content } = responses[200];
  const csv = { 200: { content: { ...content, "text/csv": { example: "1" } } } };
  const three = {
    200: { content: { "application/json": { examples: { none: { value: [] }, three: { value: [3] } } } } },
  };
  const security = [{ Key: [] }, { Token: [] }];
  const redOf = (more: object, around = {}): unknown[] =>
    count(cellsOf(sample(more, around)), tried)
      .filter(isRed)
      .map(({ mediaType, credentials, why }) => `${mediaType} ${credentials}: ${why ?? ""}`);
  expect(redOf(csv)).toEqual(Array(2).fill('text/csv key: no test of "example"'));
  expect(redOf(three)).toEqual(Array(2).fill('application/json key: no test of "three"'));
  expect(redOf(responses, { security })).toEqual(Array(2).fill('application/json token: no test of "none"'));
});

test("a kind of credentials that is no longer tested leaves its cells red", () => {
  const both = cellsOf(sample(responses, { security: [{ Key: [] }, { Token: [] }] }));
  const dropped = allTried(both).filter(({ cell }) => cell.credentials !== "token");
  const red = count(both, dropped).filter(isRed);
  expect(red.map(({ credentials, route }) => `${credentials} ${route}`)).toEqual(["token mock", "token proxy"]);
});

test("one example that failed or was skipped leaves the cell red", () => {
  expect(count(cells, changed({ state: "failed" }))[0]).toMatchObject({
    state: "failed",
    why: 'the test of "none" failed',
  });
  const skipped = { state: "skipped", why: 'the test of "none" was skipped, and the ledger says nothing of it' };
  expect(count(cells, changed({ state: "skipped" }))[0]).toMatchObject(skipped);
});

test("a test that passed without saying who judged the exchange covers nothing", () => {
  const silent = tried.map(({ cell, example, state }) => ({ cell, example, state }));
  expect(count(cells, silent).every(isRed)).toBe(true);
});

test("a check of our own covers a cell as well, but is told from Prism with its reason", () => {
  const judgement = { by: "own check", why: "it puts a mock in the place of a 501" } as const;
  expect(count(cells, changed({ judgement }))[0]).toMatchObject({ state: "own check", why: judgement.why });
});

test("an answer without an example cannot be covered", () => {
  const bare = cellsOf(sample({ 200: { content: { "a/b": {} } } }));
  expect(count(bare, allTried(bare))[0]).toMatchObject({ state: "missing", examples: [] });
});

import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { count, isRed } from "../../src/coverage/count.ts";
import { forgetPart, readParts, WHOLE, writePart } from "../../src/coverage/part.ts";
import { allTried, cellsOf, sample } from "./sample.ts";

const cells = cellsOf(sample({ 200: { content: { "application/json": { example: [] } } } }));
const [byMock = [], throughProxy = []] = ["mock", "proxy"].map((route) =>
  allTried(cells).filter(({ cell }) => cell.route === route),
);
const others = { wrongExamples: [], beyondReach: [] };

function newFolder(): URL {
  return pathToFileURL(`${mkdtempSync(join(tmpdir(), "parts-"))}/`);
}

test("shards cover together what none of them covers alone", () => {
  const folder = newFolder();
  writePart(folder, { ...others, shard: { index: 1, count: 2 }, tried: byMock });
  expect(readParts(folder).missing).toEqual([{ index: 2, count: 2 }]);
  expect(count(cells, readParts(folder).tried).filter(isRed)).toHaveLength(1);
  writePart(folder, { ...others, shard: { index: 2, count: 2 }, tried: throughProxy });
  expect(readParts(folder).missing).toEqual([]);
  expect(count(cells, readParts(folder).tried).filter(isRed)).toEqual([]);
});

test("a run forgets what it had left before, and what was shared out otherwise", () => {
  const folder = newFolder();
  writePart(folder, { ...others, shard: WHOLE, tried: byMock });
  forgetPart(folder, { index: 1, count: 2 });
  expect(readParts(folder).missing).toBeUndefined();
  for (const index of [1, 2]) writePart(folder, { ...others, shard: { index, count: 2 }, tried: [] });
  forgetPart(folder, { index: 1, count: 2 });
  expect(readdirSync(folder)).toEqual(["2-of-2.json"]);
});

test("where nothing was run there is nothing to be missed yet", () => {
  expect(readParts(new URL("none/", newFolder()))).toEqual({ tried: [], missing: undefined });
});

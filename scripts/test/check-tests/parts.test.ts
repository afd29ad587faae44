import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { parse } from "yaml";
import { root } from "../../bin.ts";
import { partOf, readPart, testedPackages } from "../../check-tests/parts.ts";
import { folderWith } from "../support/folder.ts";

const all = [
  { name: "a", tests: 5 },
  { name: "b", tests: 1 },
  { name: "c", tests: 3 },
  { name: "d", tests: 3 },
];

test("each package is in one part, and the parts weigh alike", () => {
  expect([1, 2].map((number) => partOf(all, { number, of: 2 }))).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("one part is all of it, and of more parts than packages some are empty", () => {
  expect(partOf(all, { number: 1, of: 1 }).toSorted()).toEqual(["a", "b", "c", "d"]);
  expect(partOf(all, { number: 5, of: 5 })).toEqual([]);
});

test("a part is written as its number and how many there are", () => {
  expect(readPart([])).toEqual({ number: 1, of: 1 });
  expect(readPart(["2/3"])).toEqual({ number: 2, of: 3 });
  for (const wrong of [["0/3"], ["4/3"], ["three"], ["1/3", "2/3"]]) expect(readPart(wrong)).toContain("is no part");
});

test("a package is tested if it has a folder of tests, and every package of this repository that has a script for it", () => {
  const folder = folderWith({
    "packages/a/package.json": '{ "name": "@acme/a" }',
    "packages/a/test/deep/one.test.ts": "",
    "packages/a/test/help.ts": "",
    "packages/b/package.json": '{ "name": "@acme/b" }',
    "scripts/package.json": '{ "name": "@acme/scripts" }',
  });
  expect(testedPackages(folder)).toEqual([{ name: "@acme/a", tests: 1 }]);
  expect(
    testedPackages(root)
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(withTestScript().toSorted());
});

/** What the workspace says it consists of, as far as there is something to test. */
function withTestScript(): string[] {
  const { packages } = parse(readFileSync(join(root, "pnpm-workspace.yaml"), "utf8")) as { packages: string[] };
  return globSync(packages, { cwd: root }).flatMap((folder) => {
    const text = readFileSync(join(root, folder, "package.json"), "utf8");
    const { name, scripts } = JSON.parse(text) as { name: string; scripts?: { test?: string } };
    return scripts?.test === undefined ? [] : [name];
  });
}

import { randomBytes } from "node:crypto";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../bin.ts";
import { bundleFile, WEIGHED } from "../../size/bundles.ts";
import { tooHeavy, weigh, writeLimits } from "../../size/weigh.ts";
import { folderWith } from "../support/folder.ts";

/** Bundles of so many bytes that do not shrink. */
function bundles(bytes: number): Record<string, string> {
  return Object.fromEntries(WEIGHED.map((name) => [bundleFile(name), randomBytes(bytes).toString("latin1")]));
}

/** A package in a repository that has the tool. */
function packageWith(files: Readonly<Record<string, string>>): string {
  const folder = folderWith({
    "package.json": JSON.stringify({ devDependencies: { "@size-limit/file": "*" } }),
    "packages/shop/package.json": JSON.stringify({ name: "shop" }),
    ...Object.fromEntries(Object.entries(files).map(([file, text]) => [`packages/shop/${file}`, text])),
  });
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  return join(folder, "packages/shop");
}

test("limits are what the bundles weigh and a little more", async () => {
  const home = packageWith({ ...bundles(1000) });
  await writeLimits(home);
  const weights = await weigh(home);
  expect(tooHeavy(home, weights)).toEqual([]);
  for (const { size, sizeLimit } of weights) expect(sizeLimit / size).toBeLessThan(1.04);
});

test("a bundle that has grown is too heavy, and told by how much", async () => {
  const limits = WEIGHED.map((name) => ({ name, path: bundleFile(name), limit: "300 B", gzip: true }));
  const home = packageWith({ ...bundles(1000), ".size-limit.json": JSON.stringify(limits) });
  const problems = tooHeavy(home, await weigh(home));
  expect(problems).toHaveLength(WEIGHED.length);
  expect(problems[0]).toMatch(/^one call: \d+ bytes, of 300 that it may have$/);
});

test("a bundle without a limit is no bundle within its limit", async () => {
  const limits = [{ name: "one call", path: bundleFile("one call"), limit: "1 MB", gzip: true }];
  const home = packageWith({ ...bundles(10), ".size-limit.json": JSON.stringify(limits) });
  expect(tooHeavy(home, await weigh(home))).toEqual([
    ".size-limit.json has no limit for one call with sign-in",
    ".size-limit.json has no limit for the whole client",
  ]);
});

test("a package without limits says what to run", async () => {
  await expect(weigh(packageWith({}))).rejects.toThrow("pnpm size --update");
});

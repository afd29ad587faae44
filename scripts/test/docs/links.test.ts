import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { afterEach, beforeEach, expect, test } from "vitest";
import { linkFaults } from "../../docs/links.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "links-"));
});
afterEach(() => rmSync(root, { recursive: true }));

/** What is wrong with the page `docs/page.md`, beside a file that it may lead to. */
function faultsOf(page: string): string[] {
  const files = {
    "docs/page.md": page,
    "packages/shop/README.md": "# Shop\n\n## `x-shop` and more\n\n## Twice\n\n## Twice\n",
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(root, dirname(file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return linkFaults(root, ["docs/page.md"]);
}

test.each([
  "../packages/shop/README.md",
  "../packages/shop/README.md#shop",
  "../packages/shop#x-shop-and-more",
  "../packages/shop#readme",
  "../packages/shop/README.md#twice-1",
  "#page",
  "https://github.com/vendor-sdks/vendor-sdks/blob/main/packages/shop/README.md#shop",
  "https://elsewhere.example.com/missing#at-all",
  "mailto:ann@example.com",
])("is content with a link to %s", (href) => {
  expect(faultsOf(`# Page\n\nSee [this](${href}).\n`)).toEqual([]);
});

test("names the place of a link to a file that is not there", () => {
  expect(faultsOf("# Page\n\nSee\n\n| a |\n| --- |\n| [this](missing.md) |\n")).toEqual([
    "docs/page.md:7 leads to missing.md, which is not there",
  ]);
});

test.each([
  ["../packages/shop/README.md#toys", "packages/shop/README.md"],
  ["../packages/shop/README.md#twice-2", "packages/shop/README.md"],
  ["#shop", "docs/page.md"],
])("names a link to %s, a heading that is not there", (href, page) => {
  expect(faultsOf(`# Page\n\n[this](${href})\n`)).toEqual([
    `docs/page.md:3 leads to ${href}, and ${page} has no such heading`,
  ]);
});

test("names a link of a published page that leads into the repository, to nothing", () => {
  const href = "https://github.com/vendor-sdks/vendor-sdks/tree/main/packages/toys";
  expect(faultsOf(`[this](${href})`)).toEqual([`docs/page.md:1 leads to ${href}, which is not there`]);
});

test("takes no link in code for one", () => {
  expect(faultsOf("`[this](missing.md)`\n\n```\n[this](missing.md)\n```\n")).toEqual([]);
});

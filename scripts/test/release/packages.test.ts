import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Built } from "../../release/build.ts";
import { packageRows, type PackageStages } from "../../release/rows/packages.ts";
import { runRow } from "../../release/rows/row.ts";
import { folderWith } from "../support/folder.ts";
import { tarballOf } from "../support/tarball.ts";

const SHOP = { name: "@x/shop", version: "1.0.0", folder: "shop" };

const PLAIN = {
  "package.json": JSON.stringify({ name: "@x/shop" }),
  LICENSE: "Be kind.\n",
  "THIRD-PARTY-NOTICES.md": "",
};

async function row(check: string, files: Readonly<Record<string, string>>, again = files) {
  const folder = folderWith({ LICENSE: "Be kind.\n", "packages/shop/THIRD-PARTY-NOTICES.md": "" });
  const built = (list: Readonly<Record<string, string>>): Built => ({
    folder,
    packages: [SHOP],
    tarballs: [{ name: SHOP.name, file: tarballOf(list) }],
  });
  const published = join(folderWith({}), "published.tgz");
  const first = built(files);
  cpSync(first.tarballs[0]!.file, published);
  const stages: PackageStages = {
    first: () => Promise.resolve(first),
    second: () => Promise.resolve(built(again)),
    published: () => Promise.resolve([{ name: SHOP.name, file: published }]),
    size: () => Promise.reject(new Error("not weighed")),
    verify: () => Promise.reject(new Error("not verified")),
  };
  const rows = packageRows(SHOP, "/nowhere", { spec: false, size: false }, stages);
  return runRow(rows.find((each) => each.check === check)!);
}

test("two builds with the same bytes are told so", async () => {
  expect(await row("reproducible", PLAIN)).toMatchObject({ verdict: "passed" });
});

test("a build that gives something else the second time fails, with the file and the place", async () => {
  const dated = { ...PLAIN, "README.md": "Shop\n\nbuilt at 10:01\n" };
  const { verdict, detail } = await row("reproducible", dated, { ...dated, "README.md": "Shop\n\nbuilt at 10:02\n" });
  expect(verdict).toBe("failed");
  expect(detail).toBe(
    'README.md:3:14 is "built at 10:01" in the published one, and "built at 10:02" in the second build',
  );
});

test("a licence that is not the repository's is found", async () => {
  const { verdict, detail } = await row("licences", { ...PLAIN, LICENSE: "All rights reserved." });
  expect({ verdict, detail }).toEqual({
    verdict: "failed",
    detail: "LICENSE in the package is not LICENSE of the repository",
  });
});

test("a package without its notices is found", async () => {
  const { "THIRD-PARTY-NOTICES.md": _, ...bare } = PLAIN;
  expect(await row("licences", bare)).toMatchObject({ verdict: "failed" });
});

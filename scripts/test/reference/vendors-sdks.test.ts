import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { root } from "../../bin.ts";
import operations from "./fixtures/vendors-sdks.json" with { type: "json" };

// What the vendors' own SDKs document, each operation by its name there and by its request, has a page here.

const documented = Object.entries(operations).flatMap(([service, sdks]) =>
  Object.entries(sdks).flatMap(([sdk, each]) =>
    Object.entries(each as Readonly<Record<string, string>>).map(([name, request]) => ({
      service,
      sdk,
      name,
      request,
    })),
  ),
);

test("the list of operations is whole", () => {
  expect(documented).toHaveLength(39);
});

test.each(documented)("$sdk: $name has a page, with all that is to be known of it", ({ service, name, request }) => {
  const docs = join(root, "packages", service, "docs");
  const index = readFileSync(join(docs, "README.md"), "utf8");
  const row = index.split("\n").find((line) => line.includes(`| \`${request}\` |`)) ?? "";
  const [, id = "", file = ""] = /\[(\w+)\]\((operations\/[^)]+)\)/.exec(row) ?? [];
  expect(`${id}: ${row}`.toLowerCase()).toContain(camelCase(name).toLowerCase());
  const page = readFileSync(join(docs, file), "utf8");
  expect(page).toContain(`# ${id}\n`);
  expect(page).toContain(`\`${request}\``);
  for (const section of ["Example", "Arguments", "Returns", "Authorization", "HTTP", "Retries", "Source"])
    expect(page).toContain(`\n## ${section}\n`);
  for (const [, model = ""] of page.matchAll(/\]\(\.\.\/(models\/[^)]+)\)/g))
    expect(existsSync(join(docs, model))).toBe(true);
});

function camelCase(name: string): string {
  return name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

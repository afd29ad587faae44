import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { root } from "../../bin.ts";
import { documented, plainName } from "./documented.ts";

// What the vendors' own SDKs document, each operation by its name there and by its request, has a page here that says no less.

test("the list of operations is whole", () => {
  expect(documented).toHaveLength(39);
});

test.each(documented)("$sdk: $name has a page, with all that is to be known of it", ({ service, name, request }) => {
  const { id, docs, page } = pageOf(service, request);
  expect(plainName(id)).toBe(plainName(name));
  expect(page).toContain(`# ${id}\n`);
  expect(page).toContain(`\`${request}\``);
  for (const section of ["Example", "Arguments", "Returns", "Authorization", "HTTP", "Retries", "Source"])
    expect(page).toContain(`\n## ${section}\n`);
  for (const [, model = ""] of page.matchAll(/\]\(\.\.\/(models\/[^)]+)\)/g))
    expect(existsSync(join(docs, model))).toBe(true);
});

test.each(documented)("$sdk: $name has its arguments, its answer and its statuses on the page", (operation) => {
  const { page } = pageOf(operation.service, operation.request);
  const known = [...page.matchAll(/^\| `([^`]+)` \| (?:path|query|header|cookie)/gm)].map(([, name = ""]) =>
    plainName(name),
  );
  const others = operation.arguments.filter((name) => !known.includes(plainName(name)));
  expect(others).toHaveLength(page.includes("\n### Body\n") ? 1 : 0);
  const returns = /\n## Returns\n\n(.*)\n/.exec(page)?.[1] ?? "";
  const model = operation.returns?.replace("[]", "") ?? "undefined";
  expect(returns).toContain(operation.returns === null ? "`undefined`" : `[${model}](../models/${model}.md)`);
  for (const status of operation.statuses)
    expect(page).toContain(`\n| ${status === "default" ? "any other" : `\`${status}\``} | `);
});

function pageOf(
  service: string,
  request: string,
): { readonly id: string; readonly docs: string; readonly page: string } {
  const docs = join(root, "packages", service, "docs");
  const index = readFileSync(join(docs, "README.md"), "utf8");
  const row = index.split("\n").find((line) => line.includes(`| \`${request}\` |`)) ?? "";
  const [, id = "", file = ""] = /\[(\w+)\]\((operations\/[^)]+)\)/.exec(row) ?? [];
  return { id, docs, page: readFileSync(join(docs, file), "utf8") };
}

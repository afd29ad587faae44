import { expect, test } from "vitest";
import { blocksOf } from "../../docs/blocks.ts";
import { copyFaults } from "../../docs/copies.ts";

const SOURCE = "```ts\nf(1);\n```\n\n```text\n1\n```\n";

function faultsOf(page: string): string[] {
  return copyFaults([...blocksOf("README.md", SOURCE), ...blocksOf("page.md", page)]);
}

test("an example that says which page it is taken from stands there as it is, with what it prints", () => {
  expect(faultsOf(`<!-- as in README.md -->\n\n${SOURCE}`)).toEqual([]);
  expect(faultsOf(SOURCE.replace("f(1)", "f(2)"))).toEqual([]);
});

test.each([
  ["another line", SOURCE.replace("f(1)", "f(2)"), "README.md"],
  ["another output", SOURCE.replace("text\n1", "text\n2"), "README.md"],
  ["no output", SOURCE.replace(/```text[^]*/, ""), "README.md"],
  ["a page that is not there", SOURCE, "GONE.md"],
])("%s is told with its place", (_, text, from) => {
  expect(faultsOf(`<!-- as in ${from} -->\n\n${text}`)).toEqual([
    `page.md:4 is no example of ${from}: take it over from there as it is`,
  ]);
});

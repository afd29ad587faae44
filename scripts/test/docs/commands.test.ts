import { expect, test } from "vitest";
import { commandFaults } from "../../docs/commands.ts";
import { folderWith } from "../support/folder.ts";

function faultsOf(page: string): string[] {
  const root = folderWith({
    "package.json": JSON.stringify({ scripts: { generate: "node generate.ts" } }),
    "page.md": page,
  });
  return commandFaults(root, ["page.md"]);
}

test("a command that a page names is a script, or one of pnpm's own", () => {
  expect(faultsOf("Run `pnpm generate shop`, and then `pnpm exec vitest`.\n\n```sh\npnpm generate\n```\n")).toEqual([]);
  expect(faultsOf("What pnpm makes of it, no command says.\n\n```text\npnpm gone\n```\n")).toEqual([]);
});

test("one that is neither is told with its place", () => {
  const page =
    "# Page\n\nRun `pnpm generated`.\n\n| a |\n| --- |\n| `pnpm run gone --all` |\n\n```sh\npnpm docs:gone # now\n```\n";
  expect(faultsOf(page)).toEqual([
    "page.md:3 says pnpm generated, which package.json has no script for",
    "page.md:7 says pnpm run gone, which package.json has no script for",
    "page.md:9 says pnpm docs:gone, which package.json has no script for",
  ]);
});

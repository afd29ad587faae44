import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";
import { pagesIn } from "../../scripts/docs/page-files.ts";
import { contentsOf, summariesOf } from "../.vitepress/contents.ts";
import { untold, writeLlms } from "../.vitepress/llms.ts";
import { repositoryWith } from "./repository.ts";

/** What programs read of a repository whose guide says this, and where it lies. */
function writtenOf(guide: string): { readonly read: (file: string) => string; readonly out: string } {
  const root = repositoryWith({ "docs/guides/quick-start.md": guide });
  const pages = new Set(pagesIn(root));
  const contents = contentsOf(root, pages);
  const out = join(root, "out");
  const about = { name: "toys", description: "Clients for toys", address: "/toys/" };
  const text = "# Try trains\n\nStart [the mock](../../packages/train/README.md).\n";
  const made = [{ page: "docs/explorer/train.md", summary: "Every call, on a mock.", text }];
  const site = { ...about, contents, summaries: summariesOf(root, contents, pages), made };
  writeLlms(out, { root, url: "https://github.com/acme/toys", pages }, site);
  return { read: (file) => readFileSync(join(out, file), "utf8"), out };
}

test("every page is named once, below the list that names it, and stands in full in the same order", () => {
  const { read } = writtenOf("# Quick start\n");
  expect(read("llms.txt")).toBe(
    [
      "# toys",
      "",
      "> Clients for toys",
      "",
      "## Start",
      "",
      "- [Toys](/toys/index.md): Clients for toys.",
      "- [Documentation](/toys/guides/index.md): Where all is.",
      "",
      "## Guides",
      "",
      "- [Quick start](/toys/guides/quick-start.md): the first call",
      "",
      "## Packages",
      "",
      "- [@acme/train](/toys/packages/train/index.md): Stops trains.",
      "",
      "## Explorer",
      "",
      "- [Try trains](/toys/explorer/train.md): Every call, on a mock.",
      "",
      "## @acme/train",
      "",
      "- [Reference of @acme/train](/toys/reference/train/index.md): Trains.",
      "",
      "## @acme/train: train.tracks",
      "",
      "- [stop](/toys/reference/train/operations/stop.md): Stop a train",
      "",
      "## @acme/train: Models",
      "",
      "- [Stop](/toys/reference/train/models/Stop.md): Where it stands.",
      "",
    ].join("\n"),
  );
  const addresses = (text: string): string[] =>
    [...text.matchAll(/(?:\]\(|^url: )(\/toys\/[^)\s]+)/gm)].map(([, url = ""]) => url);
  const full = read("llms-full.txt")
    .split("\n")
    .filter((line) => line.startsWith("url: "));
  expect(addresses(full.join("\n"))).toEqual(addresses(read("llms.txt")));
});

test("a page for programs has the links of the site, and no comments; code in it is as it was", () => {
  const code = "```md\n<!-- kept -->\n[a link](../README.md)\n```\n";
  const { read } = writtenOf(
    `# Quick start\n\n<!-- before\nlet x;\n-->\n\n[Guides](../README.md), [a](../../specs/train/openapi.yaml)\n\n${code}`,
  );
  expect(read("guides/quick-start.md")).toBe(
    `# Quick start\n\n[Guides](/toys/guides/index.md), [a](https://github.com/acme/toys/blob/main/specs/train/openapi.yaml)\n\n${code}`,
  );
});

test("a page that stands in no file has Markdown beside it, too, with the links of the site", () => {
  const { read } = writtenOf("# Quick start\n");
  expect(read("explorer/train.md")).toBe("# Try trains\n\nStart [the mock](/toys/packages/train/index.md).\n");
});

test("a page of the site that programs are not told of is named", () => {
  const { out } = writtenOf("# Quick start\n");
  mkdirSync(join(out, "lost"));
  for (const page of ["index", "404", "explorer/train", "lost/page"]) writeFileSync(join(out, `${page}.html`), "");
  expect(untold(out, "/toys/")).toEqual([
    "lost/page.html is not in llms.txt, which names the pages of the repository and those of made-pages.ts",
  ]);
});

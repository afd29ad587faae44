import { expect, test } from "vitest";
import { pagesIn } from "../../scripts/docs/page-files.ts";
import { contentsOf, summariesOf } from "../.vitepress/contents.ts";
import { describe as described } from "../.vitepress/describe.ts";
import { sidebarOf } from "../.vitepress/sidebar.ts";
import { repositoryWith } from "./repository.ts";

test("the lists beside pages are those of the pages of contents, a package's own beside its reference", () => {
  const root = repositoryWith();
  const sidebar = sidebarOf(contentsOf(root, new Set(pagesIn(root))));
  expect(sidebar).toMatchObject({
    "/": [
      { text: "Start" },
      { text: "Guides", items: [{ text: "Quick start", link: "/guides/quick-start.html" }] },
      { text: "Packages", items: [{ text: "train", link: "/packages/train/" }] },
    ],
    "/reference/train/": [
      { text: "@acme/train", items: [{ link: "/packages/train/" }, { link: "/reference/train/" }] },
      { text: "train.tracks", items: [{ text: "stop", link: "/reference/train/operations/stop.html" }] },
      { text: "Models", items: [{ text: "Stop", link: "/reference/train/models/Stop.html" }] },
    ],
  });
  expect(Object.keys(sidebar)).toContain("/packages/train/");
});

test("what a page tells is what its list says, or else its first sentence", () => {
  const root = repositoryWith();
  const pages = new Set(pagesIn(root));
  const summaries = summariesOf(root, contentsOf(root, pages), pages);
  expect(summaries.get("docs/guides/quick-start.md")).toBe("the first call");
  expect(summaries.get("packages/train/docs/models/Stop.md")).toBe("Where it stands.");
});

test.each([
  ["# A page\n\nIt goes on\nhere. And there.\n", { title: "A page", summary: "It goes on here." }],
  [
    "---\nlayout: page\n---\n\n# `code` of *it*\n\nAs follows:\n\n- one\n",
    { title: "code of it", summary: "As follows." },
  ],
  ["# A page\n\n- a list\n", { title: "A page", summary: "" }],
  ["# Version\n\nSince 1.2 it is so\n", { title: "Version", summary: "Since 1.2 it is so" }],
])("a page is described by its first heading and paragraph: %j", (markdown, description) => {
  expect(described(markdown)).toEqual(description);
});

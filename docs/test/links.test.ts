import { expect, test } from "vitest";
import { siteLink } from "../.vitepress/links.ts";
import { addressOf } from "../.vitepress/routes.ts";
import { repositoryWith } from "./repository.ts";

const GUIDE = "docs/guides/quick-start.md";

/** What a link of the guide is on the site. */
function linkOf(href: string): string {
  const pages = new Set([
    GUIDE,
    "README.md",
    "docs/README.md",
    "packages/train/README.md",
    "packages/train/docs/README.md",
  ]);
  return siteLink({ root: repositoryWith(), url: "https://github.com/acme/toys", pages }, GUIDE, href, addressOf);
}

test.each([
  ["../../README.md", "/"],
  ["../README.md#guides", "/guides/#guides"],
  ["quick-start.md", "/guides/quick-start.html"],
  ["../../packages/train/docs/README.md#models", "/reference/train/#models"],
  ["/packages/train/README.md", "/packages/train/"],
])("a link to the page %s is one to %s", (href, address) => {
  expect(linkOf(href)).toBe(address);
});

test("a link to a folder leads to the page that is shown for it", () => {
  expect(linkOf("../../packages/train")).toBe("/packages/train/");
  expect(linkOf("../../packages/train#readme")).toBe("/packages/train/");
});

test.each([
  ["../../specs/train/openapi.yaml#L1", "blob/main/specs/train/openapi.yaml#L1"],
  ["../../specs/train/", "tree/main/specs/train"],
  ["../../packages/train/CHANGELOG.md", "blob/main/packages/train/CHANGELOG.md"],
])("a link to %s, which is no page, leads to the repository", (href, place) => {
  expect(linkOf(href)).toBe(`https://github.com/acme/toys/${place}`);
});

test.each(["https://acme.example/page.md", "mailto:ann@acme.example", "gone.md", "#next"])(
  "the link %s stays as it is",
  (href) => {
    expect(linkOf(href)).toBe(href);
  },
);

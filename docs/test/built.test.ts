import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { expect, onTestFinished, test } from "vitest";
import { builtFaults } from "../.vitepress/built.ts";

/** What is wrong with a site below `/toys/` that has this page, beside two others. */
function faultsOf(html: string, css = ""): string[] {
  const folder = mkdtempSync(join(tmpdir(), "built-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const files = {
    "a/page.html": html,
    "index.html": '<h1 id="toys">',
    "a/next.html": '<h2 id="a b">',
    "site.css": css,
  };
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return builtFaults(folder, "/toys/");
}

test("links to pages, to places in them, and out of the site are good", () => {
  const links = [
    "/toys/",
    "/toys/#toys",
    "/toys/a/next.html#a%20b",
    "next.html",
    "#here",
    "https://acme.example/",
    "mailto:ann@acme.example",
  ];
  expect(faultsOf(`<h1 id="here">${links.map((href) => `<a class="x" href="${href}">x</a>`).join("")}`)).toEqual([]);
});

test.each([
  ["/toys/gone.html", "which is not there"],
  ["/a/next.html", "which is not there"],
  ["gone.html", "which is not there"],
  ["next.html#gone", "and a/next.html has no such place"],
  ["#gone", "and a/page.html has no such place"],
])("a link to %s is told", (href, why) => {
  expect(faultsOf(`<a href="${href}">x</a>`)).toEqual([`a/page.html leads to ${href}, ${why}`]);
});

test("whatever would be fetched from another host is told", () => {
  const html = '<script src="https://cdn.example/x.js"></script><link rel="preload" href="//fonts.example/x.woff2">';
  expect(faultsOf(html, '@font-face { src: url("https://fonts.example/y.woff2") }')).toEqual([
    "a/page.html fetches https://cdn.example/x.js",
    "a/page.html fetches //fonts.example/x.woff2",
    "site.css fetches https://fonts.example/y.woff2",
  ]);
});

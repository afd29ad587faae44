import { readFileSync } from "node:fs";
import { join } from "node:path";

import MarkdownIt, { type Token } from "markdown-it";
import type { DefaultTheme } from "vitepress";
import { targetOf } from "../../scripts/docs/links.ts";
import { manifestOf } from "./home.ts";
import { addressOf } from "./routes.ts";

export type Sidebar = Record<string, DefaultTheme.SidebarItem[]>;

const parser = new MarkdownIt({ html: true });

/** What a page of contents leads to in its tables and lists, by its headings. Long groups are closed at first. */
function contentsOf(root: string, page: string, pages: ReadonlySet<string>): DefaultTheme.SidebarItem[] {
  const groups: { text: string; items: { text: string; link: string }[] }[] = [];
  let depth = 0;
  let heading = false;
  for (const { type, children } of parser.parse(readFileSync(join(root, page), "utf8"), {})) {
    if (/^(?:tr|list_item)_open$/.test(type)) depth++;
    else if (/^(?:tr|list_item)_close$/.test(type)) depth--;
    else if (type === "heading_open") heading = true;
    else if (type === "inline" && heading) {
      groups.push({ text: textOf(children ?? []), items: [] });
      heading = false;
    } else if (type === "inline" && depth > 0) {
      groups.at(-1)?.items.push(...linksIn(root, page, children ?? []).filter(({ path }) => pages.has(path)));
    }
  }
  return groups
    .filter(({ items }) => items.length > 0)
    .map((group) => ({ ...group, collapsed: group.items.length > 20 }));
}

function linksIn(root: string, page: string, tokens: readonly Token[]): { text: string; link: string; path: string }[] {
  return tokens.flatMap((token, index) => {
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    const target = typeof href === "string" ? targetOf(root, page, href) : undefined;
    if (target === undefined) return [];
    const end = tokens.findIndex(({ type }, at) => at > index && type === "link_close");
    return [{ text: textOf(tokens.slice(index, end)), link: addressOf(target.path), path: target.path }];
  });
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map(({ content }) => content).join("");
}

/** The list of pages beside a page: the reference of a package beside its own pages, the documentation beside all others. */
export function sidebarOf(root: string, pages: ReadonlySet<string>): Sidebar {
  const packages = [...pages].flatMap((page) => /^packages\/([^/]+)\/README\.md$/.exec(page)?.[1] ?? []);
  const documentation = [
    ...contentsOf(root, "docs/README.md", pages),
    {
      text: "Packages",
      collapsed: false,
      items: packages.map((name) => ({ text: name, link: addressOf(`packages/${name}/README.md`) })),
    },
  ];
  const references = packages.flatMap((name) => {
    const contents = `packages/${name}/docs/README.md`;
    if (!pages.has(contents)) return [];
    const start = {
      text: manifestOf(root, `packages/${name}`).name,
      collapsed: false,
      items: [
        { text: "README", link: addressOf(`packages/${name}/README.md`) },
        { text: "Reference", link: addressOf(contents) },
      ],
    };
    const sidebar = [start, ...contentsOf(root, contents, pages)];
    return [addressOf(contents), addressOf(`packages/${name}/README.md`)].map((address) => [address, sidebar] as const);
  });
  return { ...Object.fromEntries(references), "/": documentation };
}

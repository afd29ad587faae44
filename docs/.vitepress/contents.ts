import { readFileSync } from "node:fs";
import { join } from "node:path";

import MarkdownIt, { type Token } from "markdown-it";
import { targetOf } from "../../scripts/docs/links.ts";
import { describe, textOf } from "./describe.ts";
import { manifestOf } from "./home.ts";

/** Pages that are listed together. */
export interface Group {
  readonly title: string;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly page: string;
  readonly title: string;
  /** What the list says of it; undefined if it only names it. */
  readonly summary: string | undefined;
}

/** What a site leads to, in its order. */
export interface Contents {
  readonly documentation: readonly Group[];
  /** The pages of a package's reference, by the package's folder. */
  readonly references: ReadonlyMap<string, readonly Group[]>;
}

const parser = new MarkdownIt({ html: true });

/** The repository's lists of its pages, as they stand on its pages of contents. */
export function contentsOf(root: string, pages: ReadonlySet<string>): Contents {
  const packages = [...pages].flatMap((page) => /^packages\/([^/]+)\/README\.md$/.exec(page)?.[1] ?? []);
  const entry = (page: string, title: string): Entry => ({ page, title, summary: undefined });
  const documentation = [
    { title: "Start", entries: [entry("README.md", "README"), entry("docs/README.md", "Documentation")] },
    ...listsIn(root, "docs/README.md", pages),
    { title: "Packages", entries: packages.map((name) => entry(`packages/${name}/README.md`, name)) },
  ];
  const references = packages.flatMap((name) => {
    const page = `packages/${name}/docs/README.md`;
    if (!pages.has(page)) return [];
    const start = [entry(`packages/${name}/README.md`, "README"), entry(page, "Reference")];
    const title = manifestOf(root, `packages/${name}`).name;
    return [[name, [{ title, entries: start }, ...listsIn(root, page, pages)]] as const];
  });
  return { documentation, references: new Map(references) };
}

export function entriesOf({ documentation, references }: Contents): Entry[] {
  return [...documentation, ...[...references.values()].flat()].flatMap(({ entries }) => entries);
}

/** What stands of a page in a list, or else its first sentence. */
export function summariesOf(root: string, contents: Contents, pages: ReadonlySet<string>): ReadonlyMap<string, string> {
  const entries = entriesOf(contents);
  const said = new Map(
    entries.flatMap(({ page, summary }) => (summary === undefined ? [] : [[page, summary] as const])),
  );
  return new Map(
    [...pages].map((page) => [page, said.get(page) ?? describe(readFileSync(join(root, page), "utf8")).summary]),
  );
}

/** What a page lists, by its headings: in tables, where a row ends with what the page tells, and in lists. */
function listsIn(root: string, list: string, pages: ReadonlySet<string>): Group[] {
  const groups: { title: string; entries: Entry[] }[] = [];
  const tokens = parser.parse(readFileSync(join(root, list), "utf8"), {});
  for (const [index, { type }] of tokens.entries()) {
    if (type === "heading_open") groups.push({ title: textOf(tokens[index + 1]?.children ?? []), entries: [] });
    if (type !== "tr_open" && type !== "list_item_open") continue;
    const end = tokens.findIndex((token, at) => at > index && token.type === type.replace("open", "close"));
    const [first, ...others] = tokens.slice(index, end).filter((token) => token.type === "inline");
    const page = pageIn(root, list, first?.children ?? []);
    if (first === undefined || page === undefined || !pages.has(page)) continue;
    const last = others.at(-1);
    const summary = last === undefined ? undefined : textOf(last.children ?? []);
    groups.at(-1)?.entries.push({ page, title: textOf(first.children ?? []), summary });
  }
  return groups.filter(({ entries }) => entries.length > 0);
}

function pageIn(root: string, list: string, tokens: readonly Token[]): string | undefined {
  const href = tokens.find(({ type }) => type === "link_open")?.attrGet("href");
  return typeof href === "string" ? targetOf(root, list, href)?.path : undefined;
}

import { existsSync, readFileSync, statSync } from "node:fs";
import { join, posix } from "node:path";

import MarkdownIt, { type Token } from "markdown-it";

const parser = new MarkdownIt({ html: true });
/** How pages that lie in a package as well lead to others of the repository. */
const HERE = /^https:\/\/github\.com\/vendor-sdks\/vendor-sdks\/(?:tree|blob)\/main\//;

export interface LinkTarget {
  readonly path: string;
  readonly anchor: string | undefined;
}

/** The links of pages that lead to no file of the repository, or to no heading of it, each with its place. */
export function linkFaults(root: string, files: readonly string[]): string[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (file: string): ReadonlySet<string> => {
    const known = anchors.get(file) ?? anchorsIn(readFileSync(join(root, file), "utf8"));
    anchors.set(file, known);
    return known;
  };
  return files.flatMap((file) =>
    linksIn(readFileSync(join(root, file), "utf8")).flatMap(({ href, line }) => {
      const target = targetOf(root, file, href);
      if (target === undefined) return [];
      const { path, anchor } = target;
      if (!existsSync(join(root, path))) return [`${file}:${line} leads to ${href}, which is not there`];
      if (anchor === undefined || !path.endsWith(".md") || anchorsOf(path).has(anchor)) return [];
      return [`${file}:${line} leads to ${href}, and ${path} has no such heading`];
    }),
  );
}

/** The file or folder of the repository that a link of a page leads to, and the heading in it; undefined if it leads out of the repository. */
export function targetOf(root: string, page: string, href: string): LinkTarget | undefined {
  const [path = "", hash] = href.replace(HERE, "/").split("#");
  if (path.includes(":") || path.startsWith("//")) return undefined;
  const place = path.startsWith("/") ? path.slice(1) : posix.join(posix.dirname(page), decodeURI(path));
  const shown = path === "" ? page : withReadme(root, place);
  // What GitHub calls the page that it shows below the files of a folder.
  const anchor = hash === undefined || (hash === "readme" && shown !== place) ? undefined : decodeURI(hash);
  return { path: shown, anchor };
}

/** What a link to a folder shows. */
function withReadme(root: string, target: string): string {
  const readme = posix.join(target, "README.md");
  const isFolder = existsSync(join(root, target)) && statSync(join(root, target)).isDirectory();
  return isFolder && existsSync(join(root, readme)) ? readme : target;
}

function linksIn(markdown: string): { readonly href: string; readonly line: number }[] {
  let line = 1;
  return parser.parse(markdown, {}).flatMap(({ children, map }) => {
    // A cell has no line of its own, but its row has.
    line = map === null ? line : map[0] + 1;
    return (children ?? []).flatMap((token) => {
      const href = token.attrGet(token.type === "image" ? "src" : "href");
      return typeof href === "string" ? [{ href, line }] : [];
    });
  });
}

/** The headings of a page, as GitHub names them. */
function anchorsIn(markdown: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const tokens = parser.parse(markdown, {});
  for (const [index, { type }] of tokens.entries()) {
    if (type !== "heading_open") continue;
    const name = anchorOf(tokens[index + 1]?.children ?? []);
    let anchor = name;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${name}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

function anchorOf(words: readonly Token[]): string {
  return slugOf(words.map(({ content }) => content).join(""));
}

/** What GitHub calls a heading in addresses. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_\- ]/gu, "")
    .replaceAll(" ", "-");
}
